import type { ProgramError } from '../../model/program.ts'
import { inTheirLanguage } from '../advice/idioms.ts'
import { explanation } from '../advice/explanations.ts'
import { saying, show, where } from '../evidence/error.ts'
import { plain, sentence } from '../evidence/text.ts'
import type { Finding } from '../finding.ts'
import { tell, type Sends } from './words.ts'

const noMethod = /\.(\w+) is not a function|has no attribute '(\w+)'/
const methods = /^(sendall|write|end|sendto|sendmsg|recv|makefile|fileno|on|once|close)$/
const wantsBytes = /bytes, not text|bytes-like object is required, not 'str'/

/** The function raised an error of its own. */
export function failed(broken: Sends, error: ProgramError | null): Finding {
  const { name, text: isText } = broken.expectation
  if (error === null)
    return tell(broken, 'crashed', `${name}() raised something that is no error.`, 'no error')
  const [, inTypescript, inPython] = noMethod.exec(error.message) ?? []
  const method = inTypescript ?? inPython ?? ''
  if (methods.test(method)) {
    const text = `You called ${plain(method)}() of the socket${where(error)}. This one has only send(): ${name}() is to become what sendall() is elsewhere.`
    return tell(broken, 'crashed', text, show(error), 'Build it from send() alone, in a loop.')
  }
  if (method === 'send') {
    const text = `You called send() of something else than the socket${where(error)} (${show(error)}): the socket is the first argument, and the data is the second.`
    return tell(
      broken,
      'crashed',
      text,
      show(error),
      inTheirLanguage('Take them in this order: {define}.', broken),
    )
  }
  if (wantsBytes.test(error.message) || (isText && /^(Type|Attribute)Error$/.test(error.type))) {
    const text = isText
      ? `The data was given as text, and you treated it as bytes (${saying(error)}). Text means its UTF-8: make bytes of it before the loop.`
      : `send() takes bytes, and you gave it text (${saying(error)}): the data was given as bytes, so send those.`
    return tell(broken, 'text-not-bytes', text, show(error))
  }
  const text = `${name}() failed${where(error)}, although send() had not. ${sentence(show(error))}${explanation(broken, error)}`
  return tell(broken, 'crashed', text, show(error))
}
