type Sender = { send(bytes: Uint8Array): Promise<number> }
const CHUNK = 4096

async function sendAll(sock: Sender, data: Uint8Array | string): Promise<number> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  let offset = 0
  while (offset < bytes.length) offset += await sock.send(bytes.subarray(offset, offset + CHUNK))
  console.log(`${offset} of ${bytes.length}`)
  return offset
}

export { sendAll }
