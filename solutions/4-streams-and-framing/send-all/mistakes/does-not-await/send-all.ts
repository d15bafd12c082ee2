type Sender = { send(bytes: Uint8Array): Promise<number> }

export async function sendAll(sock: Sender, data: Uint8Array | string): Promise<void> {
  const bytes = Buffer.from(data)
  let offset = 0
  while (offset < bytes.length) {
    offset += sock.send(bytes.subarray(offset))
  }
}
