type Sender = { send(bytes: Uint8Array): Promise<number> }

export async function sendAll(sock: Sender, data: Buffer): Promise<void> {
  let sent = 0
  while (sent < data.length) sent += await sock.send(data.subarray(sent))
}
