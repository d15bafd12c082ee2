import type { CheckReport } from '../model/report.ts'

/** What a check earned of what it may; one that is worth nothing costs nothing either, and must not look like a zero. */
export const worth = ({ score, points }: CheckReport): string =>
  points === 0 ? 'extra' : `${score}/${points}`

/** Said beside such a check when it failed. */
export const costsNothing = 'This check is an extra: it costs no points.'
