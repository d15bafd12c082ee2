const longest = 120

// printf understands octal; only letters that mean nothing to it or to a shell stand for themselves.
const escaped = (byte: number) =>
  /[A-Za-z0-9 .-]/.test(String.fromCharCode(byte))
    ? String.fromCharCode(byte)
    : `\\${byte.toString(8).padStart(3, '0')}`

/** A command that writes these frames; of a long one only the header, and letters behind it. */
export function typedFrames(bytes: Uint8Array): string {
  const text = (part: Uint8Array) => Array.from(part, escaped).join('')
  if (bytes.length <= longest) return `printf '${text(bytes)}'`
  const [header, size] = [bytes.subarray(0, 4), bytes.length - 4]
  return `(printf '${text(header)}'; head -c ${size} /dev/zero | tr '\\0' a)`
}
