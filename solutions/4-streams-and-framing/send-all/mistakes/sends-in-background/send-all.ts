type Sender = { send(bytes: Uint8Array): Promise<number> }

async function loop(sock: Sender, bytes: Buffer): Promise<void> {
  let rest = bytes
  while (rest.length > 0) rest = rest.subarray(await sock.send(rest))
}

export async function sendAll(sock: Sender, data: Uint8Array | string): Promise<void> {
  loop(sock, Buffer.from(data))
}
