type Sender = { send(bytes: Uint8Array): Promise<number> }

function* pieces(bytes: Buffer): Generator<Buffer, void, number> {
  let offset = 0
  while (offset < bytes.length) offset += yield bytes.subarray(offset, offset + 2048)
}

export function sendAll(sock: Sender, data: Buffer | string): Promise<void> {
  const all = pieces(Buffer.from(data))
  return new Promise((resolve, reject) => {
    const next = (piece: IteratorResult<Buffer, void>) => {
      if (piece.done) return resolve()
      sock.send(piece.value).then((sent) => setImmediate(() => next(all.next(sent))), reject)
    }
    next(all.next())
  })
}
