/** The next thing to try, for the symptoms of a pinger. */
export const pingAdvice = {
  'wrong-ping':
    'Build each datagram as the text `Ping <seq> <time>`, with seq counting from 1, and encode it.',
  'wrong-count': 'Take COUNT from the third argument, 10 without one, and go through the loop so many times.',
  'sent-too-early':
    'In one round of the loop: send, wait until this reply has come or its second has passed, print. Only then the next.',
  'never-timed-out': 'Limit the wait: {timeLimit}. When the time is up, print `seq=<n> timeout` and go on.',
  'stopped-at-loss': '{catchTimeout}, print `seq=<n> timeout`, and let the loop go on with the next ping.',
  'took-other-reply':
    'Take the number out of every reply. If it is not the one you wait for, ignore the reply and wait for what is left of the second.',
  'wrong-timeout':
    'Fix the deadline when you send, one second later, and give every {answer} only what is left until then.',
  'wrong-result':
    'Print exactly one line for each ping: `seq=<n> rtt=<x> ms` if its reply came in time, else `seq=<n> timeout`.',
  'wrong-rtt':
    'Note the time right before this ping is sent and right after its reply was received; print the difference in milliseconds.',
  'wrong-summary':
    'Count the pings sent and the pings answered, and print `sent=<n> received=<n> lost=<p>%` once, after the loop.',
  'counted-twice': 'Count a ping as received once, when the reply with its number ends the wait.',
} as const
