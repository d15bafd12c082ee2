/** send() takes some of the bytes, from the first one on, and returns a promise of how many. */
export type Sender = { send(bytes: Uint8Array): Promise<number> }

/** Sends all of `data` (bytes, or text: its UTF-8) through `sock`. */
export async function sendAll(sock: Sender, data: Buffer | string): Promise<void> {
  let rest = typeof data === 'string' ? Buffer.from(data) : data
  while (rest.length > 0) {
    const taken = await sock.send(rest)
    rest = rest.subarray(taken) // what was taken is not ours any more; subarray() copies nothing
  }
}
