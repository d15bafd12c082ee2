type Sender = { send(bytes: Uint8Array): Promise<number> }

export async function sendAll(sock: Sender, data: Uint8Array | string): Promise<void> {
  let rest = Buffer.from(data)
  try {
    while (rest.length > 0) rest = rest.subarray(await sock.send(rest))
  } catch (error) {
    console.log('could not send', error)
  }
}
