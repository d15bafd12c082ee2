import { connect } from 'node:net'

type Task = {
  readonly kind?: string
  readonly data?: string
  readonly text?: boolean
  readonly port?: number
  readonly total?: number
  readonly count?: number
}

/** Asks the grader what a call of send() does; answers come in the order of the questions. */
export type Ask = (message: object) => Promise<Task>

/** The connection to the grader: one JSON object a line. */
export async function openLink(port: number, token: string) {
  const connection = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => {
    connection.once('connect', resolve)
    connection.once('error', reject)
  })
  connection.on('error', () => {})
  connection.on('close', () => process.exit(0)) // the grader is gone
  // A function that was not awaited may still be asking when the next task is waited for.
  const [tasks, answers] = [new Queue<Task>(), new Queue<Task>()]
  let rest = ''
  connection.on('data', (bytes) => {
    const lines = (rest + bytes.toString('latin1')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const task = JSON.parse(line) as Task
      const queue = task.kind === 'took' || task.kind === 'broken' ? answers : tasks
      queue.put(task)
    }
  })
  const tell = (message: object): void => void connection.write(`${JSON.stringify(message)}\n`)
  const hear = (): Promise<Task> => tasks.take()
  const ask: Ask = (message) => {
    tell(message)
    return answers.take()
  }
  tell({ kind: 'hello', token })
  return { tell, hear, ask }
}

/** Who comes first gets what comes first. */
class Queue<T> {
  readonly #here: T[] = []
  readonly #waiting: ((each: T) => void)[] = []

  put(each: T): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#here.push(each)
    else next(each)
  }

  take(): Promise<T> {
    return new Promise((resolve) => {
      const each = this.#here.shift()
      if (each === undefined) this.#waiting.push(resolve)
      else resolve(each)
    })
  }
}
