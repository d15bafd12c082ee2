/**
 * A message without what chance put into it: payloads, numbers, bytes and how its lines were broken. Two messages with the
 * same template are the same words about another run.
 */
export function template(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/"b'[^"]*"/g, '‘’')
    .replace(/<[^<> ]*>/g, '<>')
    .replace(/\b0x[0-9a-f]+/g, '0')
    .replace(/(?<![\p{L}\d])'(?:[^'\\]|\\.)*'/gu, '‘’')
    .replace(/\b[0-9A-F]{2}(?: [0-9A-F]{2})+\b/g, '00')
    .replace(/\d+(\.\d+)?/g, '0')
}

/** Which words are said depends on what was drawn: a conversation, or what the network did to each packet. */
export const isDrawn = (message: string): boolean => /Found by chance|In this run:/.test(message)
