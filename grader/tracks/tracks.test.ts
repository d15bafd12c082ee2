import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { trackNamed, tracks } from './index.ts'

// Answers are no program.
const languages = tracks.filter(({ folder }) => folder !== '')

// What every language has to keep; a new one needs no test of its own for it.
describe.each(languages)('$name', (track) => {
  const entry = join('/alice', track.name, track.fileName('server'))

  test('is found by the name of its folder, and its files by an ending of their own', () => {
    expect(track.name).toMatch(/^[a-z][a-z0-9-]*$/)
    expect(track.fileName('server')).toMatch(/^server\.[a-z]+$/)
    expect(trackNamed(track.name)).toBe(track)
    expect(tracks.filter((each) => each.fileName('server') === track.fileName('server'))).toEqual([track])
  })

  test('finds its runtime, or says in one line how to get it', async () => {
    const found = await track.find()
    if ('file' in found) expect(found.file).not.toBe('')
    else expect(found.missing).toMatch(/^[^\n]+$/)
  })

  test.each([
    '',
    'listening on port 12000\n',
    'Error',
    ' at x',
    '\0'.repeat(100),
    readFileSync(__filename, 'utf8'),
  ])('reads no error where there is none (%#)', (stderr) => expect(track.readError(stderr, entry)).toBeNull())
})

test.each(['', 'Python', 'constructor'])('there is no track %j', (name) => {
  expect(trackNamed(name)).toBeUndefined()
})
