import { execFile } from 'node:child_process'
import { Recorder } from '../harness/recorder.ts'
import { ReferenceServer } from '../harness/reference-server.ts'
import { stage } from '../harness/testing.ts'
import { messageFlaw } from '../model/mail.ts'
import { commandFlaw } from '../model/smtp.ts'
import { MailServer, type MailScript } from './mail-server.ts'

/** A mail client that everybody uses agrees with our scripted server. */
jest.setTimeout(60_000)
const { port } = stage()
const servers: ReferenceServer[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const mail = { from: 'ada@example.com', to: 'bob@example.org' }
const text = ['Subject: lunch', '', '.', '..', '.hidden', 'a.b', 'Grüße, 日本', '.', ''].join('\r\n')

const program = `
import smtplib, sys
port, sender, recipient, text = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
try:
    with smtplib.SMTP('127.0.0.1', port, timeout=20) as client:
        client.sendmail(sender, [recipient], text.encode(), mail_options=['BODY=8BITMIME'])
except (smtplib.SMTPException, OSError) as error:
    print(type(error).__name__, error)
`

/** Has Python's smtplib hand this mail to a server with a script; what it printed, and what the server saw. */
async function smtplib(script: MailScript, message = text) {
  const recorder = new Recorder()
  const reference = new ReferenceServer(recorder, await port())
  servers.push(reference)
  await reference.open()
  const args = ['-X', 'utf8', '-c', program, String(reference.port), mail.from, mail.to, message]
  const printed = new Promise<string>((resolve) => {
    execFile('python3', args, (error, stdout, stderr) => resolve(error === null ? stdout : stderr))
  })
  const stream = await recorder.until(20_000, () => reference.connections[0])
  if (stream === undefined) throw new Error(`python3 did not call: ${await printed}`)
  const server = new MailServer(recorder, stream, script)
  await server.serve()
  return { server, printed: await printed }
}

test.each<[string, MailScript]>([
  ['at once', {}],
  ['late', { greetingMs: 100, holdMs: 20 }],
  ['in several lines and pieces', { inPieces: true }],
])('smtplib hands over a mail to a server that answers %s', async (_, script) => {
  const { server, printed } = await smtplib(script)
  expect(printed).toBe('')
  expect(server.turns.map(({ step }) => step)).toEqual([
    'greeting',
    'HELO',
    'MAIL',
    'RCPT',
    'DATA',
    'message',
    'QUIT',
  ])
  expect(server.turns.filter(({ ahead }) => ahead !== null)).toEqual([])
  const flaws = server.turns.flatMap(({ step, line, inOrder }) =>
    step === 'greeting' ? [] : [commandFlaw(line, { step, inOrder }, mail)],
  )
  expect(flaws).toEqual(flaws.map(() => null))
  expect(messageFlaw(Buffer.from(text), server.mail, true)).toBeNull()
})

test('a mail without a line end at its end gets one', async () => {
  const { server } = await smtplib({}, text.trimEnd())
  expect(messageFlaw(Buffer.from(text.trimEnd()), server.mail, true)).toBeNull()
})

test.each([
  ['MAIL', '553 not you', 'SMTPSenderRefused'],
  ['RCPT', '550 no such user', 'SMTPRecipientsRefused'],
  ['DATA', '451 later', 'SMTPDataError'],
  ['message', '554 advertising', 'SMTPDataError'],
])('smtplib reports that %s was refused', async (step, reply, error) => {
  const { server, printed } = await smtplib({ replies: { [step]: reply } })
  expect(printed).toContain(error)
  expect(printed).toContain(reply.slice(0, 3))
  expect(server.turns.at(-1)?.step).toBe('QUIT')
})
