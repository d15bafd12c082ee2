type Sender = { send(bytes: Uint8Array): Promise<number> }

export async function sendAll(sock: Sender, data: Uint8Array | string): Promise<void> {
  let rest = data
  while (rest.length > 0) {
    const sent = await sock.send(Buffer.from(rest))
    rest = rest.slice(sent)
  }
}
