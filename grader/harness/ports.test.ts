import { buildSync } from 'esbuild'
import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { EnvironmentError } from './environment-error.ts'
import { portsInUse } from './open-sockets.ts'
import { NoPortError, Ports } from './ports.ts'
import { says, stage } from './testing.ts'

jest.setTimeout(120_000)
const { folder, run } = stage()
const open: Ports[] = []
afterEach(() => {
  for (const ports of open.splice(0)) ports.close()
})

function portsOf(range: readonly [number, number]): Ports {
  const ports = new Ports(range)
  open.push(ports)
  return ports
}

async function takeAll(ports: Ports): Promise<{ taken: number[]; error: Error; tookMs: number }> {
  const taken: number[] = []
  for (;;) {
    const startedMs = performance.now()
    try {
      taken.push(await ports.take())
    } catch (error) {
      return { taken, error: error as Error, tookMs: performance.now() - startedMs }
    }
  }
}

/** Blocks on which nothing is left, not even TIME_WAIT of an earlier run. */
function cleanRange(blocks: number): readonly [number, number] {
  const used = portsInUse()
  const size = blocks * 100
  for (let first = 17_000 + 100 * Math.floor(Math.random() * 10); first + size <= 20_000; first += 100) {
    if (!Array.from({ length: size }, (_, i) => first + i).some((port) => used.has(port)))
      return [first, first + size - 1]
  }
  throw new Error('no clean range between 17000 and 19999: wait a minute')
}

test('two graders that draw in turns from one range never get the same port', async () => {
  const range = cleanRange(6)
  const [one, two] = [portsOf(range), portsOf(range)]
  const drawn = await Promise.all(Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? one : two).take()))
  expect(new Set(drawn).size).toBe(400)
  expect(drawn.every((port) => port > range[0] && port <= range[1])).toBe(true)
})

describe('graders that are processes of their own', () => {
  const script = join(folder, 'takes-ports.cjs')
  beforeAll(() => {
    const entryPoints = [join(__dirname, 'fixtures/takes-ports.ts')]
    buildSync({ entryPoints, bundle: true, platform: 'node', outfile: script })
  })
  const started: ReturnType<typeof spawn>[] = []
  const start = async (range: readonly [number, number], count: number) => {
    const child = spawn(process.execPath, [script, ...range.map(String), String(count)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    started.push(child)
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    return { child, said: line.toString().trim() }
  }
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL')
  })

  test('started together, never get the same port', async () => {
    const range = cleanRange(10)
    const graders = await Promise.all([1, 2, 3, 4].map(() => start(range, 150)))
    const drawn = graders.flatMap(({ said }) => said.split(' ').map(Number))
    expect(drawn).toHaveLength(600)
    expect(new Set(drawn).size).toBe(600)
  })

  test('give their leases back when they are killed', async () => {
    const range = cleanRange(1)
    const { child } = await start(range, 1)
    await expect(portsOf(range).take()).rejects.toThrow(NoPortError)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await portsOf(range).take()).toBeGreaterThan(range[0])
  })
})

test('a port is given once; when there is none left, a sentence says so, soon', async () => {
  const range = cleanRange(2)
  const { taken, error, tookMs } = await takeAll(portsOf(range))
  expect(taken).toHaveLength(198)
  expect(new Set(taken).size).toBe(198)
  expect(error).toBeInstanceOf(NoPortError)
  expect(error).toBeInstanceOf(EnvironmentError)
  expect(error.message).toBe(
    `No free port between ${range[0]} and ${range[1]}. Stop what listens there, or name another range: DOORWAY_PORTS=21000-22999.`,
  )
  expect(tookMs).toBeLessThan(1000)
})

test.each([
  ['not even one port', 0, 0],
  ['a single port, which the lease takes', 1, 0],
  ['less than a block', 10, 9],
  ['a block and a bit', 103, 101],
])('a range of %s', async (_, size, expected) => {
  const [first] = cleanRange(2)
  const { taken } = await takeAll(portsOf([first, first + size - 1]))
  expect(taken).toHaveLength(expected)
})

test('what somebody uses by TCP or UDP, IPv4 or IPv6, is not offered', async () => {
  const [first, last] = cleanRange(1)
  const servers = ['127.0.0.1', '0.0.0.0', '::1', '::'].map((host, i) =>
    createServer().listen(first + 1 + i, host),
  )
  const sockets = [
    createSocket('udp4').bind(first + 5, '127.0.0.1'),
    createSocket('udp6').bind(first + 6, '::1'),
    createSocket('udp4').bind(first + 7, '0.0.0.0'),
  ]
  await Promise.all([...servers, ...sockets].map((each) => once(each, 'listening')))
  const { taken } = await takeAll(portsOf([first, last]))
  expect(Math.min(...taken)).toBe(first + 8)
  expect(taken).toHaveLength(92)
  for (const each of [...servers, ...sockets]) each.close()
})

test.each([
  ['without', []],
  ['with', ['reuse']],
])(
  'a server %s SO_REUSEADDR can bind every port offered, and its TIME_WAIT is not offered again',
  async (_, args) => {
    const range = cleanRange(3)
    const ports = portsOf(range)
    const program = run('binds-plainly.py', args, true)
    for (let i = 0; i < 297; i++) {
      const port = await ports.take()
      program.type(`${port}\n`)
      await says(program, `${port}`)
    }
    expect(program.printed()).not.toContain('failed')
    expect(program.printed().match(/bound/g)).toHaveLength(297)
    ports.close()
    const { taken, error } = await takeAll(portsOf(range))
    expect(taken).toEqual([])
    expect(error).toBeInstanceOf(NoPortError)
  },
)

test('closed, it gives no port, and its blocks are free at once', async () => {
  const range = cleanRange(1)
  const ports = portsOf(range)
  const [first, late] = [ports.take(), ports.take()]
  await first
  ports.close()
  ports.close()
  await expect(Promise.all([late, ports.take()])).rejects.toThrow(NoPortError)
  expect(await portsOf(range).take()).toBeGreaterThan(range[0])
})
