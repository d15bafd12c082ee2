type Sender = { send(bytes: Uint8Array): Promise<number> }

export async function sendAll(sock: Sender, data: Uint8Array | string): Promise<void> {
  const bytes = Buffer.from(data)
  let sent = 0
  while (sent < data.length) sent += await sock.send(bytes.subarray(sent))
}
