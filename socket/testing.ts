import { buildSync } from 'esbuild'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { socket, AF_INET, SOCK_DGRAM, SOCK_STREAM, type Address, type StreamSocket } from './index.ts'

/** A listening socket on a free port. */
export async function listening(host = '127.0.0.1'): Promise<{ server: StreamSocket; address: Address }> {
  const server = socket(AF_INET, SOCK_STREAM)
  server.bind([host, 0])
  await server.listen(5)
  return { server, address: ['127.0.0.1', server.getsockname()[1]] }
}

/** The two ends of a connection. */
export async function connected(): Promise<{ client: StreamSocket; connection: StreamSocket }> {
  const { server, address } = await listening()
  const client = socket(AF_INET, SOCK_STREAM)
  await client.connect(address)
  const [connection] = await server.accept()
  await server.close()
  return { client, connection }
}

/** A UDP socket with a port. */
export function mailbox() {
  const box = socket(AF_INET, SOCK_DGRAM)
  box.bind(['127.0.0.1', 0])
  return { box, address: box.getsockname() }
}

/** Receives until the peer has finished. */
export async function recvAll(from: StreamSocket): Promise<string> {
  let text = ''
  for (;;) {
    const bytes = await from.recv(65_536)
    if (bytes.length === 0) return text
    text += bytes.toString()
  }
}

export type Running = {
  child: ChildProcess
  output: () => string
  ended: Promise<string>
  says: (text: string) => Promise<void>
}

/** Runs a student's program, bundled as for a student. `fd3` is where its call trace goes. */
export function run(source: string, env: Record<string, string> = {}): Running {
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: __dirname, loader: 'ts', sourcefile: 'program.ts' },
    alias: { '#socket': join(__dirname, 'index.ts') },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    write: false,
  })
  const child = spawn(process.execPath, ['--enable-source-maps', '--input-type=module', '-'], {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...env },
  })
  let output = ''
  let changed = () => {}
  for (const stream of [child.stdout, child.stderr, child.stdio[3] as Readable]) {
    stream?.on('data', (bytes: Buffer) => {
      output += bytes.toString()
      changed()
    })
  }
  child.stdin?.end(outputFiles[0]?.text)
  const ended = once(child, 'close').then(() => output)
  const says = async (text: string) => {
    while (!output.includes(text)) {
      await Promise.race([new Promise<void>((resolve) => (changed = resolve)), ended])
      if (child.exitCode !== null && !output.includes(text))
        throw new Error(`it ended without '${text}':\n${output}`)
    }
  }
  return { child, output: () => output, ended, says }
}
