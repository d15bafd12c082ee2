const address = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)/g

/** What a program printed of these addresses: each is to have a line to itself, with words around it or not. */
export function printedAddresses(printed: string, want: readonly string[]) {
  const found = printed
    .split(/\r?\n/)
    .map((line) => ({ line: line.trim(), all: [...(line.match(address) ?? [])] }))
  const alone = found.flatMap(({ all }) => (new Set(all).size === 1 ? all.slice(0, 1) : []))
  const missing = want.filter((each) => !alone.includes(each))
  return {
    missing,
    /** Some of what is missing is there, with others beside it. */
    sharing: missing.some((each) => found.some(({ all }) => all.includes(each))),
    /** The lines that are an address and nothing else. */
    lines: found.flatMap(({ line, all }) => (all[0] === line ? [line] : [])),
  }
}
