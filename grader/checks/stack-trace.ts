const traces = [
  /^\s*(?:[+|] )*(?:Exception Group )?Traceback \(most recent call last\):/m,
  /^\s*File "[^"]+", line \d+/m,
  /^\s+at .*:\d+:\d+\)?[, {]*$/m, // Node: `    at connect (/home/…/client.ts:9:14)`
  /^\s+at (?:async )?[\w.<>[\] ]+ \((?:node:|native|<anonymous>)/m,
  /\bnode:internal\b|^node:\w+:\d+$/m,
  /^Uncaught\b/m,
  /\bUnhandledPromiseRejection\b|--trace-uncaught/,
]

/** Whether a runtime's own account of an error was printed: what helps a programmer and frightens a user. */
export const hasStackTrace = (stderr: string): boolean => traces.some((trace) => trace.test(stderr))

/** Whether something was said that a person can read. */
export const hasLineForPeople = (stderr: string): boolean =>
  stderr.split('\n').some((line) => /\p{L}{2}/u.test(line))
