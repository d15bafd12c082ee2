import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { House } from './testing.ts'

// Everything a person or a script can get wrong before anything is graded: one sentence and exit code 2.
const house = new House()
afterAll(() => house.remove())

const alice = house.submit('alice', { '3-udp/udp-reply/python/server.py': 'print(1)\n' })
const at = (...path: string[]) => join(house.root, ...path)
mkdirSync(at('void'))
mkdirSync(at('bare/src'), { recursive: true })
writeFileSync(at('file.txt'), 'no folder')
writeFileSync(at('dangling-parent'), '')
symlinkSync(at('nowhere'), at('dangling'))
symlinkSync(at('circle'), at('circle'))
house.submit('zip/alice-main', { 'README.md': '' })
mkdirSync(at('odd'))
writeFileSync(at('odd/exercises'), 'a file')

type Row = readonly [args: readonly string[], sentence: string, env?: NodeJS.ProcessEnv]

const rows: readonly Row[] = [
  [[], 'Name a command. Commands: ask, demo, grade, list'],
  [['grad'], 'There is no command "grad". Did you mean "grade"? Commands:'],
  [['constructor'], 'There is no command "constructor".'],
  // Exercises
  [
    ['grade', 'tcp-uper-server'],
    'There is no exercise "tcp-uper-server". Did you mean "tcp-upper-server"? `npm run list` shows them all.',
  ],
  [['grade', 'TCP-Upper-Server'], 'Did you mean "tcp-upper-server"?'],
  [['grade', 'zzzzzzzzzz'], 'There is no exercise "zzzzzzzzzz". `npm run list` shows them all.'],
  [['grade', ''], 'There is no exercise "". `npm run list` shows them all.'],
  [
    ['grade', '3-udp'],
    '3-udp is a unit; name exercises of it: udp-reply, udp-upper-server, udp-upper-client.',
  ],
  [
    ['grade', '2-tcp-clients/udp-reply'],
    'There is no exercise "2-tcp-clients/udp-reply". Did you mean "udp-reply"?',
  ],
  [['list', 'accept-loop'], '`npm run list` takes no operands; it shows every exercise.'],
  // Flags
  [
    ['grade', '--tack', 'python'],
    'Unknown flag "--tack". Did you mean "--track"? Known flags: --track --submission --solutions --report --review.',
  ],
  [['grade', '-track', 'python'], 'Unknown flag "-track". Did you mean "--track"?'],
  [['grade', '--zzzzzzzzz=1'], 'Unknown flag "--zzzzzzzzz". Known flags: --track'],
  [['list', '--all'], 'Unknown flag "--all". This command takes no flags.'],
  [['grade', '--track'], 'The flag --track needs a value: --track VALUE.'],
  [['grade', '--track', '--solutions'], 'The flag --track needs a value: --track VALUE.'],
  [['grade', '--track='], 'The flag --track needs a value: --track VALUE.'],
  [['grade', '--submission', ''], 'The flag --submission needs a value: --submission VALUE.'],
  [['grade', '--report'], 'The flag --report needs a value: --report VALUE.'],
  [['grade', '--solutions=yes'], 'The flag --solutions takes no value; write --solutions alone.'],
  [
    ['grade', '--track', 'python', '--track', 'typescript'],
    'The flag --track is given more than once; only one of them can hold.',
  ],
  [
    ['grade', '--', '--track', 'python'],
    '"--track" stands behind --, where nothing is a flag. Write one -- only, before all flags.',
  ],
  [['grade', '--solutions', '--submission', alice], 'Give either --solutions or --submission, not both.'],
  [
    ['grade', 'python'],
    'npm took --track for itself. Write -- before the flags: npm run grade -- --track …',
    { npm_lifecycle_event: 'grade', npm_config_track: 'python' },
  ],
  // Tracks
  [
    ['grade', '--track', 'pyton'],
    'There is no track "pyton". Did you mean "python"? Tracks: typescript, python.',
  ],
  [['grade', 'half', '--track', 'python'], 'half has no track python; it has typescript.'],
  [['grade', '--repeat'], 'Unknown flag "--repeat". Did you mean "--report"?'],
  [['verify', '--repeat', '0'], '--repeat is "0"; it must be a whole number from 1.'],
  // Submissions
  [
    ['grade', '--submission', at('none')],
    `There is no submission ${at('none')}. Name the folder of the student's repository, the one that holds exercises/.`,
  ],
  [['grade', '--submission', 'x'.repeat(5000)], '(ENAMETOOLONG)'],
  [['grade', '--submission', at('file.txt')], `The submission ${at('file.txt')} is a file. Name the folder`],
  [['grade', '--submission', at('file.txt/below')], 'The submission cannot be read'],
  [['grade', '--submission', at('void')], `The submission ${at('void')} is empty. Name the folder`],
  [
    ['grade', '--submission', at('bare')],
    `The submission ${at('bare')} holds no folder exercises/. Name the folder`,
  ],
  [
    ['grade', '--submission', at('odd')],
    `${at('odd/exercises')} is a file; it must be a folder with the units in it.`,
  ],
  [['grade', '--submission', at('dangling')], `There is no submission ${at('dangling')}.`],
  [['grade', '--submission', at('circle')], '(ELOOP)'],
  [
    ['grade', '--submission', join(alice, 'exercises')],
    `Name the folder above exercises/: --submission ${alice}`,
  ],
  [
    ['grade', '--submission', join(alice, 'exercises/3-udp/udp-reply/python')],
    `Name the folder above exercises/: --submission ${alice}`,
  ],
  [
    ['grade', '--submission', join(alice, 'exercises/3-udp/udp-reply/python/server.py')],
    `is a file. Name the folder above exercises/: --submission ${alice}`,
  ],
  [
    ['grade', '--submission', at('submissions/zip')],
    `Name the one in it: --submission ${at('submissions/zip/alice-main')}`,
  ],
  [['grade', '--submission', at('submissions')], 'holds no folder exercises/. Name the one in it'],
  // Reports
  [
    ['grade', '--report', 'jsn'],
    'There is no report format "jsn". Did you mean "json"? Formats: terminal, json',
  ],
  [['grade', '--report', 'constructor'], 'There is no report format "constructor".'],
  [['grade', '--report', '=x'], 'There is no report format "". Formats: terminal'],
  [['grade', '--report', 'json='], 'The report json= names no file; write json=FILE, or json=- to print it.'],
  [['grade', '--report', `json=${house.root}`], `The report ${house.root} is a folder; name a file in it.`],
  [
    ['grade', '--report', 'json', '--report', 'terminal=-'],
    'Only one report can go to standard output; give the others a file: --report json=report.json.',
  ],
  [
    ['grade', '--report', 'json=a', '--report', 'terminal=./a'],
    `Two reports would be written to ${at('a')}; give each a file of its own.`,
  ],
  [
    ['grade', '--report', 'json=/proc/x'],
    'The report "/proc/x" cannot be written (ENOENT), so nothing was graded. Name a file in a folder you may write to.',
  ],
  [
    ['grade', '--report', 'json=/dev/full'],
    'The report /dev/full is no ordinary file; use - to print it to standard output.',
  ],
  [['grade', '--report', `json=${at('file.txt/below')}`], 'cannot be written (E'],
  // The environment
  [
    ['grade'],
    'DOORWAY_PORTS is "many"; it must be a range of at least 100 ports, such as 21000-22999.',
    { DOORWAY_PORTS: 'many' },
  ],
  [['grade'], 'DOORWAY_PORTS is "80-90"', { DOORWAY_PORTS: '80-90' }],
  [['grade'], 'DOORWAY_PORTS is "30000-20000"', { DOORWAY_PORTS: '30000-20000' }],
  [['grade'], 'DOORWAY_PORTS is "65000-70000"', { DOORWAY_PORTS: '65000-70000' }],
  [['grade'], 'DOORWAY_SEED is "x"; it must be a number below 2147483648.', { DOORWAY_SEED: 'x' }],
  // try and new
  [['try'], 'Name an exercise: npm run try -- EXERCISE.'],
  [['try', 'acept-loop'], 'Did you mean "accept-loop"?'],
  [['try', 'accept-loop', '--verbose'], 'Unknown flag "--verbose".'],
  [['new', '3-udp'], 'Name a unit and the new exercise: npm run new -- 1-tcp-servers my-exercise.'],
]

// An exercise in one language only.
const course = at('exercises/course.ts')
writeFileSync(
  course,
  `import { defineCourse } from '#grader'
   export default defineCourse({ title: 'T', units: [
     { name: '1-tcp-servers', title: 'TCP', exercises: ['accept-loop', 'tcp-upper-server', 'half'] },
     { name: '2-tcp-clients', title: 'TCP', exercises: ['tcp-upper-client'] },
     { name: '3-udp', title: 'UDP', exercises: ['udp-reply', 'udp-upper-server', 'udp-upper-client'] },
   ] })`,
)
mkdirSync(at('exercises/1-tcp-servers/half/typescript'), { recursive: true })
writeFileSync(
  at('exercises/1-tcp-servers/half/exercise.ts'),
  `import { defineExercise } from '#grader'
   export default defineExercise({ title: 'Half', role: 'server', transport: 'tcp', entry: 'server', checks: {} })`,
)

test.concurrent.each(rows.map(([args, sentence, env]) => ({ args, sentence, env })))(
  '$args: $sentence',
  async ({ args, sentence, env = {} }) => {
    const { code, stdout, stderr } = await house.run(args, { env })
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: expect.stringContaining(sentence) })
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).not.toMatch(/ {4}at /)
    expect(code).toBe(2)
  },
)

test.concurrent('a course file that does not parse is named with its line', async () => {
  const other = new House()
  try {
    writeFileSync(join(other.root, 'exercises/course.ts'), 'export default {\n  title: ,\n}\n')
    const { code, stderr } = await other.run(['list'])
    expect(stderr).toMatch(/^exercises\/course\.ts:2: Unexpected ","\n$/)
    expect(code).toBe(2)
  } finally {
    other.remove()
  }
})
