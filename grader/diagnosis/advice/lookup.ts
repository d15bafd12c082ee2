/** For programs that look up names. */
export const lookUpAdvice = {
  'wrong-query':
    'Print the query in hexadecimal just before you send it, and compare it with the one in the handout.',
  'misread-name':
    'To get behind a name: a byte from 1 to 63 is a label of that length, 0 is its end, and one of 192 or more is a pointer, which is two bytes long and ends it.',
  'misread-record':
    'Go from record to record: name, TYPE (2 bytes), CLASS (2), TTL (4), RDLENGTH (2), and as many bytes of data as that says.',
  'misread-alias':
    'Look at the TYPE of every record: 1 is an address, 5 is a CNAME, whose data is a name. Go from one to the next by RDLENGTH.',
  'missing-address': 'Loop ANCOUNT times, and print the address of every record of TYPE 1.',
  'believed-forgery':
    'In a loop: receive, and unless the first two bytes are those of your query, receive again with what is left of the second.',
  'fixed-id': 'Draw the ID anew for each run, a random number from 0 to 65535.',
  'asked-only-once': 'Put sending and waiting into a loop of two rounds, and catch the timeout inside it.',
} as const

const fields = {
  reply: String.raw`\201\200\0\1\0\1\0\0\0\0`,
  record: String.raw`\300\14\0\1\0\1\0\0\0\74\0\4\306\63\144\7`,
}

/** A name server for a second terminal: every name has the address 198.51.100.7. */
export const nameServer =
  `python3 -c "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('127.0.0.1', 12000)); ` +
  `[s.sendto(q[:2] + b'${fields.reply}' + q[12:q.index(0, 12) + 5] + b'${fields.record}', a) for q, a in iter(lambda: s.recvfrom(2048), 0)]"`
