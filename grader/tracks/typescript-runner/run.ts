// Loads a student's module and calls its function: run.js BUNDLE NAME @PORT TOKEN, or BUNDLE NAME [WORD…].
//
// With a port, the grader at the other end says what to call the function with, and is told of every call that the
// function makes. Without one, a person does: see by-hand.ts. The module shares this process and its standard output,
// so what it prints is its own; what is told to the grader goes over a connection that is in nobody's reach by accident.
import { pathToFileURL } from 'node:url'
import { byHand } from './by-hand.ts'
import { call, callOverTcp, type Sender } from './call.ts'
import { openLink } from './link.ts'
import { tellError } from './errors.ts'

const [bundle = '', name = '', ...words] = process.argv.slice(2)
process.argv.splice(1, process.argv.length, bundle)

function failed(error: unknown): never {
  tellError(error)
  process.exit(1)
}

process.on('uncaughtException', failed)

const link = words[0]?.startsWith('@') ? await openLink(Number(words[0].slice(1)), words[1] ?? '') : null
const module: Record<string, unknown> = await import(pathToFileURL(bundle).href).catch(failed)
// `module.exports = …` and `export default` are both `default` here; only the first may hold the function by its name.
const inDefault = Object(module['default']) as Record<string, unknown>
const found = module[name] ?? (typeof module['default'] === 'object' ? inDefault[name] : undefined)

if (link === null) await byHand(found, name, words)
else await serve(link)

async function serve({ tell, hear }: Awaited<ReturnType<typeof openLink>>): Promise<void> {
  const what = whyUnfit()
  if (what !== null) {
    const names = Object.keys(module).filter((each) => typeof module[each] === 'function')
    tell({ kind: 'unfit', what, names: names.slice(0, 20), shown: String(found).slice(0, 200) })
    return process.exit(0)
  }
  tell({ kind: 'loaded' })
  while (true) {
    const task = await hear()
    const block = Buffer.from(task.data ?? '', 'base64')
    if (task.kind === 'call')
      tell(await call(found as Sender, task.text === true ? block.toString() : block, task, tell))
    else tell(await callOverTcp(found as Sender, task.port ?? 0, Buffer.alloc(task.total ?? 0, block)))
  }
}

function whyUnfit(): 'nothing' | 'value' | 'class' | null {
  if (found === undefined) return 'nothing'
  if (typeof found !== 'function') return 'value'
  return /^class\b/.test(Function.prototype.toString.call(found)) ? 'class' : null
}
