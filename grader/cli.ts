import { readFileSync } from 'node:fs'

// Everything else is loaded afterwards: on an old Node it would fail before it could say why.
const oldest = oldestNode()
if (isOlder(process.versions.node, oldest)) {
  process.stderr.write(
    `Doorway needs Node ${oldest} or newer; this is ${process.version}. Install one from https://nodejs.org/.\n`,
  )
  process.exitCode = 2
} else {
  const { run } = await import('./commands/run.ts')
  process.exitCode = await run(process.argv.slice(2))
}

function oldestNode(): string {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    engines: { node: string }
  }
  return engines.node.replace(/^>=/, '')
}

function isOlder(version: string, wanted: string): boolean {
  const [a = [], b = []] = [version, wanted].map((each) => each.split('.').map(Number))
  const at = [0, 1, 2].find((i) => (a[i] ?? 0) !== (b[i] ?? 0))
  return at !== undefined && (a[at] ?? 0) < (b[at] ?? 0)
}
