import { createHash } from 'node:crypto'
import { transformSync, version } from 'esbuild'

type Options = { configString: string }

/** Jest's transformer for our TypeScript: esbuild, because ts-jest alone costs more than a whole grade (docs/decisions). */
export default {
  process(source: string, file: string) {
    const { code } = transformSync(source, {
      loader: 'ts',
      format: 'cjs',
      target: 'node20',
      sourcemap: 'inline',
      sourcefile: file,
    })
    return { code }
  },
  getCacheKey(source: string, file: string, options: Options) {
    const parts = [version, process.version, file, options.configString, source]
    return createHash('sha256').update(parts.join('\0')).digest('hex')
  },
}
