import { buildSync } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { stage, testPorts } from './testing.ts'

jest.setTimeout(60_000)
const { folder } = stage()

test('a process that has closed everything ends by itself', () => {
  const script = join(folder, 'leaves-no-handle.cjs')
  const entryPoints = [join(__dirname, 'fixtures/leaves-no-handle.ts')]
  buildSync({ entryPoints, bundle: true, platform: 'node', outfile: script })
  for (let i = 0; i < 3; i++) {
    const args = [script, join(folder, `home-of-${i}`), ...testPorts.map(String)]
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      timeout: 20_000,
      encoding: 'utf8',
    })
    expect({ stdout, stderr, status }).toEqual({ stdout: 'done\n', stderr: '', status: 0 })
  }
})
