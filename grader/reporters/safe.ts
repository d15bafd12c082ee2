/**
 * Text that a program wrote, made harmless for a terminal or a log: no escape sequence, no control character and nothing
 * that turns the reading direction survives. Line ends stay; a tab becomes a blank, since its width depends on its place.
 */
export function safe(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
      (letter) => `\\x${letter.charCodeAt(0).toString(16).padStart(2, '0')}`,
    )
}
