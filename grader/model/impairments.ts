/** What the network does to one transmission of a packet, or to the acknowledgement that answers it. */
export type Crossing =
  | 'clear'
  | 'lost'
  | 'damaged'
  | 'twice'
  /** A copy is held up and overtaken by the one that is sent again. */
  | 'late'
  | 'ack lost'
  | 'ack damaged'
  | 'ack twice'
  | 'ack late'
  /** Before it, somebody else's packet arrives. */
  | 'stray'

/**
 * Of packets, counted from 1: how their transmissions cross the network, one after the other. After these, and for
 * every other packet, the way is clear, so that a transfer comes to its end.
 */
export type Schedule = { readonly [packet: number]: readonly Crossing[] }

export const crossingsOf = (schedule: Schedule, packet: number): readonly Crossing[] => [
  ...(schedule[packet] ?? []),
  'clear',
]

/** Each item befalls a packet of its own, from `first` to `last`. `integer(n)` draws a number below n. */
export function drawSchedule(
  integer: (below: number) => number,
  all: readonly (readonly Crossing[])[],
  [first, last]: readonly [first: number, last: number],
): Schedule {
  const free = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  const drawn = all.map((crossings) => [free.splice(integer(free.length), 1)[0] ?? last, crossings] as const)
  return Object.fromEntries(drawn)
}

const told: { readonly [each in Crossing]: (packet: number) => string } = {
  clear: (n) => `packet ${n} arrives`,
  lost: (n) => `packet ${n} lost`,
  damaged: (n) => `packet ${n} damaged`,
  twice: (n) => `packet ${n} twice`,
  late: (n) => `a copy of packet ${n} late`,
  'ack lost': (n) => `ACK of packet ${n} lost`,
  'ack damaged': (n) => `ACK of packet ${n} damaged`,
  'ack twice': (n) => `ACK of packet ${n} twice`,
  'ack late': (n) => `ACK of packet ${n} late`,
  stray: (n) => `a stranger before packet ${n}`,
}

/** `packet 3 lost, ACK of packet 5 damaged`; nothing when nothing happens. */
export const tellSchedule = (schedule: Schedule): string =>
  Object.entries(schedule)
    .flatMap(([packet, crossings]) => crossings.map((crossing) => told[crossing](Number(packet))))
    .join(', ')
