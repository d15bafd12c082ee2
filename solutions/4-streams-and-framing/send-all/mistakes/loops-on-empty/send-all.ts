type Sender = { send(bytes: Uint8Array): Promise<number> }

export async function sendAll(sock: Sender, data: Uint8Array | string): Promise<void> {
  let rest = Buffer.from(data)
  let sent = 0
  do {
    sent = await sock.send(rest)
    rest = rest.subarray(sent)
  } while (sent === 0 || rest.length > 0)
}
