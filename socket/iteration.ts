/** One step of a `for await` loop over a socket, which ends without an error when the socket is closed. */
export async function until<T>(
  closed: () => boolean,
  step: Promise<T>,
): Promise<IteratorResult<T, undefined>> {
  try {
    return { done: false, value: await step }
  } catch (error) {
    if (closed()) return { done: true, value: undefined }
    throw error
  }
}
