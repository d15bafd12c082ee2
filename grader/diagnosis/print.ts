import { finding, type CaseOf, type Finding } from './finding.ts'
import { quoteText } from './text.ts'

/** The server's reply did not appear on standard output. */
export function diagnosePrint({ expectation, program }: CaseOf<'print'>): Finding {
  const { want, line, why } = expectation
  const printed = program.stdout.trim()
  const shown = printed === '' ? 'nothing was printed' : quoteText(program.stdout)
  const tell = (symptom: Finding['symptom'], message: string) => finding(symptom, message, `${quoteText(want)} on standard output`, shown)
  if (/\[object Promise\]|Promise \{|<coroutine object/.test(printed)) {
    return tell('printed-promise', `You printed a Promise (${shown}): await recv() and print its value.`)
  }
  if (printed.includes(line.toUpperCase())) {
    return tell(
      'printed-own-answer',
      `The server replied ${quoteText(want)} but you printed ${quoteText(line.toUpperCase())}. Print what recv() returned; the client does not compute the answer.`,
    )
  }
  if (why === 'exit' && !printed.includes(want.slice(0, 4))) {
    return tell('did-not-wait', `The server's reply was ${quoteText(want)}, but your program had already ended: you sent and left. Wait for the answer.`)
  }
  const escaped = Buffer.from(want).toString('latin1')
  if (printed.includes(escaped) || /b'.*\\x/.test(printed)) {
    return tell('reply-not-printed', `The reply ${quoteText(want)} was printed as ${shown}: decode its bytes as UTF-8.`)
  }
  return tell('reply-not-printed', `The server replied ${quoteText(want)}; 5 s later that is not on your standard output.`)
}
