import { execFile } from 'node:child_process'
import { queryFault } from '../model/dns-query.ts'
import { Recorder } from '../harness/recorder.ts'
import { ReferenceServer } from '../harness/reference-server.ts'
import { stage } from '../harness/testing.ts'
import type { Caller } from './caller.ts'
import { hasMore } from './dns-answers.ts'
import { dnsLibrary, LookUp, type LookUpScript } from './look-up.ts'

/** The tool that everybody asks the DNS with agrees with our scripted server. */
jest.setTimeout(60_000)
const { port } = stage()
const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

const name = 'Host-1.zone.example'

function dig(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('dig', args, (error, stdout) => {
      if (error?.code === 'ENOENT')
        reject(new Error('dig is missing. Install it: apt-get install bind9-dnsutils'))
      else resolve(stdout)
    })
  })
}

/** What dig says of the name, and what the server saw. */
async function ask(script: LookUpScript, ...options: readonly string[]) {
  const recorder = new Recorder()
  const server = new ReferenceServer(recorder, await port())
  await server.open()
  const caller = { server, host: '127.0.0.1', program: { recorder } } as unknown as Caller
  const lookUp = new LookUp(caller, name, script, await dnsLibrary())
  cleanups.push(
    () => server.close(),
    () => lookUp.stop(),
  )
  const common = ['-r', '@127.0.0.1', '-p', String(server.port), '+tries=1', '+timeout=2']
  const printed = await dig([...common, ...options, name, 'A'])
  return { printed, lookUp }
}

const addresses = ['198.51.100.7', '203.0.113.200', '192.0.2.1']
const alias = 'www.zone.example'

test.each<[string, LookUpScript, string]>([
  ['one address', { addresses: addresses.slice(0, 1) }, '198.51.100.7\n'],
  ['three', { addresses }, `${addresses.join('\n')}\n`],
  ['three, with pointers', { addresses, packed: true }, `${addresses.join('\n')}\n`],
  ['an alias', { addresses, alias }, `${[`${alias}.`, ...addresses].join('\n')}\n`],
  [
    'an alias, with pointers',
    { addresses, alias, packed: true },
    `${[`${alias}.`, ...addresses].join('\n')}\n`,
  ],
  ['none', {}, ''],
])('dig prints %s', async (_, script, short) => {
  const { printed, lookUp } = await ask(script, '+short')
  expect(printed).toBe(short)
  expect(lookUp.queries).toHaveLength(1)
})

test('dig takes every byte of an answer, and has no doubts about it', async () => {
  const { printed } = await ask({ addresses, alias, packed: true }, '+all')
  expect(printed).toContain('status: NOERROR')
  expect(printed).toContain('QUERY: 1, ANSWER: 4')
  expect(printed.toLowerCase()).not.toMatch(/warn|malformed|extra|mismatch/)
})

test.each(['NXDOMAIN', 'SERVFAIL'] as const)('dig reports %s', async (rcode) => {
  const { printed } = await ask({ rcode })
  expect(printed).toContain(`status: ${rcode}`)
})

test('dig does not believe a forged reply, and waits for the right one', async () => {
  const { printed } = await ask({ addresses: addresses.slice(0, 1), forged: '6.6.6.6' })
  expect(printed).toMatch(/ID mismatch/)
  expect(printed).toContain('198.51.100.7')
  expect(printed).not.toContain('6.6.6.6')
})

test('dig asks again when its query was lost, and gives up in the end', async () => {
  const retrying = ['+tries=2', '+timeout=1', '+short']
  const once = await ask({ addresses, lost: 1 }, ...retrying)
  expect(once.printed).toContain('198.51.100.7')
  const never = await ask({ lost: Number.POSITIVE_INFINITY }, ...retrying)
  expect(never.printed).toMatch(/timed out|no servers could be reached/)
  expect([once, never].map(({ lookUp }) => lookUp.queries.length)).toEqual([2, 2])
})

test.each([
  ['with EDNS', []],
  ['without it', ['+noedns']],
  ['with a cookie and padding', ['+cookie', '+padding=128', '+dnssec', '+subnet=0/0']],
  ['with other flags', ['+adflag', '+cdflag']],
])('its query is right %s', async (_, options) => {
  const { lookUp } = await ask({ addresses }, '+short', ...options)
  const [query] = lookUp.queries
  expect(queryFault(query?.bytes ?? Buffer.alloc(0), name, (all) => hasMore(Buffer.from(all)))).toBeNull()
})

test('its query is wrong where it asks something else', async () => {
  const recursion = await ask({}, '+norecurse')
  expect(queryFault(recursion.lookUp.queries[0]?.bytes ?? Buffer.alloc(0), name)).toMatchObject({
    what: 'recursion',
  })
})
