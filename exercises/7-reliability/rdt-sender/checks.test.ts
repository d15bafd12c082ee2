import { checksFor, expect, fileFor, senderOf, timely } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

check('clean', (student) =>
  timely(async (surely) => {
    const sender = await senderOf(student, fileFor(student), { surely })
    await expect(sender).toSendTheFile()
    await expect(sender).toEnd()
  }),
)

check('stop-and-wait', (student) =>
  timely(async (surely) => {
    // Each ACK is held for a moment, so that a packet which does not wait for it overtakes it.
    await expect(await senderOf(student, fileFor(student), { holdMs: 40, surely })).toSendTheFile()
  }),
)

check('loss', (student) =>
  timely(async (surely) => {
    const network = [['lost'], ['lost', 'lost']] as const
    await expect(await senderOf(student, fileFor(student), { network, surely })).toRepeatInTime()
  }),
)

check('ack-loss', (student) =>
  timely(async (surely) => {
    const network = [['ack lost']] as const
    await expect(
      await senderOf(student, fileFor(student), { network, lastAckLost: true, surely }),
    ).toSendTheFile()
  }),
)

check('wrong-ack', (student) =>
  timely(async (surely) => {
    // To a packet that was damaged the receiver says again what it said last.
    const network = [['damaged'], ['ack damaged'], ['ack damaged']] as const
    await expect(await senderOf(student, fileFor(student), { network, surely })).toIgnoreWrongAcks()
  }),
)

check('gives-up', (student) =>
  timely(async (surely) => {
    // Who counts all packets together gives up too early.
    const network = { 1: ['lost', 'lost'] } as const
    await expect(await senderOf(student, fileFor(student), { network, deadFrom: 2, surely })).toGiveUpAfter(
      10,
    )
  }),
)

check('empty', (student) =>
  timely(async (surely) => {
    await expect(await senderOf(student, new Uint8Array(), { surely })).toSendTheFile()
  }),
)
