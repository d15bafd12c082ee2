import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const server = createServer(async (request, response) => {
  try {
    const answer = await fetch(request.url!, {
      redirect: 'manual',
      headers: { 'accept-encoding': 'identity' },
    })
    response.writeHead(answer.status, answer.statusText, Object.fromEntries(answer.headers))
    if (answer.body === null) response.end()
    else await pipeline(Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream), response)
  } catch (error) {
    console.error(String(error))
    if (!response.headersSent) response.writeHead(502).end('Bad Gateway')
    else response.destroy()
  }
})
server.listen(Number(process.argv[2]))
