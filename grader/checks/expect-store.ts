import { Broken } from './broken.ts'
import type { Reply, StoreClient } from './store.ts'
import { nothingMoreMs, replyMs } from './times.ts'

export type StoreExpectations = {
  /** The reply to a question for this key is this value. While an insert may be on its way, the question is repeated. */
  toRead(key: string, value: string): Promise<void>
  /** The reply to a question for this key is a value that is not empty. Resolves to it. */
  toReadSomething(key: string): Promise<string>
  /** Nothing was stored under this key: the reply is `key=`, or none within 300 ms. */
  toReadNothing(key: string): Promise<void>
  /** Within 300 ms no client has heard more than one reply a question; one more for each insert is another check's business. */
  toHaveHadOneReplyEach(): Promise<void>
  /** Within 300 ms nothing comes that answers no question. */
  toReceiveNothingMore(): Promise<void>
}

/** How long a question may go unanswered before it is asked again, and the first pause after an outdated reply. */
const askAgainMs = 1000
const firstPauseMs = 20

export function expectStore(client: StoreClient, clients: readonly StoreClient[]): StoreExpectations {
  const { store } = client
  const { peer } = client.datagrams
  const { program } = client.datagrams.server
  const { recorder } = program

  const surplus = (each: StoreClient) => each.unasked.length > each.inserts

  async function nextReply(key: string, ms: number): Promise<Reply | undefined> {
    const look = () => client.take(key) ?? (surplus(client) ? ('surplus' as const) : undefined)
    const found = await recorder.until(ms, () => look() ?? (program.exit === null ? undefined : 'exit'))
    if (found !== 'exit' && found !== 'surplus') return found
    // Nobody answers any more, but an answer may still be on its way.
    return found === 'exit' ? recorder.window(nothingMoreMs, () => client.take(key)) : undefined
  }

  function fail(key: string, want: string, reply: Reply | undefined, since: number): never {
    const stray = reply === undefined ? client.unasked.slice(since).at(-1) : undefined
    if (stray !== undefined && client.hasAsked(stray)) failUnasked(client)
    recorder.record('grader', 'deadline')
    const about = reply?.key ?? key
    throw new Broken({
      kind: 'lookup',
      by: peer.name,
      key: Buffer.from(about),
      want: Buffer.from(about === key ? want : (store.everRight(about).at(-1) ?? '')),
      got: (reply?.datagram ?? stray)?.bytes ?? null,
    })
  }

  function failUnasked(loud: StoreClient): never {
    recorder.record('grader', 'deadline')
    const got = loud.unasked.map(({ bytes }) => bytes)
    throw new Broken({ kind: 'unasked', by: loud.datagrams.peer.name, got })
  }

  return {
    async toRead(key, value) {
      const want = `${key}=${value}`
      const [startedMs, since] = [recorder.nowMs(), client.unasked.length]
      for (let pauseMs = firstPauseMs; ; pauseMs *= 2) {
        const open = !store.isSeen(key)
        await client.ask(key)
        const got = await nextReply(key, open ? askAgainMs : replyMs)
        const text = got?.datagram.bytes.toString()
        if (text === want) return store.see(key, value)
        const outdated = got === undefined ? open : (open || client.owed(key) > 0) && mayBe(got, key)
        const over =
          recorder.nowMs() - startedMs > replyMs * recorder.share || program.exit !== null || surplus(client)
        if (!outdated || over) return fail(key, want, got, since)
        if (got !== undefined) await recorder.window(pauseMs, () => program.exit ?? undefined)
      }
    },

    async toReadSomething(key) {
      const since = client.unasked.length
      await client.ask(key)
      const got = await nextReply(key, replyMs)
      const value = got?.datagram.bytes.toString().slice(key.length + 1) ?? ''
      if (got?.key !== key || value === '') return fail(key, `${key}=…`, got, since)
      store.see(key, value)
      return value
    },

    async toReadNothing(key) {
      const since = client.unasked.length
      await client.ask(key)
      const got = await recorder.window(
        nothingMoreMs,
        () => client.take(key) ?? (surplus(client) || program.exit !== null ? null : undefined),
      )
      const nothing = got?.key === key && got.datagram.bytes.toString() === `${key}=`
      if (got === undefined || nothing) return
      fail(key, `${key}=`, got ?? undefined, since)
    },

    async toHaveHadOneReplyEach() {
      const loud = await recorder.window(nothingMoreMs, () => heardTooMuch(surplus))
      if (loud !== undefined) failUnasked(loud)
    },

    async toReceiveNothingMore() {
      const loud = await recorder.window(nothingMoreMs, () =>
        heardTooMuch(({ unasked }) => unasked.length > 0),
      )
      if (loud !== undefined) failUnasked(loud)
    },
  }

  function heardTooMuch(isTooMuch: (each: StoreClient) => boolean): StoreClient | undefined {
    for (const each of clients) each.sort()
    return clients.find(isTooMuch)
  }

  function mayBe({ key: about, datagram }: Reply, key: string): boolean {
    return about === key && store.everRight(key).includes(datagram.bytes.toString())
  }
}
