import type { Case } from '../../model/diagnosis.ts'
import type { Bytes } from '../../model/expectation.ts'
import { framesIn } from '../evidence/frames.ts'
import { beforeDeadline, bytesOf, isClient, sent } from '../evidence/story.ts'

const [port, longest, longRun] = [12000, 600, 24]

/** Sends what the clients sent, byte for byte: what was found by chance often hangs on one of them. */
export function exactly(broken: Case): string {
  const clients = new Set(beforeDeadline(broken).map(({ actor }) => actor))
  const all = [...clients].filter(isClient)
  const lines = broken.transport === 'udp' ? [datagrams(broken)] : all.map((each) => stream(broken, each))
  const text = lines.join('; ')
  return text.length > longest ? '' : text
}

function stream(broken: Case, client: string): string {
  const pieces = sent(broken, client).map(({ bytes }) => bytes ?? new Uint8Array())
  const sender = pieces.map((piece) => runs(piece).map(printing).join('; ')).join('; sleep 0.2; ')
  const reader = framesIn(bytesOf(sent(broken, client))) === null ? '' : ' | od -c'
  if (sender === '') return `nc -w 2 127.0.0.1 ${port} < /dev/null`
  const grouped = sender.includes(';') ? `(${sender})` : sender
  return `${grouped} | nc -w 2 127.0.0.1 ${port}${reader}`
}

function datagrams(broken: Case): string {
  const of = (what: string) =>
    beforeDeadline(broken).filter(({ actor, event }) => event === what && isClient(actor))
  const replies = Math.max(of('receive').length, 1)
  const data = of('send').map(({ bytes }) => `b'${escape(bytes ?? new Uint8Array(), hexadecimal)}'`)
  const told = data.filter((each, i) => each !== data[i - 1]).join(', ')
  return (
    `python3 -c "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(1); ` +
    `[s.sendto(d, ('127.0.0.1', ${port})) for d in [${told}]]; [print(s.recv(2048)) for _ in range(${replies})]"`
  )
}

/** Cut where many bytes are alike. */
function runs(bytes: Bytes): Bytes[] {
  const parts: Bytes[] = []
  let start = 0
  for (let at = 0; at < bytes.length;) {
    let end = at + 1
    while (bytes[end] === bytes[at]) end++
    if (end - at >= longRun) {
      if (start < at) parts.push(bytes.subarray(start, at))
      parts.push(bytes.subarray(at, end))
      start = end
    }
    at = end
  }
  return start < bytes.length ? [...parts, bytes.subarray(start)] : parts
}

function printing(bytes: Bytes): string {
  if (bytes.length < longRun || bytes.some((byte) => byte !== bytes[0]))
    return `printf '${escape(bytes, octal)}'`
  return `head -c ${bytes.length} /dev/zero | tr '\\0' '${escape(bytes.subarray(0, 1), octal)}'`
}

const octal = (byte: number) => (byte === 10 ? '\\n' : `\\${byte.toString(8).padStart(3, '0')}`)
const hexadecimal = (byte: number) => (byte === 10 ? '\\n' : `\\x${byte.toString(16).padStart(2, '0')}`)

const escape = (bytes: Bytes, code: (byte: number) => string): string =>
  Array.from(bytes, (byte) => {
    const letter = String.fromCharCode(byte)
    return /[A-Za-z0-9 .,:;=_+/-]/.test(letter) ? letter : code(byte)
  }).join('')
