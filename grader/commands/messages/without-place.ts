import { tmpdir } from 'node:os'
import type { CheckReport } from '../../model/report.ts'

/** A check's report without the ports and folders of this one run. */
export function withoutPlace(check: CheckReport): CheckReport {
  const names = new Map(portsOf(check))
  const plain = (text: string): string =>
    text
      .replace(/\b\d{4,5}\b/g, (port) => names.get(port) ?? port)
      .replaceAll(new RegExp(`${escaped(tmpdir())}/[\\w.-]+(/[\\w.-]+)*/`, 'g'), '…/')
  const { message, expected, actual, hint, reproduce, program } = check
  return {
    ...check,
    message: plain(message),
    expected: plain(expected),
    actual: plain(actual),
    hint: plain(hint),
    reproduce: plain(reproduce),
    program: program === null ? null : { ...program, stderrTail: plain(program.stderrTail) },
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

// A program that has a fixed port of its own is told so: it stays what it is.
const given = 20_000

function portsOf({ program, transcript }: CheckReport): [string, string][] {
  const own = /(?:^| )(\d{4,5})(?: |$)/.exec(program?.command.replace(/^\S+ \S+/, '') ?? '')?.[1]
  const peers = transcript.flatMap(({ peer = '' }) => /:(\d+)$/.exec(peer)?.[1] ?? [])
  const others = [...new Set(peers)].filter((port) => port !== own && Number(port) >= given)
  return [
    ...others.map((port, i): [string, string] => [port, String(50_001 + i)]),
    ...(own === undefined ? [] : [[own, String(given)] as [string, string]]),
  ]
}
