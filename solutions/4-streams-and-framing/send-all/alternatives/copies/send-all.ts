type Sender = { send(bytes: Uint8Array): Promise<number> }

// CommonJS.
exports.sendAll = async function (sock: Sender, data: Buffer | string) {
  let left = Buffer.from(data)
  do {
    const sent = await sock.send(left) // once with nothing, if there is nothing
    left = Buffer.from(left.subarray(sent))
  } while (left.length > 0)
  return true
}
