import type { CheckReport, ExerciseReport, Report } from '../model/report.ts'

/** One report with everything in it that a reporter must be able to show, hostile output included. */
const nothing = {
  symptom: null,
  message: '',
  expected: '',
  actual: '',
  hint: '',
  reproduce: '',
  transcript: [],
  program: null,
}

function check(id: string, title: string, points: number, rest: Partial<CheckReport>): CheckReport {
  const verdict = rest.verdict ?? 'pass'
  return {
    id,
    title,
    points,
    score: verdict === 'pass' ? points : 0,
    durationMs: 131,
    verdict,
    ...nothing,
    ...rest,
  }
}

const python = (rest: Partial<NonNullable<CheckReport['program']>>): CheckReport['program'] => ({
  command: 'python3 server.py 49871',
  exitCode: null,
  signal: 'SIGKILL',
  stdoutTail: '',
  stderrTail: '',
  ...rest,
})

function exercise(slug: string, unit: string, title: string, rest: Partial<ExerciseReport>): ExerciseReport {
  const { checks = [] } = rest
  const sum = (pick: (each: CheckReport) => number) => checks.reduce((total, each) => total + pick(each), 0)
  const open = (each: CheckReport) =>
    ['inconclusive', 'grader-error'].includes(each.verdict) ? each.points : 0
  const points = {
    score: sum((each) => each.score),
    maxScore: sum((each) => each.points) || 10,
    undecided: sum(open),
  }
  const state = {
    track: null,
    state: 'graded' as const,
    reason: '',
    awaitingTeacher: 0,
    alsoAttempted: [],
    checks,
  }
  return { slug, unit, title, ...state, ...points, ...rest }
}

const upper = exercise('tcp-upper-server', '1-tcp-servers', 'Answer every client in upper case', {
  track: 'python',
  alsoAttempted: [{ track: 'typescript', score: 1 }],
  checks: [
    check('listens', 'listens on the port argument', 1, { program: python({ stdoutTail: 'listening' }) }),
    check('upper', 'replies with the upper-cased message', 2, {}),
    check('exact', 'sends nothing but the reply', 1, {
      verdict: 'fail',
      symptom: 'extra-bytes',
      message:
        "You sent 'HELLO\\n' (48 45 4C 4C 4F 0A), 1 byte more than the client expects. Send only 'HELLO'.",
      expected: "'HELLO' (5 bytes)",
      actual: "'HELLO\\n' (6 bytes)\n      ^ byte 5: 0A, expected the end",
      hint: 'Send the reply and nothing else: no newline, no label, no second copy.',
      reproduce: "printf %s 'hello' | nc -w 2 127.0.0.1 12000",
      transcript: [
        { atMs: 0.4, actor: 'client 1', event: 'connect', peer: '127.0.0.1:40112' },
        { atMs: 0.9, actor: 'client 1', event: 'send', bytes: 'aGVsbG8=' },
        { atMs: 1.2, actor: 'client 1', event: 'receive', bytes: 'SEVMTE8K' },
        { atMs: 1.3, actor: 'grader', event: 'deadline' },
      ],
      program: python({ stderrTail: 'a warning that has nothing to do with it' }),
    }),
    check('next-client', 'serves the next client', 2, {
      verdict: 'fail',
      symptom: 'served-only-once',
      message:
        'Client 1 was served, client 2 connected but got nothing. accept() returns ONE connection: call it again, inside the loop, for every client.',
      expected: "'XZ9CB-8B4C7V' (12 bytes)",
      actual: 'nothing: the connection stayed open and silent',
      hint: 'Put `connection, address = server.accept()` inside `while True:`, and let nothing in it wait for ever for one client.',
      reproduce: "for client in 1 2; do printf %s 'xz9cb-8b4c7v' | nc -w 2 127.0.0.1 12000; done",
      program: python({ stdoutTail: 'no client yet' }),
    }),
    check('empty-client', 'survives a client that closes without sending', 1, {
      verdict: 'blocked',
      message: 'Not tried: “serves the next client” comes first.',
    }),
  ],
})

const traceback = [
  'Traceback (most recent call last):',
  '  File "/home/ada/doorway/exercises/3-udp/udp-reply/python/server.py", line 21, in <module>',
  '    answer(data, address)',
  '  File "/home/ada/doorway/exercises/3-udp/udp-reply/python/server.py", line 12, in answer',
  '    server.sendto(names[address], address)  # \u001b[31mred\u001b[0m \u001b]0;owned\u0007<b>bold</b> \u202ereversed',
  '                  ~~~~~^^^^^^^^^',
  "KeyError: ('127.0.0.1', 40112)",
].join('\n')

const reply = exercise('udp-reply', '3-udp', 'Reply to the address recvfrom() returned', {
  track: 'python',
  checks: [
    check('replies', 'answers a datagram', 3, {
      verdict: 'fail',
      symptom: 'crashed',
      message:
        "Your program crashed at server.py:12: `server.sendto(names[address], address)  # \\u{1b}[31mred`, after client 1 had sent 5 bytes. KeyError: ('127.0.0.1', 40112).",
      expected: 'a program that keeps serving',
      actual: "KeyError: ('127.0.0.1', 40112) (exit code 1)",
      hint: 'Look at the line that is named: what does each name in it hold at that moment? Print them just before it.',
      program: python({ exitCode: 1, signal: null, stderrTail: traceback }),
    }),
    check('right-client', 'answers each client, not the first one', 3, {
      verdict: 'blocked',
      message: 'Not tried: “answers a datagram” comes first.',
    }),
    check('same-port', 'answers from its own port', 2, {
      verdict: 'inconclusive',
      message: 'Port 49871 was taken by another program while this check ran.',
      hint: 'Grade again; no points are lost.',
    }),
    check('every', 'answers every datagram, the empty one too', 2, {
      verdict: 'fail',
      symptom: 'reply-truncated',
      message:
        '1200 bytes were sent, 64 came back: recvfrom(64) cuts a longer datagram, and the rest is gone. There is no second read as with TCP.',
      expected: "'…769NV-2E43L-8Y626-日本-JH9YH-3XD5R-TFQBP-769N…' (1200 bytes)",
      actual:
        "'…769NV-2E43L-8Y626-日本-JH9YH-3X' (64 bytes)\n                                  ^ byte 64: the end, expected 46 2D 55 57 36 4C …",
      hint: `Give recvfrom() room: ${'x'.repeat(130)}`,
      reproduce: "head -c 1200 /dev/zero | tr '\\0' a | nc -u -w 1 127.0.0.1 12000",
      program: python({}),
    }),
    check('explores', 'holds 24 random conversations', 0, {
      verdict: 'fail',
      symptom: 'wrong-reply',
      message:
        "Client 1 sent 'a\\t', and '2 bytes' came back. Found by chance and made as short as can be (seed 7, path 2:0).",
      expected: "'got 2 bytes' (11 bytes)",
      actual:
        "client 1 sends 'a\\t'\nclient 1 receives '2 bytes'\n'2 bytes' (7 bytes)\n ^ byte 0: 32, expected 67",
      hint: 'Print what you received and what you send, and compare the two from the caret on.',
      reproduce: "printf 'a\\011' | nc -u -w 1 127.0.0.1 12000",
    }),
  ],
})

const blank = { score: 0, maxScore: 10, undecided: 0 }

export const sample: Report = {
  schema: 'doorway/report/v1',
  submission: 'ada',
  startedAt: '2025-01-31T23:59:00.000Z',
  durationMs: 6834,
  seed: 7,
  score: 13,
  maxScore: 50,
  undecided: 4,
  awaitingTeacher: 2,
  grader: { version: '1.0.0', node: 'v20.19.0', platform: 'linux-x64', sandbox: 'process' },
  exercises: [
    upper,
    exercise('accept-loop', '1-tcp-servers', 'Accept one client after another', {
      track: 'typescript',
      checks: [
        check('listens', 'listens on the port argument', 10, {}),
        check('backlog', 'explains what the backlog is for', 2, {
          verdict: 'awaiting-teacher',
          message: 'Your answer was handed in; a teacher reads it.',
        }),
        check('twenty', 'greets twenty clients, 1 to 20, none lost, none twice', 2, {
          verdict: 'grader-error',
          message: 'The grader itself failed: Error: no such file\n    at open (grader.js:1)',
          hint: 'Tell the course staff; no points are lost.',
        }),
      ],
    }),
    exercise('tcp-upper-client', '2-tcp-clients', 'Send a line, print the reply', {
      ...blank,
      state: 'not-started',
    }),
    exercise('udp-upper-client', '3-udp', 'Send one datagram, print the reply', {
      ...blank,
      state: 'unreadable',
      reason:
        'python/client.py is a symbolic link that leaves the submission, to /etc/passwd\u001b[2J. Hand in the file itself, please, not a link to it.',
    }),
    reply,
  ],
}
