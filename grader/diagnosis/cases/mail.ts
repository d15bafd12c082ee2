import type { MailFault } from '../../model/expectation-mail.ts'
import type { Said } from '../../model/smtp.ts'
import type { ProgramFacts } from '../../model/program.ts'
import { bytes, caseOf, crashedWith, exited, row, type Row } from './shorthands.ts'

const [from, to] = ['ada@example.com', 'bob@example.org']

/** `C HELO x` is what the client said. */
const dialogue = (...lines: readonly string[]): Said[] =>
  lines.map((line) => ({ by: line.startsWith('C') ? 'client' : 'server', line: line.slice(2) }))

const greeted = dialogue('S 220 mail.example.org')
const accepted = dialogue('S 354 go', 'C (the mail)', 'C .', 'S 250 queued')

export const mail = (
  fault: MailFault,
  program: Partial<ProgramFacts> = {},
  said: readonly Said[] = greeted,
  track = 'python',
) => caseOf('tcp client', { kind: 'mail', from, to, said, fault }, 'server accept', program, track)

const command = (line: string, flaw: 'unknown' | 'order' | 'no-name' | 'shape' | 'no-brackets' | 'bare-lf') =>
  mail({ of: 'command', line, flaw, next: 'MAIL' })

const stopped = (
  next: 'HELO' | 'MAIL' | 'QUIT',
  why: 'silence' | 'end' = 'silence',
  program: Partial<ProgramFacts> = {},
  half = '',
) => mail({ of: 'stopped', next, half: bytes(half), why }, program, next === 'QUIT' ? accepted : greeted)

const refused = (why: 'went on' | 'silence' | 'code', program: Partial<ProgramFacts> = {}) =>
  mail({ of: 'refused', step: 'RCPT', reply: '550 no such user', why }, program)

export const mailRows: readonly Row[] = [
  row(
    'HELO first',
    'spoke-too-early',
    mail({ of: 'early', got: bytes('HELO x\r\n') }),
    "You spoke before the server's 220 greeting",
    "'HELO x",
  ),
  row(
    'two commands',
    'talked-ahead',
    mail({ of: 'ahead', step: 'HELO', line: 'HELO x', came: `MAIL FROM:<${from}>`, sent: '' }),
    "came before the reply to 'HELO x': read one reply per command",
  ),
  row(
    'QUIT before the mail is accepted',
    'talked-ahead',
    mail({ of: 'ahead', step: 'message', line: '.', came: 'QUIT', sent: '' }),
    'the reply to your mail',
  ),
  row(
    'an empty line too many',
    'talked-ahead',
    mail({ of: 'ahead', step: 'HELO', line: 'HELO x', came: '', sent: '' }),
    'An empty line came before',
  ),
  row(
    'half a line',
    'half-a-reply',
    mail({ of: 'ahead', step: 'HELO', line: 'HELO x', came: 'DATA', sent: '250-m' }),
    "when only '250-m' of the reply",
    'TCP may deliver a reply in pieces',
  ),
  row(
    'one line of three',
    'half-a-reply',
    mail({ of: 'ahead', step: 'HELO', line: 'HELO x', came: 'DATA', sent: '250-mail\r\n' }),
    'a hyphen behind the code says that more lines follow',
  ),
  row('no verb', 'wrong-command', command('hello', 'unknown'), "'hello' is no command of SMTP"),
  row('RCPT first', 'wrong-command', command('RCPT TO:<a@b>', 'order'), 'answers 503'),
  row('HELO alone', 'wrong-command', command('HELO', 'no-name'), 'Your HELO stands alone'),
  row('MAIL without FROM', 'wrong-command', command('MAIL <a@b>', 'shape'), 'both words and the colon'),
  row(
    'no brackets',
    'wrong-command',
    command('MAIL FROM: a@b', 'no-brackets'),
    'Addresses go in <>: MAIL FROM:<a@b>.',
  ),
  row(
    'another address',
    'wrong-command',
    mail({ of: 'command', line: `RCPT TO:<${from}>`, flaw: 'other-address', next: 'RCPT' }),
    `the TO argument is '${to}'`,
  ),
  row('LF', 'bare-line-feeds', command('HELO x', 'bare-lf'), 'ends in a bare LF'),
  row(
    'no line end',
    'command-not-ended',
    stopped('HELO', 'silence', {}, 'HELO x'),
    'still waits for the rest',
  ),
  row(
    'a raw line end',
    'command-not-ended',
    stopped('HELO', 'silence', {}, 'HELO x\\r\\n'),
    'a backslash and the letters r and n',
  ),
  row('nothing said', 'sent-nothing', stopped('HELO'), 'it is your turn, with HELO'),
  row('silence after HELO', 'stopped-talking', stopped('MAIL'), "It is your turn: 'MAIL FROM:<"),
  row('a half-finished client', 'stopped-talking', stopped('MAIL', 'end', exited()), 'your program hung up'),
  row(
    'a client that gives up',
    'stopped-talking',
    stopped('MAIL', 'end', { ...exited(1), stderr: 'what is 250-?' }),
    'gave up (exit code 1)',
    "It printed 'what is 250-?'",
  ),
  row(
    'a client that crashes',
    'crashed',
    stopped('MAIL', 'end', crashedWith('ValueError', null, 'code = int(reply)')),
    'crashed at server.py:14',
  ),
  row('no QUIT', 'said-no-quit', stopped('QUIT', 'end', exited()), 'The mail was accepted, and you hung up'),
  row(
    'DATA after 550',
    'ignored-refusal',
    refused('went on', exited()),
    'The server refused the recipient (550) and you sent DATA anyway',
  ),
  row('exit code 0', 'exit-code', refused('code', exited()), 'as if the mail had been accepted'),
  row('hangs after 550', 'not-exited', refused('silence'), 'A refusal ends the matter'),
  row(
    'exit code 1 after all went well',
    'exit-code',
    mail({ of: 'exit', why: 'code' }, exited(1), accepted),
    'only 0 says that all went well',
  ),
  row('does not end', 'not-exited', mail({ of: 'exit', why: 'silence' }), 'your program is still running'),
]
