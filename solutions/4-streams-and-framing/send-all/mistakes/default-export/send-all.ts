type Sender = { send(bytes: Uint8Array): Promise<number> }

export default async function (sock: Sender, data: Uint8Array | string): Promise<void> {
  let rest = Buffer.from(data)
  while (rest.length > 0) rest = rest.subarray(await sock.send(rest))
}
