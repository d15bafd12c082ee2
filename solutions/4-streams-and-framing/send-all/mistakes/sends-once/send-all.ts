type Sender = { send(bytes: Uint8Array): Promise<number> }

export async function sendAll(sock: Sender, data: Uint8Array | string): Promise<void> {
  await sock.send(Buffer.from(data))
}
