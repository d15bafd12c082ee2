import { Call } from './call.ts'
import { Turns } from './turns.ts'
import { Patience } from './waiting.ts'

const patience = (timeoutMs: number | null) => new Patience(new Call(0, 'send', undefined), timeoutMs)

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

test('the first goes in at once, the others in order, whatever fails', async () => {
  const turns = new Turns()
  const log: string[] = []
  const first = gate()
  const task = (name: string, work: Promise<void>) => () => {
    log.push(name)
    return work
  }
  const all = [
    turns.take(patience(null), task('one', first.opened)),
    turns.take(patience(null), task('two', Promise.reject(new Error('two failed')))),
    turns.take(patience(null), task('three', Promise.resolve())),
  ]
  expect(log).toEqual(['one'])
  first.open()
  const outcomes = await Promise.allSettled(all)
  expect(log).toEqual(['one', 'two', 'three'])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('who loses patience leaves, and nobody overtakes the one who is still at work', async () => {
  const turns = new Turns()
  const log: string[] = []
  const first = gate()
  const one = turns.take(patience(null), () => first.opened.then(() => log.push('one')))
  const two = turns.take(patience(5), async () => log.push('two'))
  const three = turns.take(patience(null), async () => log.push('three'))
  await expect(two).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  first.open()
  await Promise.all([one, three, turns.over()])
  expect(log).toEqual(['one', 'three'])
})
