import { Call } from './call.ts'
import { Inbox } from './inbox.ts'

const call = (name = 'recvfrom') => new Call(0, name, undefined)
const sender = ['127.0.0.1', 5000] as const

test('keeps 212 992 bytes, counts what it drops, and has room again afterwards', async () => {
  const inbox = new Inbox()
  for (let i = 0; i < 1000; i += 1) inbox.arrived(Buffer.alloc(1024), sender)
  const kept = 1000 - inbox.dropped
  expect(kept * 1024).toBeLessThanOrEqual(212_992)
  expect(kept * (1024 + 1024)).toBeGreaterThan(212_992)
  await inbox.receive(call(), 10, null)
  inbox.arrived(Buffer.alloc(1), sender)
  expect(1000 - inbox.dropped).toBe(kept)
})

test('empty datagrams are limited too', () => {
  const inbox = new Inbox()
  for (let i = 0; i < 1000; i += 1) inbox.arrived(Buffer.alloc(0), sender)
  expect(inbox.dropped).toBeGreaterThan(0)
})

test('an error is told once, by whichever call comes first', async () => {
  const inbox = new Inbox()
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  inbox.failed(refused)
  expect(inbox.takeError(call('send'))).toMatchObject({ code: 'ECONNREFUSED', syscall: 'send' })
  expect(inbox.takeError(call('send'))).toBeUndefined()
  const waiting = inbox.receive(call(), 10, null)
  inbox.failed(refused)
  await expect(waiting).rejects.toMatchObject({ code: 'ECONNREFUSED', syscall: 'recvfrom' })
})
