import http from 'node:http'

http
  .createServer((request, response) => {
    const { host, pathname, search } = new URL(request.url!)
    const [hostname, port] = host.split(':')
    const upstream = http.request(
      {
        hostname,
        port: port ?? 80,
        path: pathname + search,
        headers: { ...request.headers, host, connection: 'close' },
      },
      (answer) => {
        response.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(response)
      },
    )
    upstream.on('error', () => {
      if (!response.headersSent) response.writeHead(502)
      response.end()
    })
    response.on('close', () => upstream.destroy())
    request.pipe(upstream)
  })
  .listen(Number(process.argv[2]), () => console.log('up'))
