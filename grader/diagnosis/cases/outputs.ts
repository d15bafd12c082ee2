import type { Expectation } from '../../model/expectation.ts'
import { caseOf, crashedWith, exited, row, type Row } from './shorthands.ts'

const head = 'HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n'
const raw = (text: string) => Buffer.from(text, 'latin1')

const output = (
  pieces: readonly string[],
  got: string,
  why: 'silence' | 'exit' = 'exit',
  exactly = false,
): Expectation => ({ kind: 'output', pieces: pieces.map(raw), got: raw(got), exactly, why })
const exact = (want: string, got: string) =>
  caseOf('tcp client', output([want], got, 'exit', true), answered, exited())

const answered = 'server accept\nserver receive GET\nserver send HTTP\nserver end\nprogram exit'
const segments = Array.from(
  { length: 20 },
  (_, i) => `${i === 0 ? head : ''}segment ${String(i).padStart(4)}\n`,
)
const long = `${head}${Array.from({ length: 9000 }, (_, i) => `line ${i}\n`).join('')}`

export const outputRows: readonly Row[] = [
  row(
    'one recv()',
    'stopped-reading',
    caseOf('tcp client', output(segments, segments[0] ?? ''), `${answered}\nserver reset`, exited()),
    'printed 1 of 20 segments',
    'One recv() is not enough: read until it returns 0 bytes',
  ),
  row(
    'stuck after some',
    'stopped-reading',
    caseOf('tcp client', output(segments, segments.slice(0, 7).join(''), 'silence'), answered),
    'printed 7 of 20 segments',
    'more may follow',
  ),
  row(
    'process.exit() before the pipe was read',
    'lost-at-exit',
    caseOf('tcp client', output([long], long.slice(0, 70_000)), answered, exited(), 'typescript'),
    `You received all ${long.length} bytes, but only 70000 came out`,
    'process.exit() throws the queue away',
  ),
  row(
    'a sign for what is no UTF-8',
    'decoded-output',
    exact(`${head}\xff\xd8 picture`, `${head}\xef\xbf\xbd\xef\xbf\xbd picture`),
    'FF, came out as EF BF BD',
    'write bytes, do not decode',
  ),
  row(
    'Latin-1',
    'decoded-output',
    exact(`${head}\xff\xd8 picture`, `${head}\xc3\xbf\xc3\x98 picture`),
    'came out as C3 BF, decoded as Latin-1',
  ),
  row(
    'dropped bytes',
    'decoded-output',
    exact(`${head}\xff\xd8 picture`, `${head} picture`),
    'came out as 20 70',
  ),
  row(
    'decode() that fails',
    'decoded-output',
    caseOf(
      'tcp client',
      output([`${head}\xff`], ''),
      answered,
      crashedWith('UnicodeDecodeError', null, 'print(data.decode())'),
    ),
    'you treat them as text',
  ),
  row('a newline', 'extra-output', exact(`${head}page`, `${head}page\n`), 'a line end (0A)'),
  row('a remark', 'extra-output', exact(`${head}page`, `${head}pagedone`), "4 bytes of your own, 'done'"),
  row('a remark before', 'extra-output', exact(`${head}page`, `ok ${head}page`), 'Before the response'),
  row(
    'line ends of its own',
    'changed-output',
    exact(`${head}page`, `${head}page`.replaceAll('\r', '')),
    'came out as a bare LF',
  ),
  row('stripped', 'changed-output', exact(`${head}page \n`, `${head}page`), 'last 2 bytes', '20 0A'),
  row(
    'lines between pieces',
    'changed-output',
    exact(`${head}page`, `${head}pa\nge`),
    'A line end (0A) that the server never sent',
  ),
  row('another byte', 'changed-output', exact(`${head}page`, `${head}pbge`), '61, came out as 62'),
  row(
    'the body alone',
    'changed-output',
    exact(`${head}a page of more than thirty-two letters`, 'a page of more than thirty-two letters'),
    'You printed the body only',
  ),
  row(
    'bytes as Python shows them',
    'changed-output',
    exact(head, `${String.raw`b'HTTP/1.1 200`}'`),
    'Python displays',
  ),
  row('a promise', 'printed-promise', exact(head, 'Promise { <pending> }\n'), 'its `await` is missing'),
  row(
    'nothing',
    'reply-not-printed',
    caseOf('tcp client', output([head], ''), answered, exited()),
    'without having printed anything',
  ),
  row(
    'nothing, in a loop',
    'reply-not-printed',
    caseOf('tcp client', output([head], '', 'silence'), answered, { busy: 0.9 }),
    'kept the processor busy',
  ),
  row(
    'on standard error',
    'reply-not-printed',
    caseOf('tcp client', output([head], ''), answered, { ...exited(), stderr: head }),
    'on your standard error',
  ),
  row(
    'gone before the answer',
    'did-not-wait',
    caseOf('tcp client', output([head], ''), 'server accept\nprogram exit\nserver send HTTP', exited()),
    'you sent the request and left',
  ),
]
