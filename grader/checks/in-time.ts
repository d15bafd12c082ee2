import { Unsettled } from './broken.ts'

// Jest would end a check without a word 30 s later.
const limitMs = 150_000

/** A check's own end, or none: every wait in it has a deadline, but a machine that stands still has no use for them. */
export async function inTime(body: Promise<void>, ms = limitMs): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const why = `This check was not over after ${ms / 1000} s: the machine is too busy to tell what the program does.`
    timer = setTimeout(() => reject(new Unsettled(why)), ms)
  })
  // What it comes to afterwards is nobody's business.
  body.catch(() => {})
  await Promise.race([body, late]).finally(() => clearTimeout(timer))
}
