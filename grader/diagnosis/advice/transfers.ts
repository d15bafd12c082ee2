/** The next thing to try, for the symptoms of a reliable transfer. */
export const transferAdvice = {
  'not-acknowledged':
    'Print seq, flags, the checksum in the packet and the one you work out, for every packet: which comparison fails?',
  'repeat-not-acknowledged':
    'Send the ACK for every whole packet of your sender; only the writing depends on whether its seq is the one you expect.',
  'acknowledged-damaged':
    'Check the checksum before you look at anything else in a packet: a damaged seq is damaged, too.',
  'wrong-acknowledgement':
    'Build the ACK as four bytes: the seq of the packet, 0x80, 0, 0. Then work out its checksum, and put it into the last two.',
  'wrote-twice':
    'Keep the seq you expect next, 0 at first. Write only if it is that one, and then expect the other.',
  'wrote-damaged':
    'Work out the checksum over the whole packet with 0 in its place, and compare it with bytes 2 and 3 before you write.',
  'took-stranger':
    'Remember the address of the first whole packet, and ignore everything that comes from another one.',
  'wrong-file':
    'Compare the two files: `cmp`, or `od -An -tx1`. At which byte do they begin to differ, and which block is that?',
  'decoded-file': 'Open the file for bytes, and write the very bytes behind the header.',
  'left-too-early':
    'After FIN go on as before, with a time limit of one second for every {answer}; end only when it has passed.',
} as const
