import { defineExercise } from '#grader'

export default defineExercise({
  title: 'Put a length in front of every message',
  role: 'server',
  transport: 'tcp',
  entry: 'server',
  checks: {
    one: {
      title: 'answers a frame with a frame',
      points: 1,
      hints: {
        'waits-for-eof':
          'The header says how much belongs to this frame: answer as soon as you have that much.',
      },
    },
    'byte-by-byte': { title: 'waits for all four bytes of a header', points: 2, needs: ['one'] },
    coalesced: {
      title: 'finds every frame of those that come together',
      points: 2,
      needs: ['one'],
      hints: {
        'closed-without-reply': 'Put a loop around one frame: read the next header when the answer is sent.',
      },
    },
    zero: {
      title: 'answers an empty frame',
      points: 1,
      needs: ['one'],
      hints: {
        'closed-without-reply':
          'An empty payload is a message like any other; only recv() that returns nothing, where a header should begin, is the end.',
        'no-reply': 'A length of 0 is complete at once: answer 00 00 00 00, without waiting for a payload.',
      },
    },
    large: {
      title: 'collects a payload of 65 537 bytes',
      points: 1,
      needs: ['one'],
      hints: {
        'closed-without-reply':
          '65 537 bytes are allowed: only above 1 MiB, 1 048 576, is a length too much.',
        'reset-connection': '65 537 bytes are allowed: only above 1 MiB, 1 048 576, is a length too much.',
      },
    },
    'bytes-not-chars': { title: 'counts bytes, not characters', points: 1, needs: ['one'] },
    limit: { title: 'hangs up on a length above 1 MiB', points: 1, needs: ['one'] },
    truncated: {
      title: 'hangs up when the client ends inside a frame',
      points: 1,
      needs: ['byte-by-byte', 'large'],
    },
    explores: {
      title: 'holds 24 random conversations',
      points: 0,
      needs: ['coalesced', 'zero', 'bytes-not-chars', 'limit', 'truncated'],
    },
  },
})
