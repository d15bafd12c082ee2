type Bytes = Uint8Array

const lineFeed = 10
const carriageReturn = 13

/** A line of its stream: where the next one begins, and the text without its end, which is LF or CRLF. */
function lineAt(bytes: Bytes, start: number): { readonly text: Bytes; readonly next: number } | null {
  const at = bytes.indexOf(lineFeed, start)
  if (at === -1) return null
  const end = at > start && bytes[at - 1] === carriageReturn ? at - 1 : at
  return { text: bytes.subarray(start, end), next: at + 1 }
}

/** A stream cut into its lines, and what comes after the last of them. */
export function linesOf(bytes: Bytes): { readonly lines: readonly Bytes[]; readonly rest: Bytes } {
  const lines: Bytes[] = []
  let start = 0
  for (let line = lineAt(bytes, 0); line !== null; line = lineAt(bytes, start)) {
    lines.push(line.text)
    start = line.next
  }
  return { lines, rest: bytes.subarray(start) }
}

const same = (a: Bytes, b: Bytes) => a.length === b.length && a.every((byte, i) => byte === b[i])

/**
 * How many lines in a row are as wanted, and how many bytes they take. `wrong` when a later one cannot be: it is complete
 * and not what was wanted, or already longer than that.
 */
export function rightLines(
  want: readonly (readonly Bytes[])[],
  got: Bytes,
): { readonly right: number; readonly size: number; readonly wrong: boolean } {
  let size = 0
  for (const [right, acceptable] of want.entries()) {
    const line = lineAt(got, size)
    if (line === null) {
      const longest = Math.max(...acceptable.map(({ length }) => length))
      return { right, size, wrong: got.length - size > longest + 1 }
    }
    if (!acceptable.some((each) => same(each, line.text))) return { right, size, wrong: true }
    size = line.next
  }
  return { right: want.length, size, wrong: false }
}
