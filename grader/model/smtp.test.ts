import { commandFlaw, cutReply, hear, hearMessage, inThreeLines, isRefusal, type MailStep } from './smtp.ts'

const mail = { from: 'ada@example.com', to: 'bob@example.org' }
const flawOf = (next: MailStep, line: string) => commandFlaw(line, hear(next, line), mail)

test('a dialogue, step by step', () => {
  const heard = ['EHLO x', 'MAIL FROM:<ada@example.com>', 'RCPT TO:<bob@example.org>', 'DATA'].reduce<
    MailStep[]
  >((steps, line) => [...steps, hear(steps.at(-1) ?? 'HELO', line).next], [])
  expect(heard).toEqual(['MAIL', 'RCPT', 'DATA', 'message'])
  expect(hearMessage()).toMatchObject({ reply: expect.stringMatching(/^250/), next: 'QUIT' })
})

test('a refusal leaves the server where it was, and after a mail was refused another may come', () => {
  expect(hear('RCPT', 'RCPT TO:<x@y>', { RCPT: '550 no' })).toMatchObject({ reply: '550 no', next: 'RCPT' })
  expect(hear('RCPT', 'DATA').reply).toMatch(/^503/)
  expect(hearMessage({ message: '554 no' }).next).toBe('MAIL')
  expect(['250 ok', '354 go', '450 later', '550 no'].map(isRefusal)).toEqual([false, false, true, true])
})

test.each<[MailStep, string]>([
  ['HELO', 'helo me'],
  ['HELO', 'EHLO [127.0.0.1]'],
  ['MAIL', 'EHLO again'],
  ['MAIL', 'MAIL FROM:<ada@example.com>'],
  ['MAIL', 'mail from: <ada@example.com> BODY=8BITMIME SIZE=99'],
  ['RCPT', 'Rcpt To:<bob@example.org>'],
  ['DATA', 'RCPT TO:<bob@example.org>'],
  ['DATA', 'data'],
  ['RCPT', 'NOOP'],
  ['RCPT', 'RSET'],
  ['MAIL', 'QUIT'],
])('waiting for %s, a server takes %p', (next, line) => {
  expect(flawOf(next, line)).toBeNull()
})

test.each<[MailStep, string, string]>([
  ['HELO', 'HELO', 'no-name'],
  ['HELO', 'MAIL FROM:<ada@example.com>', 'order'],
  ['MAIL', 'DATA', 'order'],
  ['MAIL', '', 'unknown'],
  ['MAIL', 'FROM:<ada@example.com>', 'unknown'],
  ['MAIL', 'message', 'unknown'],
  ['MAIL', 'MAIL <ada@example.com>', 'shape'],
  ['MAIL', 'MAIL FROM: ada@example.com', 'no-brackets'],
  ['MAIL', 'MAIL FROM:<bob@example.org>', 'other-address'],
  ['RCPT', 'RCPT TO:bob@example.org', 'no-brackets'],
])('waiting for %s, a server is told %p: %s', (next, line, flaw) => {
  expect(flawOf(next, line)).toBe(flaw)
})

test('a reply of three lines, cut where careless readers stop', () => {
  const reply = `${inThreeLines('250 mail.example.org')}\r\n`
  expect(cutReply(reply)).toEqual([
    '250-m',
    'ail.example.org\r\n',
    '250-there are 250 mails in the queue\r\n25',
    '0 ready\r\n',
  ])
})
