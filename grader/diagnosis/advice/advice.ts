import type { Case } from '../../model/diagnosis.ts'
import type { Symptom } from '../../model/symptom.ts'
import { inTheirLanguage } from './idioms.ts'
import { lookUpAdvice } from './lookup.ts'
import { mailAdvice } from './mail.ts'
import { moduleAdvice } from './modules.ts'
import { pingAdvice } from './pings.ts'
import { transferAdvice } from './transfers.ts'
import { webAdvice } from './web.ts'
import { relayAdvice } from './relays.ts'
import { roomAdvice } from './rooms.ts'

/** The next thing to try, for every symptom. An exercise may say something better for a check of its own. */
export const advice: { readonly [symptom in Symptom]: string } = {
  'does-not-parse': 'Mend the line that is named; your editor marks it too.',
  crashed:
    'Look at the line that is named: what does each name in it hold at that moment? Print them just before it.',
  'exited-early':
    'A server never comes to its end: it waits for the next client in {wait}, inside {forever}.',
  'ended-after-first-client': 'Put {accept} and what follows it inside {forever}.',
  'output-flood': 'Look for a print inside a loop that does not wait for anything.',
  'never-listened':
    'See that the program reaches bind() and listen() at once, and that both happen before anything that waits.',
  'never-bound': 'bind() the socket to the port argument, {port}, before the first recvfrom().',
  'bound-not-listening': 'Call listen() after bind() and before accept().',
  'wrong-port': 'Take the port from the command line: {port}.',
  'wrong-address': '{address}.',
  'wrong-transport': 'SOCK_STREAM is TCP, SOCK_DGRAM is UDP: give socket() the one this exercise is about.',
  'address-in-use': 'Make one socket and bind it once, before the loop.',
  'served-only-once': 'Put {accept} inside {forever}, and let nothing in it wait for ever for one client.',
  'listener-closed':
    'Make the listening socket once, before the loop, and close only the connection inside it.',
  'lost-waiting-client': 'Serve each connection that accept() returns before you call accept() again.',
  'served-out-of-order':
    'Serve each connection when accept() returns it; the system keeps the others in a queue, first come, first served.',
  'used-listening-socket': 'Keep the two sockets apart: {accept}; from then on this client is `connection`.',
  'text-not-bytes':
    'Turn text into bytes before it is sent, with {encode}, and bytes into text after they came, with {decode}.',
  'no-reply':
    'Go through the program by hand: in which call does it wait, and what would have to come for it to go on?',
  'waits-for-eof': 'Answer after the first recv() that returned data: {recv}, then {sendall}.',
  'closed-without-reply': 'Send the reply before you close the connection: {sendall}.',
  'reset-connection':
    'A close() while received bytes are still unread resets the connection: recv() them first, then close().',
  'wrong-reply': 'Print what you received and what you send, and compare the two from the caret on.',
  'stale-reply': 'Inside the loop, build every answer anew from what this client sent.',
  'counted-characters': 'Count the bytes before you decode them: a letter outside ASCII takes two to four.',
  'replied-with-promise': 'Write `await` before every call that waits, recv() first of all.',
  'reply-cut-short':
    'Is the number in recv(…) big enough? Send with {sendall}, which goes on until everything is sent, and close only then.',
  'extra-bytes': 'Send the reply and nothing else: no newline, no label, no second copy.',
  'damaged-bytes':
    'Send the very bytes that {recv} returned: not every byte is a letter, so do not turn them into text.',
  'bytes-lost':
    'Send with {sendall}; where a send() must not wait, keep what it did not take and send that later.',
  'not-closed': 'Close the connection when the conversation is over.',
  'died-on-eof': 'When recv() returns nothing, close this connection and go on with the next accept().',
  'died-on-reset':
    'Catch the errors of one connection where it is served, close it, and go on with the next accept().',
  'leaked-descriptors':
    'close() the connection in a `finally` block: then it is closed on every path, after an error as well.',
  'chunk-for-message':
    'Add what recv() returns to a buffer, and take a message out of it only when it is complete.',
  'lost-rest':
    'Take one message from the front of what has come, keep the rest, and look again before you call recv().',
  'decoded-in-pieces': 'Collect bytes, and decode a message only when all of it is there: {decode}.',
  'replied-too-early': 'Read in a loop until recv() returns nothing, and send only after the loop.',
  'short-read':
    'recv(n) returns what is there, at most n bytes: call it in a loop, and add up what it returns.',
  'wrong-byte-order': 'Write the length with {packLength}, and read it the same way.',
  'wrong-header':
    'Build the payload first, as bytes; then the header: {packLength}, with the number of those bytes.',
  'unbounded-length': 'Right after the header: is the length above 1 MiB? Then close this connection.',
  'answered-half-a-frame':
    'Where recv() returns nothing in the middle of a frame, there is no frame: close the connection.',
  'missed-eof': 'In the loop that collects bytes: when recv() returns nothing, stop.',
  'one-at-a-time': 'Go back to {accept} at once, and serve the client meanwhile: {serve}.',
  'mixed-clients':
    'Keep what belongs to one client in variables of the function that serves it, and hand it its connection as a parameter, not by a variable of the accept loop: {serve}.',
  'answered-only-once':
    'Repeat {recv} and {sendall} for one client until recv() returns nothing, and close only then.',
  'waits-for-newline': 'Take what has come, with {recv}, instead of reading a line.',
  'listen-on-udp': 'bind(), then {recvfrom}: there is nothing to listen for or to accept.',
  'replied-to-self': 'Use the whole address of the sender: {recvfrom}, then {sendto}.',
  'replied-elsewhere': 'Use the address of the sender: {recvfrom}, then {sendto}.',
  'reply-to-wrong-client':
    'Use the address that came with this datagram: {recvfrom}, then {sendto}, both inside the loop.',
  'reply-from-other-port': 'Send the reply through the very socket that received the datagram: {sendto}.',
  'reply-truncated': 'Give recvfrom() room for the longest datagram: {recvfrom}, or 65535 to be safe.',
  'missing-reply': 'Let every recvfrom() be followed by one sendto(), inside the loop.',
  'extra-datagram': 'Let every recvfrom() be followed by one sendto(), not more.',
  'stopped-answering': 'Put {recvfrom} and {sendto} inside {forever}, and leave the socket open.',
  'stopped-at-empty-datagram': 'Do not stop when the data is empty: answer it like any other datagram.',
  'never-connected': '{call} both command line arguments, the host and the port: {port}.',
  'client-bound-port':
    'Leave out bind(): a client gets a free port by itself, from connect() or from its first sendto().',
  'sent-nothing': 'Send the line first, then wait for the reply.',
  'waits-for-stdin-eof': 'Read ONE line, by {readLine}, and not all of standard input.',
  'wrong-line': 'Send what was typed, without change; only the newline at its end may be left out.',
  'wrong-encoding': 'Turn the line into bytes as UTF-8, with {encode}.',
  'split-datagram': 'Send the whole message with one sendto(), not in a loop.',
  'resent-too-early': 'Send the line once; if you repeat it, then only after a second of silence.',
  'printed-own-answer': 'Print what {answer} returned: {print}.',
  'printed-promise': 'Write `await` before the call, and print the value: {print}.',
  'reply-not-printed': 'Print the whole reply, as text, on standard output: {print}.',
  'did-not-wait':
    'Wait for the answer in {answer} before you close the socket, and print what it returned: {print}.',
  'extra-connection': 'Connect once, and use that connection for the whole conversation.',
  'request-not-ended': 'End the header with an empty line: a line end, and a second one right after it.',
  'bare-line-feeds': 'End every line of the request with both characters, `\\r\\n`, the empty line too.',
  'host-missing': 'Send a line `Host: ` with the host argument, between the request line and the empty line.',
  'wrong-request':
    'Print the request just before you send it, and compare it with the example in the handout.',
  'kept-alive': 'Send a line `Connection: close`, between the request line and the empty line.',
  'stopped-reading': 'Call recv() in a loop, write what each call returns, and leave the loop at 0 bytes.',
  'lost-at-exit':
    'Let the program come to its end by itself, without a call that exits, so that its output can still flow.',
  'decoded-output': 'Write the bytes as they came out of recv(): {write}.',
  'changed-output': 'Write the bytes as they came out of recv(): {write}.',
  'extra-output': 'Write the bytes and nothing else: {write}. Other messages belong on standard error.',
  'not-exited': 'close() the socket, and let the program come to its end.',
  unanswered: 'Write an answer, or leave it out on purpose.',
  'malformed-answer': 'Look at the example in the handout.',
  'wrong-choice': 'Read the lesson again, and choose.',
  'wrong-assignment': 'Read the lesson again, and assign.',
  'wrong-value': 'Read the lesson again, and count.',
  'wrong-order': 'Ask of each step what it needs to have happened before.',
  'wrong-calls': 'Write the program in your mind, call by call.',
  'wrong-rows': 'Put into one row what does the same work on both sides.',
  'explains-no-call': 'Name the call, and say what it is there for.',
  'names-without-relation': 'Say what each call does to another, in a sentence.',
  'marked-by-teacher': 'Ask your teacher.',
  'exit-code': 'Let the program come to its normal end, which is exit code 0.',
  'eof-taken-for-reply':
    '0 bytes from recv() are the end of the stream: if nothing came before, say so on standard error, and {exit}.',
  'no-timeout':
    'Bound the wait before the first call that waits: {settimeout}; when the time is over, {exit}.',
  'stack-trace': 'Put the calls that can fail into {catch}, and print one sentence of your own there.',
  'unclean-output': 'Print the reply, and nothing else, on standard output; everything else by {complain}.',
  ...pingAdvice,
  ...mailAdvice,
  ...transferAdvice,
  ...moduleAdvice,
  ...webAdvice,
  ...relayAdvice,
  ...roomAdvice,
  ...lookUpAdvice,
}

export const adviceFor = (symptom: Symptom, broken: Case): string => inTheirLanguage(advice[symptom], broken)
