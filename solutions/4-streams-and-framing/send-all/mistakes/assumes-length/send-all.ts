type Sender = { send(bytes: Uint8Array): Promise<number> }
const CHUNK = 1024

export async function sendAll(sock: Sender, data: Uint8Array | string): Promise<void> {
  const bytes = Buffer.from(data)
  let offset = 0
  while (offset < bytes.length) {
    const chunk = bytes.subarray(offset, offset + CHUNK)
    const sent = await sock.send(chunk)
    console.log('sent', sent)
    offset += chunk.length
  }
}
