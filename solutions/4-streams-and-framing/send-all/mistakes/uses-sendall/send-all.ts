export async function sendAll(sock: any, data: Uint8Array | string): Promise<void> {
  await sock.sendall(Buffer.from(data))
}
