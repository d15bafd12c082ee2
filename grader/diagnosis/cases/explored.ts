import type { ExploredExpectation } from '../../model/expectation-explored.ts'
import { bytes, caseOf, exited, row, type Row } from './shorthands.ts'

type ExploredRow = Row & { readonly shows: readonly string[] }

const found = (inner: ExploredExpectation['inner'], talks = 1): ExploredExpectation => ({
  kind: 'explored',
  inner,
  talks,
  seed: 5,
  path: '6:0:1',
})
const lines = (want: string, got: string): ExploredExpectation['inner'] => ({
  kind: 'line-replies',
  by: 'client 1',
  before: 0,
  want: [[bytes(want)]],
  got: bytes(got),
  why: got === '' ? 'silence' : 'different',
})
const long = 'x'.repeat(4096)

/** What was found by chance is told in the words for what went wrong, with the conversation that shows it. */
export const exploredRows: readonly ExploredRow[] = [
  {
    ...row(
      'a value that came back changed',
      'wrong-reply',
      caseOf(
        'udp server',
        found({ kind: 'lookup', by: 'ada', key: bytes('a'), want: bytes('a=\n'), got: bytes('a=') }),
        'ada send a=\\n\nada send a\nada receive a=\nada send a\nada receive a=\nada send a\ngrader deadline',
      ),
      "'a=\\n' was stored",
      'Found by chance and made as short as can be (seed 5, path 6:0:1).',
    ),
    shows: ["ada sends 'a=\\n' then 'a'\nada receives 'a='\nada sends 'a'\n", "[b'a=\\n', b'a']", 'range(2)'],
  },
  {
    ...row(
      'an empty datagram that ended the program',
      'crashed',
      caseOf(
        'udp server',
        found({ kind: 'lookup', by: 'ada', key: bytes(''), want: bytes('='), got: null }, 3),
        "ada send ''\nprogram exit\ngrader deadline",
        exited(1),
      ),
      'Found by chance, after 2 conversations that went well with this program (',
    ),
    shows: ["ada sends ''\nprogram ends\n", "[b'']"],
  },
  {
    ...row(
      'a long line in pieces',
      'no-reply',
      caseOf(
        'tcp server',
        found(lines(`% ${long}`, '')),
        `client 1 connect\nclient 1 send % ${long}\nclient 1 send \\n\ngrader deadline`,
      ),
      'Found by chance',
    ),
    shows: [
      "client 1 sends '% xxxxxxxxxxxxxxxxxxxxxxxxxxxx…' (4098 bytes) then '\\n'",
      "(printf '\\045 '; head -c 4096 /dev/zero | tr '\\0' 'x'; sleep 0.2; printf '\\n') | nc -w 2 127.0.0.1 12000",
    ],
  },
  {
    ...row(
      'two clients',
      'extra-bytes',
      caseOf(
        'tcp server',
        found(lines('B', 'AB\\n')),
        'client 1 connect\nclient 1 send a\nclient 1 finish\nclient 1 end\n' +
          'client 2 connect\nclient 2 send b\\n\nclient 2 receive AB\\n\ngrader deadline',
      ),
    ),
    shows: [
      "client 1 connects\nclient 1 sends 'a'\nclient 1 finishes\nclient 1 is told the end\nclient 2 connects\n",
      "printf 'a' | nc -w 2 127.0.0.1 12000; printf 'b\\n' | nc",
    ],
  },
  {
    ...row(
      'a frame',
      'wrong-header',
      caseOf(
        'tcp server',
        found({ kind: 'frame', by: 'client 1', want: 'ab', got: bytes('\0\0\0\x03AB'), why: 'silence' }),
        'client 1 connect\nclient 1 send \0\0\0\x02ab\nclient 1 receive \0\0\0\x03AB\ngrader deadline',
      ),
    ),
    shows: [
      "client 1 sends 00 00 00 02 'ab'\nclient 1 receives 00 00 00 03 'AB'\n",
      "printf '\\000\\000\\000\\002ab' | nc -w 2 127.0.0.1 12000 | od -c",
    ],
  },
]
