/** All in ms, before they are stretched for the load of the machine. Catalogue: positive 5 s, negative 300 ms. */
export const startMs = 5000
export const replyMs = 5000
/** An answer that nothing but another client could delay. */
export const besideMs = 2000
export const endMs = 2000
export const nothingMoreMs = 300
/** A reply that has begun and then stopped for this long is over. */
export const quietMs = 2000
/** Nothing that drips is waited for any longer. */
export const longestMs = 30_000
/** After a failure: how long the reason may take to show itself. */
export const aftermathMs = 500
export const exitMs = 3000
