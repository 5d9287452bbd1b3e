import { strToU8, zipSync } from 'fflate'
import { archiveFormat } from './archive-format.ts'

/** A file that goes into an archive. */
export interface ArchiveEntry {
  /** Path inside the archive, parts joined by /. */
  readonly path: string
  readonly bytes: Uint8Array
  /** What it is, in Chinese: 申请表, 答复书, 送达回证 … */
  readonly title: string
  /** YYYY-MM-DD, the day it came into being. */
  readonly on: string
}

export interface ArchiveDescription {
  /** e.g. 政府信息公开申请 2026-0017 办理案卷 */
  readonly title: string
  /** Facts of the file as a whole, printed above the list: label and value. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  /** The day of archiving, YYYY-MM-DD; also the time stamp of every entry. */
  readonly on: string
  /** Name of the digest, e.g. SM3. */
  readonly digestName: string
}

/** A path that cannot go into an archive; says which and why. */
export class UnusableArchivePath extends Error {
  override readonly name = 'UnusableArchivePath'
}

const indexPage = '目录.html'
const indexData = '目录.json'

/**
 * Packs a case file: every document in the given order, an index to read (目录.html) and the same index as data (目录.json)
 * with number, title, day, size, format and digest of each file. The same input gives the same bytes.
 * @param digest of a file's bytes as hexadecimal text
 * @throws UnusableArchivePath for paths that lead out, repeat, or differ only in letter case
 */
export function writeArchive(
  description: ArchiveDescription,
  entries: readonly ArchiveEntry[],
  digest: (bytes: Uint8Array) => string,
): Uint8Array {
  const taken = new Set([indexPage, indexData])
  const files: Record<string, Uint8Array> = {}
  const list = entries.map(({ path, bytes, title, on }, index) => {
    const fault = pathFault(path)
    if (fault !== null) throw new UnusableArchivePath(`${path}：${fault}`)
    const key = path.normalize('NFC').toLowerCase()
    if (taken.has(key)) throw new UnusableArchivePath(`${path}：与另一个文件重名`)
    taken.add(key)
    files[path] = bytes
    return {
      number: index + 1,
      path,
      title,
      on,
      size: bytes.length,
      format: archiveFormat(path, bytes),
      digest: digest(bytes),
    }
  })
  const index = {
    [indexPage]: strToU8(indexHtml(description, list)),
    [indexData]: strToU8(`${JSON.stringify({ ...description, files: list }, null, 2)}\n`),
  }
  const [year = 1980, month = 1, day = 1] = description.on.split('-').map(Number)
  return zipSync({ ...index, ...files }, { mtime: new Date(year, month - 1, day, 12), level: 6 })
}

function pathFault(path: string): string | null {
  if (path === '' || path.length > 200) return '路径为空或者过长'
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\\:*?"<>|]/.test(path)) return '含有文件名不能用的字符'
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..' || /[. ]$/.test(part))) {
    return '路径写法不对'
  }
  return null
}

interface Listed {
  readonly number: number
  readonly path: string
  readonly title: string
  readonly on: string
  readonly size: number
  readonly format: string
  readonly digest: string
}

function indexHtml(description: ArchiveDescription, files: readonly Listed[]): string {
  const rows = files
    .map(
      ({ number, path, title, on, size, format, digest }) =>
        `<tr><td>${number}</td><td><a href="${escapeHtml(path.split('/').map(encodeURIComponent).join('/'))}">${escapeHtml(title)}</a></td><td>${escapeHtml(on)}</td><td>${size}</td><td>${escapeHtml(format)}</td><td><code>${escapeHtml(digest)}</code></td></tr>`,
    )
    .join('\n')
  const facts = description.facts
    .map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('\n')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(description.title)}</title>
<style>body{font:16px/1.7 "Noto Serif SC","Songti SC",serif;max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #666;padding:.3em .5em;text-align:left}code{font-size:.75em;word-break:break-all}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em}dd{margin:0}</style>
</head>
<body>
<h1>${escapeHtml(description.title)}</h1>
<dl>
${facts}
<dt>归档日期</dt><dd>${escapeHtml(description.on)}</dd>
<dt>文件数</dt><dd>${files.length}，其中长期保存格式（PDF/A）${files.filter(({ format }) => format.startsWith('PDF/A')).length}</dd>
</dl>
<table>
<caption>卷内文件目录</caption>
<thead><tr><th>序号</th><th>文件</th><th>日期</th><th>字节数</th><th>格式</th><th>${escapeHtml(description.digestName)} 摘要</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
