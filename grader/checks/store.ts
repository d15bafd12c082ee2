import type { Datagram } from '../harness/udp-peer.ts'
import type { DatagramPeer } from './peers.ts'
import type { ServerUnderTest } from './server.ts'

const fixedKey = 'version'
// No question holds one.
const noKey = '='

const keyOf = (text: string) => text.slice(0, text.indexOf('='))

/** What was stored under a key, in order; `seen` when the last of it has been read. */
type Kept = { readonly values: string[]; seen: boolean }

/**
 * What a key-value server must hold, as its clients know it. An insert has no reply, so a server that handles
 * datagrams side by side may still be busy with it when the next question comes: until the new value has been seen,
 * the old one is a right answer, too.
 */
export class Store {
  readonly #server: ServerUnderTest
  readonly #kept = new Map<string, Kept>()

  constructor(server: ServerUnderTest) {
    this.#server = server
  }

  async client(name: string): Promise<StoreClient> {
    return new StoreClient(await this.#server.datagrams(name), this)
  }

  insert(key: string, value: string): void {
    if (key === fixedKey) return
    const { values, seen } = this.#kept.get(key) ?? { values: [], seen: true }
    // Of two inserts on their way it is not known which one comes last.
    if (!seen) throw new Error(`read ${JSON.stringify(key)} before it is stored again`)
    this.#kept.set(key, { values: [...values, value], seen: false })
  }

  see(key: string, value: string): void {
    const { values } = this.#kept.get(key) ?? { values: [value] }
    this.#kept.set(key, { values, seen: true })
  }

  isSeen(key: string): boolean {
    return this.#kept.get(key)?.seen ?? true
  }

  /** The answers that were right at some time, the last one now. */
  everRight(key: string): string[] {
    const values = this.#kept.get(key)?.values ?? []
    return ['', ...values].map((value) => `${key}=${value}`)
  }
}

/** A reply to a question: `key` is the one it names. */
export type Reply = { readonly key: string; readonly datagram: Datagram }

/** One client of a key-value server. It tells replies apart by the key they begin with. */
export class StoreClient {
  readonly datagrams: DatagramPeer
  readonly store: Store
  /** Datagrams that answer no question. */
  readonly unasked: Datagram[] = []
  inserts = 0
  readonly #open = new Map<string, number>()

  constructor(datagrams: DatagramPeer, store: Store) {
    this.datagrams = datagrams
    this.store = store
  }

  random(length?: number): string {
    return this.datagrams.random(length)
  }

  /** Stores a value: one datagram, which has no reply. */
  async insert(key: string, value: string): Promise<void> {
    this.store.insert(key, value)
    this.inserts++
    await this.datagrams.send(`${key}=${value}`)
  }

  /** Asks for a value. */
  async ask(key: string): Promise<void> {
    this.#open.set(key, this.owed(key) + 1)
    await this.datagrams.send(key)
  }

  /** How many questions for this key have no reply yet. */
  owed(key: string): number {
    return this.#open.get(key) ?? 0
  }

  /** Whether this datagram is a reply once more: one to a question that was asked and answered. */
  hasAsked({ bytes }: Datagram): boolean {
    const text = bytes.toString()
    return text.includes('=') && this.#open.has(keyOf(text))
  }

  /** The next reply about this key that has come, or a late one about another key that was right at no time. */
  take(key: string): Reply | undefined {
    const { peer } = this.datagrams
    for (const datagram of peer.unread()) {
      peer.take(1)
      const text = datagram.bytes.toString()
      const about = keyOf(text)
      const owed = text.includes('=') ? this.owed(about) : 0
      if (owed === 0) this.unasked.push(datagram)
      else this.#open.set(about, owed - 1)
      if (owed > 0 && (about === key || !this.#wasRight(about, text))) return { key: about, datagram }
    }
    return undefined
  }

  /** Puts aside what has come: late replies that were right are forgotten, everything else counts as unasked. */
  sort(): void {
    for (let left = this.take(noKey); left !== undefined; left = this.take(noKey))
      this.unasked.push(left.datagram)
  }

  #wasRight(key: string, reply: string): boolean {
    return key === fixedKey || this.store.everRight(key).includes(reply)
  }
}

/** The clients of a key-value server share what they know of its contents. */
export const storeOn = (server: ServerUnderTest): Store => new Store(server)
