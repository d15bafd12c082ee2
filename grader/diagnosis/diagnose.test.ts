import { symptoms } from '../model/symptom.ts'
import { advice } from './advice/advice.ts'
import { bulkRows } from './cases/bulk.ts'
import { clientRows } from './cases/client.ts'
import { concurrentRows } from './cases/concurrent.ts'
import { datagramsRows } from './cases/datagrams.ts'
import { deliveryRows } from './cases/deliveries.ts'
import { lineEndsRows } from './cases/line-ends.ts'
import { linesRows } from './cases/lines.ts'
import { lookUpRows } from './cases/lookups.ts'
import { mailMessageRows } from './cases/mail-messages.ts'
import { mailRows } from './cases/mail.ts'
import { outputRows } from './cases/outputs.ts'
import { exploredRows } from './cases/explored.ts'
import { failingRows } from './cases/failing.ts'
import { framesRows } from './cases/frames.ts'
import { halfCloseRows } from './cases/half-close.ts'
import { hangUpRows } from './cases/hang-ups.ts'
import { moduleRows } from './cases/modules.ts'
import { pingRows } from './cases/pings.ts'
import { printingRows } from './cases/printing.ts'
import { proxyRows } from './cases/proxy.ts'
import { programRows } from './cases/program.ts'
import { reachRows } from './cases/reach.ts'
import { receivedFileRows } from './cases/received-files.ts'
import { replyRows } from './cases/replies.ts'
import { requestRows } from './cases/requests.ts'
import { relayRows } from './cases/relays.ts'
import { roomNameRows } from './cases/room-names.ts'
import { roomWordRows } from './cases/room-words.ts'
import { roomRows } from './cases/rooms.ts'
import { socketsRows } from './cases/sockets.ts'
import { storeRows } from './cases/store.ts'
import { streamRows } from './cases/stream.ts'
import { wrongLinesRows } from './cases/wrong-lines.ts'
import { survivalRows } from './cases/survival.ts'
import { webRows } from './cases/web.ts'
import { webBodyRows } from './cases/web-bodies.ts'
import { transmissionRows } from './cases/transmissions.ts'
import { diagnose } from './index.ts'

const rows = [
  programRows,
  reachRows,
  streamRows,
  concurrentRows,
  bulkRows,
  socketsRows,
  replyRows,
  linesRows,
  lineEndsRows,
  wrongLinesRows,
  framesRows,
  hangUpRows,
  halfCloseRows,
  survivalRows,
  datagramsRows,
  storeRows,
  clientRows,
  failingRows,
  printingRows,
  requestRows,
  outputRows,
  pingRows,
  deliveryRows,
  receivedFileRows,
  transmissionRows,
  exploredRows,
  mailRows,
  mailMessageRows,
  moduleRows,
  webRows,
  webBodyRows,
  relayRows,
  roomRows,
  roomNameRows,
  roomWordRows,
  lookUpRows,
  proxyRows,
].flat()

test.each(rows)('$name: $symptom', ({ symptom, says, broken }) => {
  const found = diagnose(broken)
  expect({ symptom: found.symptom, message: found.message }).toEqual({ symptom, message: expect.any(String) })
  for (const each of says) expect(found.message).toContain(each)
})

// Those of written answers stand at the end of the list, and are told in grader/questions.
const ofPrograms = symptoms.slice(0, symptoms.indexOf('unanswered'))

test('every symptom of the closed list is somewhere told, and has advice', () => {
  const told = new Set(rows.map(({ symptom }) => symptom))
  expect(ofPrograms.filter((symptom) => !told.has(symptom))).toEqual([])
  expect(symptoms.filter((symptom) => advice[symptom] === '')).toEqual([])
})

test('no message is longer than what a tired reader takes in', () => {
  const long = rows.map(({ broken }) => diagnose(broken).message).filter((message) => message.length > 330)
  expect(long).toEqual([])
})

test('a hint is code in the language of the program, and no placeholder is left', () => {
  for (const { broken } of rows) {
    for (const track of ['python', 'typescript', 'rust', 'constructor']) {
      const { hint } = diagnose({ ...broken, track })
      expect(hint).not.toMatch(/\{\w+\}|undefined/)
      expect(hint).not.toMatch(track === 'python' ? /await [a-z]|const [a-z]+ = / : /def |sys\.argv.*process/)
    }
  }
})

test.each(exploredRows)(
  '$name: the whole conversation is shown, and can be sent by hand',
  ({ broken, shows }) => {
    const { actual, reproduce } = diagnose(broken)
    for (const each of shows) expect(`${actual}\n${reproduce}`).toContain(each)
  },
)
