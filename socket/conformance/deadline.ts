const DEADLINE_MS = 15_000

/** Gives up on an event that does not come, naming it. */
export function within<T>(what: string, event: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${what}: nothing happened for ${DEADLINE_MS} ms`)),
      DEADLINE_MS,
    )
    event.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
