import type { MailFault } from '../../model/expectation-mail.ts'
import type { Symptom } from '../../model/symptom.ts'

const talk = (codes: string) => `for code in ${codes}; do sleep 1; printf "$code ok\\r\\n"; done`
const inPieces = "sleep 1; printf '250-first line\\r\\n250-'; sleep 1; printf 'second\\r\\n250 last\\r\\n'"

/** A mail server for a second terminal, which says its lines one a second and shows what it hears. */
export function mailServer({ of }: MailFault, symptom: Symptom): string {
  const lines =
    of === 'refused'
      ? talk('220 250 250 550 503 503')
      : symptom === 'half-a-reply'
        ? `${talk('220')}; ${inPieces}; ${talk('250 250 354 250 221')}`
        : talk('220 250 250 250 354 250 221')
  return `(${lines}) | nc -l 127.0.0.1 12000`
}

/** For clients of a mail server. */
export const mailAdvice = {
  'spoke-too-early': 'Right after connect(), read a whole reply, and go on only when its code is 220.',
  'talked-ahead':
    'Write one function that sends a command and then reads its reply, and use it for every step, the mail too.',
  'half-a-reply':
    'Collect what recv() returns until a line is complete whose fourth character is a blank, not a hyphen.',
  'wrong-command':
    'Print each command just before you send it, and compare it with the example in the handout.',
  'command-not-ended': 'End every command with both characters, `\\r\\n`.',
  'stopped-talking': 'Look at what the server said last: which command comes after it?',
  'message-not-ended':
    'After the last line of the message, which has its own CR LF, send a line with only a dot: `.\\r\\n`.',
  'message-cut': 'Go through the lines: where one begins with a dot, put another dot in front of it.',
  'changed-message':
    'Go through the lines of the message, and send each of them as it is, with CR LF behind it.',
  'ignored-refusal':
    'After each reply look at its first digit: 2 and 3 go on, 4 and 5 end it with QUIT and an exit code other than 0.',
  'said-no-quit': 'When the mail was accepted with 250, send QUIT, read the 221, and close.',
} as const
