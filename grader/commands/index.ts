import { askCommand } from './ask.ts'
import { demoCommand } from './demo.ts'
import { gradeCommand } from './grade.ts'
import { listCommand } from './list.ts'
import { messagesCommand } from './messages.ts'
import { newCommand } from './new.ts'
import { tryCommand } from './try.ts'
import { verifyCommand } from './verify.ts'

/** A command takes its arguments and resolves to its exit code. */
export const commands: { readonly [name: string]: (args: readonly string[]) => Promise<number> } = {
  ask: askCommand,
  demo: demoCommand,
  grade: gradeCommand,
  list: listCommand,
  messages: messagesCommand,
  new: newCommand,
  try: tryCommand,
  verify: verifyCommand,
}
