/** For programs between a client and a server. */
export const relayAdvice = {
  'no-upstream':
    'As soon as accept() has returned a client, connect() to HOST and PORT, the second and third argument, for it.',
  'takes-turns': 'Copy each direction in a task or thread of its own: neither waits for the other.',
  'not-relayed':
    'For each direction: recv() from one side, sendall() to the other, until recv() returns nothing.',
  'end-not-passed': 'When recv() returns nothing, call shutdown(SHUT_WR) on the OTHER socket.',
  'cut-other-direction':
    'Close a socket only when both directions have ended; until then shutdown(SHUT_WR) ends one of them.',
  'crossed-talks':
    'Connect to the server once for each client, and keep the two sockets in variables of the function that serves it.',
  'client-kept': 'Where connect() fails, close the connection of the client.',
  'died-on-refusal':
    'Catch the error of connect() where the client is served, and close its connection: the next one may have more luck.',
  'buffers-all': 'Wait until what you sent is taken before you recv() more: {sendall}.',
  spins:
    'Look for a loop that does not wait: is a socket whose stream has ended still asked whether it is readable?',
} as const
