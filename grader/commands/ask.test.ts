import { basename } from 'node:path'
import { House } from './testing.ts'

const house = new House()
afterAll(() => house.remove())

const short = '8-exam/exam-short/answers.yaml'

test('shows the questions with the numbers of this folder, ready to be answered', async () => {
  const { code, stdout } = await house.run(['ask', 'exam-short'])
  expect(code).toBe(0)
  expect(stdout).toContain('Which call makes the first packet of the TCP handshake leave?')
  expect(stdout).toMatch(/A UDP server is bound to 127\.0\.0\.1:1\d{4};/)
  expect(stdout).toContain(`drawn-for: "${basename(house.root)}"`)
})

test('what it shows for a name is what a submission of that name is judged by', async () => {
  const { stdout } = await house.run(['ask', 'exam-short', '--as', 'zoë'])
  const [a, b] = ['A', 'B'].map((client) => new RegExp(`${client}  (127\\S+)`).exec(stdout)?.[1])
  const answers = (more: string) => `q3-scenario:\n  reply-to-a: ${a}\n  reply-to-b: ${b}\n${more}`
  const verdictOf = async (submission: string) => {
    const args = ['grade', 'exam-short', '--submission', submission, '--report', 'json=-']
    const report = JSON.parse((await house.run(args)).stdout) as {
      exercises: { checks: { id: string; verdict: string; message: string }[] }[]
    }
    return report.exercises[0]?.checks.find(({ id }) => id === 'q3-scenario')
  }
  expect(await verdictOf(house.submit('zoë', { [short]: answers('') }))).toMatchObject({ verdict: 'pass' })
  expect(await verdictOf(house.submit('yan', { [short]: answers('') }))).toMatchObject({
    verdict: 'fail',
    message: expect.stringContaining('drawn for the name “yan”'),
  })
  expect(await verdictOf(house.submit('xu', { [short]: answers('  drawn-for: zoë\n') }))).toMatchObject({
    verdict: 'awaiting-teacher',
    message: expect.stringContaining('Right for the numbers of “zoë”, but this submission is called “xu”'),
  })
})

test.each([
  [[], 'Name one exam'],
  [['exam-short', 'exam-compare'], 'Name one exam'],
  [['webget'], 'webget asks nothing'],
  [['exam-shrt'], 'Did you mean "exam-short"?'],
])('%j is wrong usage', async (args, says) => {
  const { code, stderr } = await house.run(['ask', ...args])
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(says) })
})
