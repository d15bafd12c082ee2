import type { Report } from '../model/report.ts'

// JSON leaves them as they are, but a terminal or a viewer would obey them.
const unseen = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

/** The report itself, `doorway/report/v1`. */
export const json = (report: Report): string =>
  `${JSON.stringify(report, null, 2).replace(unseen, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
