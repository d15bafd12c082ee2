import type { PingResult } from '../../model/pings.ts'

/** `50 ms`, `1.3 s`, `0.05 ms` */
export function ms(time: number): string {
  if (time >= 1000 && time < 100_000) return `${Number((time / 1000).toFixed(1))} s`
  return `${Number(time.toPrecision(3))} ms`
}

/** A result as it was printed, or nearly so: very long numbers are cut. */
export const line = ({ seq, rttMs }: PingResult): string =>
  rttMs === null ? `seq=${seq} timeout` : `seq=${seq} rtt=${Number(rttMs.toPrecision(4))} ms`
