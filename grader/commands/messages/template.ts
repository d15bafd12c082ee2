/**
 * A message without what chance put into it: payloads, numbers, bytes and how its lines were broken. Two messages with the
 * same template are the same words about another run.
 */
export function template(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<![\p{L}\d])'(?:[^'\\]|\\.)*'/gu, '‘’')
    .replace(/\b[0-9A-F]{2}(?: [0-9A-F]{2})+\b/g, '00')
    .replace(/\d+(\.\d+)?/g, '0')
}
