type Sender = { send(bytes: Uint8Array): Promise<number> }

export function sendAll(sock: Sender, data: Uint8Array | string): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (rest: Buffer): void => {
      if (rest.length === 0) return // and resolve() is never called
      sock.send(rest).then((sent) => next(rest.subarray(sent)), reject)
    }
    next(Buffer.from(data))
  })
}
