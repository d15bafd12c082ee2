import { hasLineForPeople, hasStackTrace } from './stack-trace.ts'

test.each([
  'Traceback (most recent call last):\n  File "client.py", line 9, in <module>\n    client.connect(there)\n',
  'something first\n  + Exception Group Traceback (most recent call last):\n  |   File "client.py", line 9, in main\n',
  '  File "client.py", line 9\n    if x\n        ^\nSyntaxError: expected \':\'\n',
  'Error: connect ECONNREFUSED 127.0.0.1:1\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16) {\n',
  'refused: SocketError: connect: ECONNREFUSED\n    at file:///home/ada/client.mjs:12:14\n',
  'Error\n    at async main (/home/ada/my code/client.ts:9:3)\n    at async Promise.all (index 0)\n',
  'node:internal/process/promises:394\n      triggerUncaughtException(err, true);\n',
  "node:events:497\n      throw er; // Unhandled 'error' event\n",
  "Uncaught:\n'refused'\n(Use `node --trace-uncaught ...` to show where the exception was thrown)\n",
])('is a stack trace: %j', (stderr) => {
  expect(hasStackTrace(stderr)).toBe(true)
})

test.each([
  'Connection refused: is the server running at 127.0.0.1:12000?\n',
  'connect ECONNREFUSED 127.0.0.1:12000\n',
  'Error: connect: ECONNREFUSED: nothing listens at 127.0.0.1:12000:1\n',
  '[Errno 111] Connection refused\n',
  'Look at port 12000:\n    at least one server should be there (127.0.0.1:12000)\n',
  "client.py: can't trace the server (most recent call: connect)\n",
  '(node:12) Warning: slow\n(Use `node --trace-warnings ...` to show where the warning was created)\n',
])('is none: %j', (stderr) => {
  expect(hasStackTrace(stderr)).toBe(false)
})

test.each([
  ['Zeitüberschreitung\n', true],
  ['接続が拒否されました\n', true],
  ['', false],
  ['\n \n> \n', false],
])('a line for people: %j', (stderr, said) => {
  expect(hasLineForPeople(stderr)).toBe(said)
})
