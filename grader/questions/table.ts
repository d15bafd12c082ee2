import type { CallsKey, Cell, Key } from '../model/question.ts'
import { callsOf, type Call } from './calls.ts'
import { firstInversion } from './order.ts'
import { listed, right, written, wrong, type Result } from './result.ts'

const always = ['setsockopt', 'settimeout', 'shutdown']

/** Which answer it is, and in which file it stands. */
export type Place = { readonly name: string; readonly file: string }

/** Judges a column of calls: each fault costs half. */
export function judgeColumn(key: CallsKey, column: readonly Cell[], { name, file }: Place): Result {
  const calls = callsOf(column, name).filter(({ call }) => !always.includes(call))
  const at = ({ cell }: Call) => `${file}:${cell.line}`
  const first = [...new Map(calls.toReversed().map((each) => [each.call, each])).values()].toReversed()
  const order = first.map(({ call }) => call).filter((call) => key.before.flat().includes(call))
  const inversion = firstInversion({ ...key, kind: 'order', why: '' }, order)
  const absent = key.required.filter(
    (call) => !order.includes(call) && !first.some((each) => each.call === call),
  )
  const faults = [
    ...first.flatMap((each) => {
      const why = key.wrong[each.call]
      if (why === undefined || (key.optional.includes(each.call) && each.optional)) return []
      return [`${at(each)} has ${each.call}(): ${why}`]
    }),
    ...onListener(key, calls).map(
      (each) => `${at(each)} has \`${written(each.cell.text)}\`: ${key.onListener}`,
    ),
    ...(inversion === null ? [] : [`${inversion[1]}() must come before ${inversion[0]}().`]),
    ...(absent.length === 0
      ? []
      : [`${listed(absent.map((call) => `${call}()`))} ${absent.length > 1 ? 'are' : 'is'} missing.`]),
  ]
  if (faults.length === 0) return right
  const share = Math.max(0, 1 - (faults.length - (absent.length > 0 ? 1 : 0) + absent.length) / 2)
  const seen = calls.map(({ call }) => `${call}()`).join(', ')
  return wrong('wrong-calls', faults.join(' '), {
    share,
    expected: 'the calls of a program that works, in their order',
    actual: seen === '' ? 'no call' : seen,
  })
}

// The socket that accepts is known by its name, where the student gives it one.
function onListener(key: CallsKey, calls: readonly Call[]): Call[] {
  if (key.onListener === undefined) return []
  const listeners = calls.filter(({ call }) => call === 'accept' || call === 'listen').map(({ on }) => on)
  const known = new Set(
    [...listeners, 'serversocket', 'listeningsocket', 'welcomesocket'].filter((on) => on !== ''),
  )
  return calls.filter(({ call, on }) => (call === 'recv' || call === 'send') && known.has(on)).slice(0, 1)
}

type RowsKey = Extract<Key, { kind: 'rows' }>
/** Judges which rows have a counterpart: each pair of columns is worth its share. */
export function judgeRows(key: RowsKey, columns: Readonly<Record<string, readonly Cell[]>>): Result {
  const faults = key.pairs.map((pair) => faultOf(pair, columns))
  const told = faults.filter((fault) => fault !== null)
  if (told.length === 0) return right
  return wrong('wrong-rows', `${told.join(' ')} ${key.why}`, { share: 1 - told.length / key.pairs.length })
}

function faultOf(
  { columns: [one, other], alone, alike }: RowsKey['pairs'][number],
  columns: Readonly<Record<string, readonly Cell[]>>,
): string | null {
  const [lefts, rights] = [callsOf(columns[one] ?? [], one), callsOf(columns[other] ?? [], other)]
  const rowsOf = (calls: readonly Call[], call: string) =>
    calls.filter((each) => each.call === call).map(({ cell }) => cell.row)
  for (const call of alone) {
    const [row] = rowsOf(lefts, call)
    if (row === undefined) return `${call}() is not in the column ${one}.`
    const beside = rights.find(({ cell }) => cell.row === row)
    if (beside !== undefined)
      return `${call}() has ${beside.call}() beside it; it has no counterpart there, so its cell stays empty.`
  }
  for (const [a, b] of alike) {
    const rows = rowsOf(rights, b)
    if (!rowsOf(lefts, a).some((row) => rows.includes(row)))
      return `${a}() and ${b}() do the same work, but do not stand in one row.`
  }
  return null
}
