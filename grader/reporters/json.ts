import type { Report } from '../model/report.ts'

/** The report itself, `doorway/report/v1`. */
export const json = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`
