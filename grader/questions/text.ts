import type { Fact, Key } from '../model/question.ts'
import { right, written, type Result } from './result.ts'

type TextKey = Extract<Key, { kind: 'text' }>
type Found = {
  readonly fact: Fact
  readonly state: 'found' | 'unclear' | 'absent'
  readonly sentence: string
}

const negation = /\b(not|never|no|none|cannot|without|nor)\b|n't\b/i
// What a right answer denies.
const rightly = /\bno connections?\b|\b(not|nobody is|never) connected\b/gi
// Of the words of a sentence that asserts something, more than this are no names of calls.
const leastProse = 0.5
// Nobody reads on, and looking for facts takes time.
const mostSentences = 200

/** Reads a text for a teacher, who alone gives marks: which facts are there, and in which words. */
export function readText(key: TextKey, text: string): Result {
  const sentences = text
    .split(/(?<=[.!?;])\s+|\n\s*\n/)
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .filter((each) => each !== '')
    .slice(0, mostSentences)
  const facts = key.facts.map((fact) => look(fact, sentences))
  const salad = isSalad(key, text)
  const told = facts.flatMap(({ fact, state, sentence }) => [
    `${salad && state === 'found' ? 'unclear' : state}: ${fact.says}`,
    ...(state === 'absent' ? [] : [`  “${written(sentence)}”`]),
  ])
  const silent = !salad && !new RegExp(`\\b(${key.names})\\b`, 'i').test(text)
  const message = salad
    ? 'This names calls, but asserts nothing of how they hang together. It is not scored automatically: a teacher reads it.'
    : silent
      ? 'True or not, this explains no call: say which call exists because of what. A teacher reads it.'
      : 'A teacher reads this and gives the marks.'
  const awaiting = {
    ...right,
    share: null,
    message,
    expected: `${key.facts.length} facts, each in a sentence`,
    actual: told.join('\n'),
  }
  if (salad) return { ...awaiting, symptom: 'names-without-relation' }
  return silent ? { ...awaiting, symptom: 'explains-no-call' } : awaiting
}

function look(fact: Fact, sentences: readonly string[]): Found {
  const groups = fact.groups.map((group) => new RegExp(group, 'i'))
  const hits = sentences.map((sentence) => groups.filter((group) => group.test(sentence)).length)
  const most = Math.max(0, ...hits)
  const best = sentences[hits.indexOf(most)] ?? ''
  if (most === 0) return { fact, state: 'absent', sentence: '' }
  const whole = most === fact.groups.length && !negation.test(best.replace(rightly, ''))
  return { fact, state: whole ? 'found' : 'unclear', sentence: best }
}

function isSalad({ names }: TextKey, text: string): boolean {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  const calls = words.filter((word) => new RegExp(`^(${names})$`).test(word)).length
  return calls >= 4 && (words.length - calls) / words.length < leastProse
}
