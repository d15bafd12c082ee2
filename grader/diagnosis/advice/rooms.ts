/** For members of a chat room: what they are told, and what not. */
export const roomAdvice = {
  'wrong-present':
    'Make the list before you add the newcomer, and send it to the newcomer: `* present: ` and the names, with `, ` between them.',
  'missing-notice':
    'Send the notice to every member but the one it is about, in one place: a function that tells all but one.',
  'wrong-notice':
    'Compare with the handout, blank by blank: `* NAME joined` and `* NAME left`, each a line of its own.',
  'not-broadcast':
    'Keep all members in one place that every handler can reach, and send each line to all of them but the sender.',
  'wrong-tag':
    'Build the line as `[NAME] text`: brackets, one blank, and the text as it came, without its line end.',
  'heard-itself': 'Skip the one it comes from: compare each member with the sender before you send.',
  'unnamed-hears':
    'Add a client to the members only after its name has been accepted, and send it nothing before.',
  'announced-nobody': 'Announce only those who were let in: remember for each client whether it was.',
  'took-bad-name':
    'Test the name before you let anybody in: 1 to 16 letters and digits, A to Z, a to z and 0 to 9, and nobody present has it.',
  'refused-good-name':
    'Print the name that you refuse, with quotes around it: is there a CR or LF at its end, or did you get only a part?',
  'wrong-refusal': 'Send one line that begins with `error`, in small letters, then close the connection.',
  'cut-off-bystander':
    'Catch the errors of each send() by itself, inside the loop over the members: an error there is about that member, not about the one who speaks.',
  'stalled-by-slow-reader':
    'Let nobody wait for one member: give each a queue, and a task or thread of its own that sends from it.',
} as const
