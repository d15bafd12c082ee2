import { arrival, module, notLoaded, raise, raised, returned, sends, unfit } from './module-shorthands.ts'
import { moduleSendsRows } from './module-sends.ts'
import { crashedWith, errorAt, exited, row, type Row } from './shorthands.ts'

const loading: readonly Row[] = [
  row(
    'a default export',
    'missing-export',
    module(unfit('nothing', ['default']), {}, 'typescript'),
    'as its `default`',
  ),
  row(
    'another name',
    'missing-export',
    module(unfit('nothing', ['send_all']), {}, 'typescript'),
    'It exports `send_all`',
  ),
  row('not exported', 'missing-export', module(unfit('nothing'), {}, 'typescript'), 'Without `export`'),
  row('a class', 'missing-export', module(unfit('class')), '`sendAll` is a class'),
  row('a value', 'missing-export', module(unfit('value', [], 'todo')), "no function but a value, 'todo'"),
  row(
    'a server in a module',
    'never-loaded',
    module(notLoaded, { busy: 0.9 }),
    'have not come to their end',
    'busy',
  ),
  row(
    'an end in a module',
    'exited-early',
    module(notLoaded, exited(0)),
    'ended the whole program (exit code 0)',
  ),
  row(
    'a module that fails',
    'crashed',
    module(notLoaded, crashedWith('ModuleNotFoundError', null, 'import numpy', "No module named 'numpy'")),
    'failed while it was being loaded at server.py:14: `import numpy`',
  ),
  row(
    'a module that does not parse',
    'does-not-parse',
    module(notLoaded, crashedWith('SyntaxError', null, 'while data', "expected ':'")),
    "SyntaxError: expected ':'",
  ),
]

const failing: readonly Row[] = [
  row(
    'an added promise',
    'not-awaited',
    module(sends('stopped', { outcome: { ...returned, added: true } }), {}, 'typescript'),
    'you added a Promise where the count should be',
    'NaN',
  ),
  row(
    'a promise that nobody awaits',
    'not-awaited',
    module(raise('returned', { ...returned, waiting: 1 }), {}, 'typescript'),
    'was over before a send() had said how much it took',
  ),
  row(
    'a coroutine',
    'not-awaited',
    module(
      sends('stopped', {
        sends: [],
        outcome: { ...returned, shown: '<coroutine object send_all>', lazy: true },
      }),
    ),
    'returned a coroutine and did nothing',
  ),
  row(
    'text for bytes',
    'text-not-bytes',
    module(
      sends('raised', {
        text: true,
        outcome: raised(
          errorAt('TypeError', null, 'sock.send(data)', "a bytes-like object is required, not 'str'"),
        ),
      }),
    ),
    'The data was given as text, and you treated it as bytes',
  ),
  row(
    'a method that is not there',
    'crashed',
    module(
      sends('raised', {
        outcome: raised(
          errorAt('AttributeError', null, 'sock.sendall(data)', "'Socket' object has no attribute 'sendall'"),
        ),
      }),
    ),
    'This one has only send()',
  ),
  row(
    'arguments the other way round',
    'crashed',
    module(
      sends('raised', {
        outcome: raised(
          errorAt('AttributeError', null, 'x.send(y)', "'bytes' object has no attribute 'send'"),
        ),
      }),
    ),
    'the socket is the first argument',
  ),
  row(
    'an error of its own',
    'crashed',
    module(
      sends('raised', {
        outcome: raised(errorAt('NameError', null, 'sent += n', "name 'n' is not defined")),
      }),
    ),
    'send_all() failed at server.py:14: `sent += n`, although send() had not',
  ),
  row(
    'a swallowed error',
    'swallowed-error',
    module(raise('returned', { ...returned, shown: 'False' })),
    'The peer closed: call 3 of send() failed with EPIPE, but send_all() returned normally',
    "with 'False', which nobody looks at",
    'the caller believes everything was sent',
  ),
  row('tries for ever', 'swallowed-error', module(raise('endless', null, 21)), 'you called it 20 times more'),
  row(
    'an end',
    'exited-early',
    module(raise('silence', null), exited(1)),
    'send_all() ended the whole program (exit code 1)',
  ),
  row(
    'a handler that fails',
    'crashed',
    module(raise('raised', raised(errorAt('NameError', null, 'loging.error(e)')))),
    'and then your own handling of it failed at server.py:14',
  ),
  row('a gap in megabytes', 'bytes-lost', module(arrival('lost', 'efgh', null)), 'which comes later'),
  row(
    'megabytes twice',
    'repeated-bytes',
    module(arrival('repeated', 'efgh', null)),
    'which had come before',
  ),
  row(
    'a tail',
    'stopped-short',
    module(arrival('end', '', returned)),
    'the reader got only 512 bytes of 8,388,608',
  ),
  row(
    'a tail not awaited',
    'not-awaited',
    module(arrival('end', '', { ...returned, waiting: 1 })),
    'still under way',
  ),
  row(
    'no more megabytes',
    'did-not-return',
    module(arrival('silence', '', null)),
    'and then nothing for seconds',
  ),
]

export const moduleRows: readonly Row[] = [...loading, ...moduleSendsRows, ...failing]
