type Bytes = Uint8Array

/** What a member of a chat room is to be told: the line, and whose doing it is about. */
export type RoomLine = {
  readonly about: 'present' | 'joined' | 'left' | 'said' | 'refusal'
  /** The client it is about; of a list, the one who reads it. */
  readonly of: string
  /** Of a list, the names in any order. */
  readonly names: readonly string[]
  readonly line: string
  /** What was said, without its tag; the name that was given, when it is to be refused. */
  readonly text: string
}

/** What a chat room owes its members. `heard` are the lines that nothing else had asked for. */
export type RoomExpectation =
  /** A member wants a line. */
  | {
      readonly kind: 'hear'
      readonly by: string
      readonly want: RoomLine
      readonly heard: readonly Bytes[]
      /** What came behind the last line, without an end of its own. */
      readonly rest: Bytes
      /** Others who got this line. */
      readonly others: readonly string[]
      /** What the answer waited for: that this other client left, or that the one it is about had finished. */
      readonly waitedFor: string | null
      readonly why: 'silence' | 'end' | 'reset'
    }
  /** Somebody heard a line that was not meant for them: their own, one before they had a name, about nobody, or again. */
  | {
      readonly kind: 'overheard'
      readonly by: string
      readonly line: Bytes
      readonly because: 'own' | 'unnamed' | 'nobody' | 'again'
      /** Whose words or doings it tells. */
      readonly of: string
    }
  /** A member wants to hear everything that another one says, although a third one reads nothing. */
  | {
      readonly kind: 'stalled'
      readonly by: string
      readonly speaker: string
      readonly slow: string
      readonly saidBytes: number
      readonly heardBytes: number
      readonly why: 'silence' | 'end' | 'reset'
    }
