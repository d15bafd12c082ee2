import type { Case } from '../model/diagnosis.ts'
import type { ProgramError } from '../model/program.ts'
import { show, where } from './evidence/error.ts'
import { finding, type Finding } from './finding.ts'

const wantsBytes =
  /bytes-like object is required, not '(\w+)'|carries bytes, not (\w+)|must be of type string or an instance of Buffer|takes bytes|send bytes/
const mixed =
  /can't concat (\w+) to bytes|can only concatenate str \(not "bytes"\)|a bytes-like object is required|must be str, not bytes/

/** Text where bytes belong, in a call that sends, or the two mixed before. */
export function textNotBytes(_: Case, error: ProgramError): Finding | null {
  const { type, message, call, source } = error
  if (type !== 'TypeError') return null
  const [matched, python, typescript] = wantsBytes.exec(message) ?? []
  const sends =
    /^send/.exec(call ?? '')?.input ?? /\b(send|sendall|sendto|write|end)\s*\(/.exec(source ?? '')?.[1]
  if (matched !== undefined && sends) {
    const kind =
      python === 'str' || typescript === 'text'
        ? 'text'
        : python !== undefined
          ? `a value of type ${python}`
          : 'something else'
    const how =
      python === 'tuple'
        ? 'The data comes first, then the address.'
        : 'Turn it into bytes first: encode the text.'
    const text = `${sends}() takes bytes, and you passed ${kind}${where(error)}. ${how}`
    return finding('text-not-bytes', text, `${sends}() of bytes`, show(error))
  }
  if (!mixed.test(message)) return null
  const text = `You mix text and bytes${where(error)}: ${show(error)}. What recv() returns and send() takes is bytes; everything else in that line must be, too.`
  return finding('text-not-bytes', text, 'bytes with bytes, text with text', show(error))
}
