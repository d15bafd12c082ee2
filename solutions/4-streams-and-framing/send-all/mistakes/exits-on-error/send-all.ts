type Sender = { send(bytes: Uint8Array): Promise<number> }

export async function sendAll(sock: Sender, data: Uint8Array | string): Promise<void> {
  let rest = Buffer.from(data)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(await sock.send(rest))
    } catch (error) {
      console.error('could not send', error)
      process.exit(1)
    }
  }
}
