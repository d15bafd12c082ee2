// The floor of `grade -- tcp-upper-server`: the same program started once per check, all checks at once, the same
// exchanges, and nothing else: no Jest, no transcript, no diagnosis. Prints the milliseconds it took.
// node bench/floor.js WINDOW FILE ARGS…: WINDOW is `window` (wait 300 ms for more bytes) or `end` (until the stream ends).
import { floors, windowMs } from './floors.js'

const [window, ...command] = process.argv.slice(2)
const { exchange, checks } = floors['tcp-upper-server']
const waitMs = window === 'end' ? 0 : windowMs
const all = { listens: {}, upper: {}, closes: {}, 'empty-client': {}, ...checks, exact: { waitMs } }

const startedMs = performance.now()
await Promise.all(Object.values(all).map((check) => exchange(command, check)))
console.log(Math.round(performance.now() - startedMs))
process.exit()
