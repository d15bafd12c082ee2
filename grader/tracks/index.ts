import type { Track } from '../model/track.ts'
import { answers } from './answers.ts'
import { python } from './python.ts'
import { typescript } from './typescript.ts'

/** A language is one file here and one line in this list. */
export const tracks: readonly Track[] = [typescript, python, answers]

export const trackNamed = (name: string): Track | undefined => tracks.find((track) => track.name === name)
