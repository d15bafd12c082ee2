import type { Case } from '../../model/diagnosis.ts'

const command = /^npm run try -- [a-z0-9-]+ --track [a-z]+$/

/** The function at work in a terminal, with a socket that does much the same; see the runners of the tracks. */
export function moduleByHand({ expectation, program }: Case): string {
  const words = wordsFor(expectation)
  return words === null || !command.test(program.command) ? '' : `${program.command} ${words}`.trim()
}

function wordsFor(expectation: Case['expectation']): string | null {
  switch (expectation.kind) {
    case 'module':
      return ''
    case 'raise':
      return '1 3 EPIPE'
    case 'sends':
      if (expectation.data.length === 0) return 'empty'
      return `${expectation.text ? 'text ' : ''}${expectation.sends.some(isShort) ? '1 3 7' : ''}`
    default:
      return null
  }
}

const isShort = ({ bytes, took }: { bytes: Uint8Array; took: number | null }) =>
  took !== null && took < bytes.length
