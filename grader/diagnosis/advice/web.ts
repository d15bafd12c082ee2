/** The next thing to try, for the symptoms of web servers and proxies. */
export const webAdvice = {
  'wrong-status-line':
    'Begin every response with `HTTP/1.1 200 OK` or the like: version, space, three digits, space, a few words; then `\\r\\n`.',
  'head-not-ended':
    'Between the last header and the body stands an empty line: the last header ends with `\\r\\n`, and `\\r\\n` follows.',
  'malformed-response': 'Ask with `curl -i`, and compare what you send with the example in the handout.',
  'wrong-status':
    'Print the request line that you take apart, and the path that you make of it, just before you open the file.',
  'wrong-length':
    'Build the body first, as bytes, and count those for Content-Length; then the head; then send both.',
  'end-unknown':
    'Send `Content-Length`, with the number of bytes in the body, in every response; or send `Connection: close`, and close.',
  'escaped-root':
    'Resolve the path first ({resolvePath}), and serve it only if it begins with ROOT and a separator behind it.',
  'died-on-missing-file': 'Take the error where the file is opened, {catch}, and answer 404 there.',
  'not-forwarded':
    'Print host, port and path when you have taken the address apart: are they those that you were asked for?',
  'waits-for-origin':
    'Leave out the Connection headers of the client, and send `Connection: close` to the origin; its end is then the end of the response.',
  'dropped-header': 'Pass the head of the response on as it came, all its lines.',
  'no-bad-gateway': 'Take the error of connect(), {catch}, and answer 502 there.',
} as const
