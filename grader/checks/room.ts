import type { RoomLine } from '../model/expectation-room.ts'
import { linesOf } from '../model/lines.ts'
import type { TcpPeer } from './peers.ts'
import type { ServerUnderTest } from './server.ts'
import { nothingMoreMs, replyMs } from './times.ts'
import { failToHear } from './room-silence.ts'

const nameLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** Whether a newcomer is greeted, and how, is a check of its own: the others go on after so long. */
const greetingMs = 1000
/** Whoever sends more will not stop. */
const mostBytes = 512 * 1024

/** The clients of a chat room, as they know each other. */
export class Room {
  readonly members: Member[] = []
  readonly #server: ServerUnderTest

  constructor(server: ServerUnderTest) {
    this.#server = server
  }

  /** Connects a client, which does not say its name yet. `name` is the one it is going to give. */
  async connect(nick: string, name?: string): Promise<Member> {
    const peer = await this.#server.connect(nick)
    const member = new Member(this, peer, name ?? longer(nick, peer, nick.length + 3))
    this.members.push(member)
    return member
  }

  /** Connects a client that says its name, and waits until it has been told something. */
  async join(nick: string, name?: string): Promise<Member> {
    const member = await this.connect(nick, name)
    await member.giveName()
    await member.beGreeted()
    return member
  }

  /** Holds the program while clients do something, so that it finds all of it at once. */
  atOnce(happens: () => Promise<void>): Promise<void> {
    return this.#server.whileHeld(happens)
  }
}

/** A client of a chat room. Lines that a check has asked for are claimed; of the others some tell what went wrong. */
export class Member {
  readonly peer: TcpPeer
  readonly name: string
  readonly room: Room
  /** It has given a name, which was not refused. */
  hasName = false
  readonly #claimed = new Set<number>()
  readonly #lines: string[] = []
  #readBytes = 0
  /** How many lines the others had got when it came. */
  readonly #before: ReadonlyMap<Member, number>

  constructor(room: Room, peer: TcpPeer, name: string) {
    this.room = room
    this.peer = peer
    this.name = name
    this.#before = new Map(room.members.map((each) => [each, each.#all().length]))
  }

  get nick(): string {
    return this.peer.stream.name
  }

  /** Some random letters to say. */
  random(length?: number): string {
    return this.peer.random(length)
  }

  say(text: string): Promise<void> {
    return this.peer.send(`${text}\n`)
  }

  giveName(): Promise<void> {
    this.hasName = true
    return this.say(this.name)
  }

  /** Leaves with FIN. */
  leave(): Promise<void> {
    this.hasName = false
    return this.peer.finish()
  }

  /** Leaves with a reset. */
  vanish(): void {
    this.hasName = false
    this.peer.abort()
  }

  /** The same name with letters behind it, `length` in all. */
  nameOf(length: number): string {
    return longer(this.nick, this.peer, length)
  }

  /** Waits until it has been told something; what it should be is another check's business. */
  async beGreeted(): Promise<void> {
    const { stream, program } = this.peer
    const { recorder } = program
    const over = () => stream.over !== null
    const told = () => (over() || this.lines().length > 0 ? true : undefined)
    const greeted = () => (over() || this.lines().some((line) => /present/i.test(line)) ? true : undefined)
    // Somebody who is alone may have been told nothing.
    const alone = !this.room.members.some((each) => each !== this && each.hasName)
    await recorder.until(alone ? greetingMs : replyMs, told)
    if (told() && !greeted()) await recorder.window(nothingMoreMs, greeted)
    if (!over() && (alone || told())) return
    const others = this.room.members.filter((each) => each !== this && each.hasName)
    await failToHear(this, this.presence(others), () => true)
  }

  /** Lines that nothing has asked for yet, all or those that came since this other client did. */
  lines(other?: Member): string[] {
    const from = other === undefined ? 0 : (other.#before.get(this) ?? 0)
    return this.#all().filter((_, i) => i >= from && !this.#claimed.has(i))
  }

  /** Takes the first line of these. */
  claim(isWanted: (line: string) => boolean): boolean {
    const at = this.#all().findIndex((line, i) => !this.#claimed.has(i) && isWanted(line))
    if (at !== -1) this.#claimed.add(at)
    return at !== -1
  }

  presence(others: readonly Member[]): RoomLine {
    const names = others.map(({ name }) => name)
    const line = `* present: ${names.join(', ')}`.trimEnd()
    return { about: 'present', of: this.nick, names, line, text: this.name }
  }

  /** What is to be told when this member misses a line. */
  misses(want: RoomLine, others: readonly string[]) {
    const { stream } = this.peer
    const heard = this.lines().map((line) => Buffer.from(line))
    const rest = Buffer.from(linesOf(stream.everything()).rest)
    const why = stream.over ?? 'silence'
    return { kind: 'hear', by: this.nick, want, heard, rest, others, waitedFor: null, why } as const
  }

  /** Read on from where the last complete line ended, since a program may send lines without end. */
  #all(): readonly string[] {
    const bytes = this.peer.stream.everything().subarray(this.#readBytes, mostBytes)
    const { lines, rest } = linesOf(bytes)
    this.#readBytes += bytes.length - rest.length
    this.#lines.push(...lines.map((line) => Buffer.from(line).toString()))
    return this.#lines
  }
}

/** A name of this length, with a digit and letters of both cases in it. */
function longer(nick: string, peer: TcpPeer, length: number): string {
  const letter = () => nameLetters[peer.between({ from: 0, to: nameLetters.length - 1 })] ?? 'a'
  const digit = String(peer.between({ from: 0, to: 9 }))
  const rest = Array.from({ length: length - nick.length - 1 }, letter)
  return `${nick}${digit}${rest.join('')}`
}

/** The members of a chat room share what they know of each other. */
export const roomOn = (server: ServerUnderTest): Room => new Room(server)
