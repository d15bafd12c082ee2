/** send() takes some of the bytes, from the first one on, and returns a promise of how many. */
export type Sender = { send(bytes: Uint8Array): Promise<number> }

/** Sends all of `data` (bytes, or text: its UTF-8) through `sock`. */
export async function sendAll(sock: Sender, data: Buffer | string): Promise<void> {
  // TODO 1. If data is text, turn it into bytes.
  // TODO 2. Call sock.send() until all bytes are taken. What do you give it the second time?
}
