import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Answer line by line',
  role: 'server',
  transport: 'tcp',
  entry: 'server',
  checks: {
    one: {
      title: 'answers a line, and closes when the client has finished',
      points: 1,
      minor: ['not-closed', 'reset-connection'],
      hints: {
        'no-reply':
          'Print what recv() returns. Do you look for an LF in it? A line may end with CRLF, but the CR need not be there.',
      },
    },
    coalesced: {
      title: 'answers three lines that arrive together',
      points: 2,
      needs: ['one'],
      hints: {
        'lost-rest':
          "After taking a line look for the next one in what is left, before you call recv() again. (In Python makefile('rw') forgets what it has read ahead: see the handout.)",
      },
    },
    split: { title: 'waits for the rest of a line that arrives in pieces', points: 2, needs: ['one'] },
    'utf8-split': { title: 'reads a letter that is cut between its bytes', points: 1, needs: ['split'] },
    'crlf-empty': {
      title: 'takes CRLF for an end of line, and answers empty lines',
      points: 1,
      needs: ['one'],
    },
    long: { title: 'answers a line of 100 KiB', points: 1, needs: ['split'] },
    'per-conn': { title: 'keeps the lines of its clients apart', points: 1, needs: ['one'] },
    pipelined: {
      title: 'answers 1000 lines that are sent at once, in their order',
      points: 1,
      needs: ['coalesced', 'split'],
    },
    explores: {
      title: 'holds 24 random conversations',
      points: 0,
      needs: ['utf8-split', 'crlf-empty', 'long', 'per-conn', 'pipelined'],
    },
  },
})
