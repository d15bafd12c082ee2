/** What a server may do to a client that then has no reply to print. */
export const misfortunes = ['refused', 'silent', 'closed', 'reset', 'cut'] as const

export type Misfortune = (typeof misfortunes)[number]

/** The exit code a client owes its user for each of them. */
export const codeFor: { readonly [each in Misfortune]: number } = {
  refused: 2,
  silent: 3,
  closed: 4,
  reset: 4,
  cut: 4,
}

/** What the exit codes mean; of any other nobody knows what it says. */
export const meaningOfCode: { readonly [code: number]: string | undefined } = {
  0: 'the reply was printed',
  2: 'connection refused',
  3: 'timeout',
  4: 'closed or reset before the whole reply',
}
