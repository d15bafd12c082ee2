import type { Case } from '../../model/diagnosis.ts'
import type { Symptom } from '../../model/symptom.ts'
import { insertsOf } from '../store/story.ts'
import { same } from '../evidence/text.ts'
import { nameServer } from './lookup.ts'
import { mailServer } from './mail.ts'
import { packetsByHand, receiverByHand } from './packets.ts'
import { serverFor } from './reference-peers.ts'
import type { Transcript } from '../../model/transcript.ts'
import { framesIn } from '../evidence/frames.ts'
import { moduleByHand } from './module-by-hand.ts'
import { relayByHand } from './relay-by-hand.ts'
import { roomByHand } from './room-by-hand.ts'
import { togetherByHand } from './together.ts'
import { beforeDeadline, bytesOf, isClient, sent } from '../evidence/story.ts'
import { linesByHand } from './lines-by-hand.ts'
import { typedFrames } from './typed-frames.ts'
import { webByHand } from './web-by-hand.ts'

const port = 12000
const longest = 40
const lineFeed = 10
const nothing = new Uint8Array()
const pointless: readonly Symptom[] = ['does-not-parse', 'wrong-port', 'output-flood']

// What a client gets back is what matters here, not what it sends.
const binary = `printf 'HTTP/1.1 200 OK\\r\\n\\r\\n\\377\\330' | nc -l 127.0.0.1 ${port}`
const answers: { readonly [symptom in Symptom]?: string } = {
  'lost-at-exit': '',
  'stopped-reading': `(echo one; sleep 1; echo two) | nc -l 127.0.0.1 ${port}`,
  'decoded-output': binary,
  'changed-output': binary,
  'extra-output': binary,
}

// Drops pings 3 and 7 and sends the others back.
const lossyServer =
  `python3 -c "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('127.0.0.1', ${port})); ` +
  `[s.sendto(d, a) for d, a in iter(lambda: s.recvfrom(2048), 0) if d.split()[1] not in (b'3', b'7')]"`

/** A line for a second terminal, while the program runs on port 12000 in the first: the same clients, in the same order. */
export function reproduction(broken: Case, symptom: Symptom): string {
  if (pointless.includes(symptom) || broken.expectation.kind === 'give-up') return ''
  const web = webByHand(broken)
  if (web !== null) return web
  const { role, transport } = broken
  if (role === 'module') return moduleByHand(broken)
  if (broken.expectation.kind === 'pings') return lossyServer
  if (broken.expectation.kind === 'dns') return nameServer
  if (broken.expectation.kind === 'mail') return mailServer(broken.expectation.fault, symptom)
  if (broken.expectation.kind === 'delivery') return packetsByHand(symptom)
  if (broken.expectation.kind === 'transmission') return receiverByHand(symptom)
  if (broken.expectation.kind === 'failure') return serverFor[broken.expectation.of]
  if (broken.expectation.kind === 'output' && Object.hasOwn(answers, symptom)) return answers[symptom] ?? ''
  if (role === 'client') return `nc ${transport === 'udp' ? '-u ' : ''}-l 127.0.0.1 ${port}`
  if (broken.expectation.kind === 'lookup' && broken.expectation.key.length > 0)
    return lookups(broken, broken.expectation.key)
  if (symptom === 'counted-characters' && transport === 'udp')
    return `printf %s 'é' | nc -u -w 1 127.0.0.1 ${port}`
  if (symptom === 'leaked-descriptors')
    return `${talk(nothing)}; ${resetting("s.send(b'hello'); ")}; lsof -nP -iTCP:${port}`
  if (transport === 'udp') return datagrams(broken)
  return (
    relayByHand(broken) ??
    roomByHand(broken, symptom) ??
    togetherByHand(broken, symptom) ??
    connections(broken, symptom)
  )
}

const nc = `nc -w 2 127.0.0.1 ${port}`

// nc has no option for it: without lingering, close() sends RST.
const resetting = (first: string): string =>
  `python3 -c "import socket, struct; s = socket.create_connection(('127.0.0.1', ${port})); ${first}` +
  `s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0)); s.close()"`

function connections(broken: Case, symptom: Symptom): string {
  const byHand = broken.expectation.kind === 'line-replies' ? linesByHand[symptom] : undefined
  if (byHand !== undefined) return byHand.map((sender) => `${sender} | ${nc}`).join('; ')
  const early = beforeDeadline(broken)
  const clients = [...new Set(early.filter(({ actor }) => isClient(actor)).map(({ actor }) => actor))]
  const lines = clients.map((client) => talk(bytesOf(sent(broken, client)), endsFirst(early, client)))
  const [first = talk(nothing)] = lines
  const rude = early.findLast(({ event }) => event === 'abort')?.actor
  if (rude !== undefined) {
    const spoke = sent(broken, rude).length > 0 ? "s.send(b'hello'); " : ''
    const next = lines.findLast((line) => line !== talk(nothing)) ?? talk(Buffer.from('hello'))
    return `${resetting(spoke)}; ${next}`
  }
  const atOnce = early.some(({ event }, i) => event === 'connect' && early[i + 1]?.event === 'connect')
  if (atOnce || early.some(({ event }) => event === 'pause'))
    return `for client in 1 2 3; do ${first} & done; wait`
  if (lines.length < 2 || early.some(({ event }) => event === 'restart')) return first
  const [silent, last] = [talk(nothing), lines.at(-1) ?? first]
  if (first === silent && last !== silent) return `${silent}; ${last}`
  return `for client in 1 2; do ${last === silent ? first : last}; done`
}

// Where the end of what a client sends is part of what it says.
function endsFirst(early: Transcript, client: string): boolean {
  const first = early.find(
    ({ actor, event }) => actor === client && ['finish', 'receive', 'end', 'reset'].includes(event),
  )
  return first?.event === 'finish'
}

function talk(payload: Uint8Array, halfCloses = false): string {
  const client = halfCloses ? nc.replace('nc', 'nc -N') : nc
  if (framesIn(payload) !== null) return `${typedFrames(payload)} | ${client} | od -c`
  return payload.length === 0 ? `${nc} < /dev/null` : `${typed(payload)} | ${client}`
}

function datagrams(broken: Case): string {
  const { expectation, transcript } = broken
  const by = 'by' in expectation ? expectation.by : ''
  const sends = transcript.filter(({ event, actor }) => event === 'send' && isClient(actor))
  if (sends.some(({ bytes }) => bytes?.length === 0)) {
    const steps = ["s.sendto(b'', ('127.0.0.1', 12000))", 's.settimeout(2)', 'print(s.recvfrom(2048))']
    return `python3 -c "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); ${steps.join('; ')}"`
  }
  const last = sends.findLast(({ actor }) => actor === by) ?? sends.at(-1)
  const line = `${typed(last?.bytes ?? Buffer.from('hello'))} | nc -u -w 1 127.0.0.1 ${port}`
  return sends.length > 1 ? `for client in 1 2; do ${line}; done` : line
}

// What was stored under this key, each value once, and the question.
function lookups(broken: Case, key: Uint8Array): string {
  const inserts = insertsOf(broken).filter((each) => same(each.key, key))
  const all = [...new Set(inserts.slice(-2).map(({ whole }) => insideQuotes(whole))), insideQuotes(key)]
  const words = all.map((each) => `'${each}'`).join(' ')
  return `for datagram in ${words}; do printf %s "$datagram" | nc -u -w 1 127.0.0.1 ${port}; done`
}

// Between single quotes a shell reads letters as they are.
const insideQuotes = (payload: Uint8Array) =>
  Buffer.from(payload.subarray(0, 2 * longest))
    .toString()
    .replace(/[^\p{L}\p{N} =_.,?-]/gu, '')

// Only letters that mean nothing to a shell; the exact payload is in the transcript.
function typed(payload: Uint8Array): string {
  const lines = payload.includes(lineFeed)
  if (payload.length > longest) {
    const many = `head -c ${payload.length} /dev/zero | tr '\\0' a`
    return lines ? `(${many}; echo)` : many
  }
  const text = Buffer.from(payload)
    .toString('latin1')
    .replace(/[^A-Za-z0-9 .\n\r-]/g, '')
  if (!lines) return `printf %s '${text.replaceAll('\r', '')}'`
  return `printf '%b' '${text.replaceAll('\r', '\\r').replaceAll('\n', '\\n')}'`
}
