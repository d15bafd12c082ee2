type Sender = { send(bytes: Uint8Array): Promise<number> }

// No async function: a chain of promises.
export const sendAll = (sock: Sender, data: Buffer | string): Promise<void> => {
  const bytes = Buffer.from(data)
  if (bytes.length === 0) return Promise.resolve()
  return sock.send(bytes).then((sent) => sendAll(sock, bytes.subarray(sent)))
}
