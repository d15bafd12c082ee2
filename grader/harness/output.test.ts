import { closeSync, openSync, readdirSync, writeSync } from 'node:fs'
import { Output } from './output.ts'
import { stage } from './testing.ts'

jest.setTimeout(60_000)
const { folder } = stage()

test('holds what was written, also by others, without a name', () => {
  const output = new Output(folder, 'stdout')
  expect(readdirSync(folder)).toEqual([])
  writeSync(output.fd, 'héllo ')
  const again = openSync(`/proc/self/fd/${output.fd}`, 'a')
  writeSync(again, 'wörld')
  closeSync(again)
  writeSync(output.fd, '!')
  expect(output.size()).toBe(14)
  expect(output.head(6)).toBe('héllo')
  expect(output.tail(7)).toBe('wörld!')
  expect(output.read(7, 3).toString()).toBe('wö')
  expect(output.read(14, 100)).toHaveLength(0)
  expect(output.read(1000, 100)).toHaveLength(0)
  output.close()
})

test('closed, it is empty; closed again, it closes nobody else’s descriptor', () => {
  const output = new Output(folder, 'stdout')
  writeSync(output.fd, 'x')
  output.close()
  const reused = openSync('/dev/null', 'r')
  expect(reused).toBe(output.fd)
  output.close()
  expect([output.size(), output.head(9), output.tail(9)]).toEqual([0, '', ''])
  closeSync(reused) // throws when it was closed before
})
