import { plain, quote } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'

/** A file outside of the served folder was handed out. */
export function diagnoseSecret({ expectation }: CaseOf<'secret'>): Finding {
  const { target, got } = expectation
  const path = plain(target, 60)
  const why = /%2e/i.test(target)
    ? 'In a URL, %2e is a dot: look where a path leads after it has been decoded.'
    : target.includes('private')
      ? 'That the path begins with the name of ROOT is not enough: `www-private` begins with `www`, too.'
      : target.includes('..')
        ? 'Each `..` in a path leads one folder up.'
        : 'Joined to ROOT, a path that begins with `/` may replace it.'
  const text = `GET ${path} returned a file outside of ROOT. ${why} Anybody could read every file that your account can.`
  return finding('escaped-root', text, 'HTTP/1.1 404 Not Found', quote(got.subarray(-44)))
}
