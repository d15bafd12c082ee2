import fc from 'fast-check'
import { drawExchange, linesOf, predictReplies } from './exchange.ts'

const name = fc.string({ unit: 'grapheme', maxLength: 40 })

test('a name draws the same numbers on every machine: these have been given out', () => {
  const { server, ports, arrive, answered } = drawExchange('alice', 'q3-scenario')
  expect({ server, ports, arrive, answered }).toEqual({
    server: 11419,
    ports: { A: 59819, B: 51144 },
    arrive: ['A', 'B'],
    answered: ['A', 'B'],
  })
})

test('however a system writes a name, it is the same', () => {
  expect(drawExchange('Zoe\u0308', 'q').ports).toEqual(drawExchange('Zo\u00eb', 'q').ports)
})

test('ports are three different ones, outside of those where programs are graded', () => {
  fc.assert(
    fc.property(name, (each) => {
      const { server, ports } = drawExchange(each, 'q3-scenario')
      expect(new Set([server, ports.A, ports.B]).size).toBe(3)
      expect(server >= 10_000 && server < 12_000).toBe(true)
      for (const port of [ports.A, ports.B]) expect(port >= 50_000 && port < 60_000).toBe(true)
    }),
  )
})

test('a class gets many different exchanges, in every order', () => {
  const drawn = Array.from({ length: 200 }, (_, i) => drawExchange(`student-${i}`, 'q3-scenario'))
  expect(new Set(drawn.map(({ ports }) => `${ports.A} ${ports.B}`)).size).toBeGreaterThan(195)
  expect(new Set(drawn.map(({ arrive, answered }) => [...arrive, ...answered].join())).size).toBe(4)
})

test('what is shown holds the numbers, and not where the replies go', () => {
  const exchange = drawExchange('alice', 'q3-scenario')
  const [ask, ...picture] = linesOf('Bound to {server}.', exchange)
  expect(ask).toBe('Bound to 127.0.0.1:11419.')
  expect(picture).toEqual([
    'A  127.0.0.1:59819 ──── "ada" ───▶ 127.0.0.1:11419',
    'B  127.0.0.1:51144 ──── "bob" ───▶ 127.0.0.1:11419',
    '                   ◀─── "ADA" ────',
    '                   ◀─── "BOB" ────',
  ])
  expect(predictReplies(exchange)).toEqual({ A: '127.0.0.1:59819', B: '127.0.0.1:51144' })
})
