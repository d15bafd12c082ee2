import type { Expectation } from '../../model/expectation.ts'
import { bytes, call, caseOf, exited, port, row, type Row } from './shorthands.ts'

const lookup = (key: string, want: string, got: string | null, by = 'client 1'): Expectation => ({
  kind: 'lookup',
  by,
  key: bytes(key),
  want: bytes(want),
  got: got === null ? null : bytes(got),
})
const unasked = (by: string, ...got: string[]): Expectation => ({
  kind: 'unasked',
  by,
  got: got.map(bytes),
})
const of = (
  name: string,
  symptom: Row['symptom'],
  expectation: Expectation,
  story: string,
  says: readonly string[],
  program = {},
): Row => row(name, symptom, caseOf('udp server', expectation, story, program), ...says)

const stored = 'client 1 send a=b\nclient 1 send a'
const shared = 'ada send a=b\nada send a\nada receive a=b\nbob send a'

/** A key-value server. */
export const storeRows: readonly Row[] = [
  of('cut at every =', 'wrong-reply', lookup('a', 'a=b=c', 'a=b'), 'client 1 send a=b=c\nclient 1 send a', [
    "'a=b=c' came back as 'a=b'",
    'only the FIRST = separates',
  ]),
  of('cut at the last =', 'wrong-reply', lookup('a', 'a=b=c', 'a='), 'client 1 send a=b=c\nclient 1 send a', [
    "'a=b=c' came back as 'a='",
    'only the FIRST = separates',
  ]),
  of(
    'cut at the last =, and silent',
    'missing-reply',
    lookup('a', 'a=b=c', null),
    'client 1 send a=b=c\nclient 1 send a',
    ['got no answer: only the FIRST = separates'],
  ),
  of(
    'an insert confirmed',
    'extra-datagram',
    unasked('client 1', 'OK'),
    'client 1 send a=b\nclient 1 receive OK',
    ["You answered an insert: after 'a=b' came 'OK'", 'silent there', 'the answer to its next question'],
  ),
  of('an insert echoed', 'extra-datagram', unasked('client 1', 'a=b'), `${stored}\nclient 1 receive a=b`, [
    "You answered an insert: after 'a=b' came 'a=b'",
  ]),
  of(
    'each reply twice',
    'extra-datagram',
    unasked('client 1', 'a=b', 'a=b'),
    `${stored}\nclient 1 receive a=b\nclient 1 receive a=b`,
    ['Client 1 heard 2 datagrams more than it had asked questions'],
  ),
  of('a reply to everybody', 'reply-to-wrong-client', unasked('ada', 'a=b'), `${shared}\nada receive a=b`, [
    'Ada received the answer meant for bob',
  ]),
  of(
    'a reply to the first client',
    'reply-to-wrong-client',
    lookup('a', 'a=b', null, 'bob'),
    `${shared}\nada receive a=b\ngrader deadline`,
    ['Ada received the answer meant for bob'],
  ),
  of(
    'the version changed',
    'wrong-reply',
    lookup('version', 'version=1', 'version=hacked'),
    'client 1 send version\nclient 1 receive version=1\nclient 1 send version=hacked\nclient 1 send version',
    ["'version=hacked' changed the version", "'version=1' before"],
  ),
  of('no version', 'wrong-reply', lookup('version', 'version=…', 'version='), 'client 1 send version', [
    'nothing behind the =',
  ]),
  of(
    'a plain object',
    'wrong-reply',
    lookup('constructor', 'constructor=', 'constructor=function Object() { [native code] }'),
    'client 1 send constructor',
    ["Asking for 'constructor' returned a function of the language", 'A Map has none'],
  ),
  of(
    'the prototype of a plain object',
    'wrong-reply',
    lookup('__proto__', '__proto__=b', '__proto__=[object Object]'),
    'client 1 send __proto__=b\nclient 1 send __proto__',
    ['an object of the language', "although '__proto__=b' was stored"],
  ),
  of('undefined', 'wrong-reply', lookup('a', 'a=', 'a=undefined'), 'client 1 send a', [
    "Nothing was stored under 'a'",
    "'undefined' is how your language shows a missing value",
  ]),
  of('an error for an unknown key', 'wrong-reply', lookup('a', 'a=', 'NOT FOUND'), 'client 1 send a', [
    "received 'NOT FOUND' instead of 'a=' or silence",
  ]),
  of(
    'keys trimmed',
    'wrong-reply',
    lookup('a', 'a=b', 'a=c'),
    'client 1 send a=b\nclient 1 send  a=c\nclient 1 send a',
    ["what was stored under ' a'", 'these are two keys'],
  ),
  of('Latin-1', 'wrong-encoding', lookup('é', 'é=b', 'Ã©=b'), 'client 1 send é=b\nclient 1 send é', [
    'read as Latin-1',
  ]),
  of(
    'the first value kept',
    'stale-reply',
    lookup('a', 'a=c', 'a=b'),
    `client 1 send a=b\nclient 1 send a=c`,
    ["'a=c' was stored after 'a=b'", 'the last value counts'],
  ),
  of('nothing kept', 'wrong-reply', lookup('a', 'a=b', 'a='), stored, ['as if it had never been']),
  of('a store for each client', 'wrong-reply', lookup('a', 'a=b', 'a=', 'bob'), shared, [
    "Ada stored 'a=b', and bob, who asked for 'a', got 'a='",
    'one store, for all clients',
  ]),
  of('a store for each client, silent', 'missing-reply', lookup('a', 'a=b', null, 'bob'), shared, [
    "bob, who asked for 'a', got no answer",
  ]),
  of('the value alone', 'wrong-reply', lookup('a', 'a=b', 'b'), stored, [
    'the value alone',
    "the key, 'a=b'",
  ]),
  of('another wrong reply', 'wrong-reply', lookup('a', 'a=b', 'x'), stored, [
    "received 'x' instead of 'a=b'",
  ]),
  of(
    'a small buffer for inserts',
    'reply-truncated',
    lookup('a', `a=${'b'.repeat(98)}`, `a=${'b'.repeat(62)}`),
    `client 1 send a=${'b'.repeat(98)}\nclient 1 send a`,
    ['A datagram of 100 bytes was stored', 'recvfrom(64) cuts'],
  ),
  of('no answer at all', 'no-reply', lookup('a', 'a=b', null), `${stored}\nclient 1 send a`, [
    "Client 1 stored 'a=b', asked for 'a' 2 times and got no answer within 5 s",
  ]),
  of('one answer less', 'missing-reply', lookup('a', 'a=b', null), `client 1 receive c=d\n${stored}`, [
    'although earlier questions had one',
  ]),
  of(
    'no answer for an empty value',
    'missing-reply',
    lookup('a', 'a=', null),
    'client 1 send a=\nclient 1 send a',
    ['an empty value is a value'],
  ),
  of(
    'no answer for the empty key',
    'missing-reply',
    lookup('', '=b', null),
    "client 1 send =b\nclient 1 send ''",
    ['the empty datagram asks for it'],
  ),
  of(
    'a server that ends at the empty datagram',
    'stopped-at-empty-datagram',
    lookup('', '=b', null),
    "client 1 send a=b\nclient 1 send a\nclient 1 receive a=b\nclient 1 send =b\nclient 1 send ''",
    ['an empty datagram, and your program ended'],
    exited(),
  ),
  of('replies to itself', 'replied-to-self', lookup('a', 'a=b', null), stored, ['the port you bound'], {
    calls: [call('sendto', ['127.0.0.1', port])],
  }),
]
