import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Track } from '../model/track.ts'
import { readMarkdown } from './answers-markdown.ts'
import { readYaml } from './answers-yaml.ts'

/** Answers to questions, in YAML or in Markdown: nothing is started, the file is read. */
export const answers: Track = {
  name: 'answers',
  folder: '',
  fileName: (entry) => entry,
  find: () => Promise.resolve({ file: '' }),
  prepare(entry) {
    const [file, text] = [basename(entry), readFileSync(entry, 'utf8')]
    return file.endsWith('.md') ? readMarkdown(file, text) : readYaml(file, text)
  },
  readError: () => null,
}
