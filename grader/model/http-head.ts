/** The head of an HTTP message (RFC 9112), with each byte as one letter, read as forgivingly as possible. */
export type Head = {
  /** Whether its empty line has come. */
  readonly ended: boolean
  /** The request line or the status line. */
  readonly firstLine: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Lines that are no headers. */
  readonly odd: readonly string[]
  /** What follows the empty line. */
  readonly rest: string
}

export function readHead(text: string): Head {
  const end = /\r?\n\r?\n/.exec(text)
  const head = end === null ? text : text.slice(0, end.index)
  const [firstLine = '', ...lines] = head.split(/\r?\n/)
  const headers: [string, string][] = []
  const odd: string[] = []
  for (const line of lines.filter((each) => each !== '')) {
    const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? []
    if (name === undefined || value === undefined) odd.push(line)
    else headers.push([name.toLowerCase(), value])
  }
  const rest = end === null ? '' : text.slice(end.index + end[0].length)
  return { ended: end !== null, firstLine, headers, odd, rest }
}

export const valuesOf = ({ headers }: Pick<Head, 'headers'>, name: string): string[] =>
  headers.filter(([each]) => each === name).map(([, value]) => value)

/** The options of its Connection headers, in lower case. */
export const connectionOptions = (head: Pick<Head, 'headers'>): string[] =>
  valuesOf(head, 'connection').flatMap((value) => value.toLowerCase().split(/[ \t]*,[ \t]*/))

/** Whether a line of this text ends in LF alone. */
export const hasBareLineFeed = (text: string): boolean => /(^|[^\r])\n/.test(text)
