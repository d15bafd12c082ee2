import { crossingsOf, drawSchedule, tellSchedule, type Crossing } from './impairments.ts'

const all: readonly (readonly Crossing[])[] = [['lost'], ['damaged'], ['ack lost']]

test('each impairment befalls a packet of its own', () => {
  for (let seed = 0; seed < 50; seed++) {
    const schedule = drawSchedule((below) => (seed * 7) % below, all, [3, 8])
    const packets = Object.keys(schedule).map(Number)
    expect(packets).toHaveLength(all.length)
    expect(packets.every((packet) => packet >= 3 && packet <= 8)).toBe(true)
    expect(Object.values(schedule).flat().toSorted()).toEqual(all.flat().toSorted())
  }
})

test('the same draws make the same schedule', () => {
  const draw = () => drawSchedule((below) => below - 1, all, [3, 8])
  expect(draw()).toEqual(draw())
  expect(draw()).toEqual({ 8: ['lost'], 7: ['damaged'], 6: ['ack lost'] })
})

test('in the end every packet gets through', () => {
  expect(crossingsOf({ 3: ['lost', 'ack lost'] }, 3)).toEqual(['lost', 'ack lost', 'clear'])
  expect(crossingsOf({}, 4)).toEqual(['clear'])
})

test('a schedule in words', () => {
  expect(tellSchedule({ 3: ['lost', 'ack damaged'], 5: ['twice'] })).toBe(
    'packet 3 lost, ACK of packet 3 damaged, packet 5 twice',
  )
  expect(tellSchedule({})).toBe('')
})
