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
  'wrong-packet':
    'Build each packet as seq, flags, two bytes for the checksum, and at most 1000 bytes of the file.',
  'wrong-checksum':
    'Put 0 into bytes 2 and 3, work out the checksum over the whole packet, and then put it there, the high byte first.',
  'wrong-sequence':
    'Begin with seq 0; turn it into the other one when the ACK of a packet has come, and only then.',
  'wrong-contents':
    'Read the file as bytes, cut it into blocks of at most 1000, and send each of them once, whatever is in it.',
  'fin-missing': 'Set flag 0x01 in the last packet of the file, or send one more, empty, that has it.',
  'sent-ahead': 'After sending a packet wait for its ACK: only then the next block is read.',
  'never-repeated':
    'Limit the wait for the ACK to 200 ms: {ackLimit}. When the time is up, send the same packet again.',
  'repeated-too-soon': 'Give the ACK 200 ms. Python counts seconds (0.2), TypeScript milliseconds (200).',
  'repeated-too-late':
    'Give the ACK 200 ms, not more. Python counts seconds (0.2), TypeScript milliseconds (200).',
  'changed-on-repeat': 'Build the packet once, before the loop that sends it until its ACK comes.',
  'skipped-a-packet': 'When the timer runs out, send the same packet again, until its own ACK has come.',
  'believed-wrong-ack':
    'An ACK counts only if its checksum is right, its flags are 0x80 and its seq is that of the packet that is out.',
  'resent-on-wrong-ack':
    'Ignore a wrong ACK: go on waiting for what is left of the 200 ms. Only the timer makes you send.',
  'deaf-to-acks':
    'Print every ACK, byte by byte, and each of the comparisons you make with it: which one says no?',
  'gave-up-early':
    'Count the transmissions of this packet from 1, anew for every packet, and give up after the tenth.',
  'never-gave-up':
    'Make the loop that repeats a packet end after ten times, and then end the program with exit code 1.',
} as const
