import type { Report } from '../model/report.ts'
import { json } from './json.ts'
import { terminal } from './terminal.ts'

/** A report format is one file here and one line in this list: `(report) => text`. */
export const reporters: { readonly [format: string]: (report: Report) => string } = {
  terminal: (report) => terminal(report),
  json,
}
