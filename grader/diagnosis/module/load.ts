import type { Case } from '../../model/diagnosis.ts'
import { explanation } from '../advice/explanations.ts'
import { howItEnded, show, where } from '../evidence/error.ts'
import { plain, quoteText, sentence } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'

const busyLoop = 0.25

/** The module was not loaded, or has no function of the right name. */
export function diagnoseModule(broken: CaseOf<'module'>): Finding {
  const { expectation, program } = broken
  if (expectation.found !== null) return notExported(broken)
  if (program.exit !== null) return endedWhileLoading(broken)
  const busy = (program.busy ?? 0) > busyLoop ? ' It keeps the processor busy.' : ''
  const text =
    `A module's own lines run when it is loaded, and yours have not come to their end within 5 s.${busy} ` +
    `It has to define ${expectation.name}() and be done: whoever imports it makes the socket and calls the function.`
  return finding(
    'never-loaded',
    text,
    'a module that is loaded at once',
    'a module that is still being loaded',
  )
}

function endedWhileLoading({ program, ...broken }: Case): Finding {
  const { error } = program
  const wanted = 'a module that can be loaded'
  if (error !== null) {
    const text = `Your module failed while it was being loaded${where(error)}. ${sentence(show(error))}${explanation({ program, ...broken }, error)}`
    return finding('crashed', text, wanted, howItEnded(program))
  }
  const text = `Your module ended the whole program (${howItEnded(program)}) while it was being loaded: whoever imports it would be ended, too.`
  const hint = 'Take out the call that exits; a module only defines what others are to use.'
  return { ...finding('exited-early', text, wanted, howItEnded(program)), hint }
}

function notExported({ expectation, track }: CaseOf<'module'>): Finding {
  const { name, found } = expectation
  const [wanted, others] = [`a function ${name}`, (found?.names ?? []).filter((each) => each !== 'default')]
  const tell = (text: string, actual: string) => finding('missing-export', text, wanted, actual)
  if (found?.what === 'class')
    return tell(
      `\`${name}\` is a class, and it is to be called as a function: ${name}(sock, data).`,
      'a class',
    )
  if (found?.what === 'value') {
    const shown = quoteText(found.shown, 40)
    return tell(`\`${name}\` is no function but a value, ${shown}: it cannot be called.`, shown)
  }
  if (found?.names.includes('default') === true) {
    const text = `Your module exports a function as its \`default\`, and none that is called \`${name}\`: who imports { ${name} } finds nothing.`
    return tell(text, 'a default export')
  }
  const exports = track === 'python' ? 'defines' : 'exports'
  const listed = others.slice(0, 5).map((each) => `\`${plain(each, 30)}\``)
  const actual = listed.length === 0 ? 'no function' : listed.join(', ')
  const spelt =
    listed.length === 0 ? '' : ` It ${exports} ${listed.join(', ')}: the name must be the same to the letter.`
  const hidden =
    listed.length === 0 && track !== 'python'
      ? ' Without `export`, nobody outside of the file can see it.'
      : ''
  return tell(`Your module ${exports} no function \`${name}\`.${spelt}${hidden}`, actual)
}

/** The program ended, by itself, while the function was being called. */
export function endedInCall(broken: Case, name: string): Finding | null {
  const { program } = broken
  if (program.exit === null) return null
  const { error } = program
  const wanted = 'a function that returns, or raises an error'
  // One that was caught is often printed, too.
  if (error !== null && error.code !== 'EPIPE') {
    const text = `Your program crashed during ${name}()${where(error)}. ${sentence(show(error))}${explanation(broken, error)}`
    return finding('crashed', text, wanted, howItEnded(program))
  }
  const text = `${name}() ended the whole program (${howItEnded(program)}). Its caller may have other things to do: return, or let an error reach it.`
  const hint = 'Take out the call that exits.'
  return { ...finding('exited-early', text, wanted, howItEnded(program)), hint }
}
