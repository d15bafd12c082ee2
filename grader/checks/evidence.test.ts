import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProgramFacts } from '../model/program.ts'
import { checkReport } from '../model/report.ts'
import { Recorder } from '../harness/recorder.ts'
import { emptyReport, reportEvents, reportProgram, writeEvidence } from './evidence.ts'

const exercise = {
  title: 'x',
  role: 'server',
  transport: 'tcp',
  entry: 'server',
  checks: { listens: { title: 'listens', points: 1 } },
} as const

const facts: ProgramFacts = {
  command: 'python3 server.py 12000',
  exit: null,
  error: null,
  sockets: null,
  stdout: '',
  stderr: Array.from({ length: 60 }, (_, i) => `line ${i}`).join('\n'),
  calls: [],
  busy: null,
  flooded: false,
}

test('evidence is written whole, and is a check of the report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'))
  writeEvidence(folder, 'accept-loop', { ...emptyReport(exercise, 'listens'), program: reportProgram(facts) })
  expect(readdirSync(join(folder, 'accept-loop'))).toEqual(['listens.json'])
  const read = checkReport.parse(
    JSON.parse(readFileSync(join(folder, 'accept-loop', 'listens.json'), 'utf8')),
  )
  expect(read).toMatchObject({ id: 'listens', title: 'listens', points: 1 })
  rmSync(folder, { recursive: true })
})

test('of what a program printed the last 20 lines are kept', () => {
  const tail = reportProgram(facts)?.stderrTail.split('\n') ?? []
  expect([tail.length, tail[0], tail.at(-1)]).toEqual([20, 'line 40', 'line 59'])
})

test('a program that was still running was ended by us, and is shown as killed', () => {
  expect(reportProgram(facts)).toMatchObject({ exitCode: null, signal: 'SIGKILL' })
  expect(reportProgram({ ...facts, exit: { code: 3, signal: null } })).toMatchObject({
    exitCode: 3,
    signal: null,
  })
})

test('long payloads and long transcripts are cut, and say so', () => {
  const recorder = new Recorder()
  recorder.record('client 1', 'send', { bytes: Buffer.alloc(5000, 'x') })
  for (let i = 0; i < 500; i++) recorder.record('client 1', 'receive', { bytes: Buffer.from(String(i)) })
  const { transcript, cutEvents } = reportEvents(recorder, null)
  expect(transcript).toHaveLength(200)
  expect(cutEvents).toBe(301)
  expect(transcript[0]?.cutBytes).toBe(3500)
  expect(Buffer.from(transcript[0]?.bytes ?? '', 'base64')).toHaveLength(1500)
})

test("the program's own calls stand among the events, on the same clock", () => {
  const recorder = new Recorder()
  recorder.record('client 1', 'connect')
  const t = recorder.startedAtMs - 5
  const { transcript } = reportEvents(recorder, {
    ...facts,
    calls: [{ t, call: 'bind', address: ['127.0.0.1', 12000] }],
  })
  expect(transcript.map(({ actor, event, call, peer }) => [actor, event, call, peer])).toEqual([
    ['program', 'call', 'bind', '127.0.0.1:12000'],
    ['client 1', 'connect', undefined, undefined],
  ])
})
