import { readPageText, type PageAddress, type PageHidden, type PageText } from './page-text.ts'
import { defaultLimits, type ReadLimits } from './limits.ts'

const token =
  /!\[([^\]\n]{0,300})\]\(\s*<?([^)\s>]{1,2000})>?(?:\s+"([^"\n]*)")?\s*\)|\[([^\]\n]{0,300})\]\(\s*<?([^)\s>]{1,2000})>?(?:\s+"([^"\n]*)")?\s*\)|<(https?:\/\/[^>\s]{1,2000})>|<script\b[^>]*>[\s\S]*?<\/script>|<!--[\s\S]*?-->|<(?:iframe|img|embed|object)\b[^>]*>|<(\w+)\b[^>]*(?:style|hidden)[^>]*>[\s\S]{0,5000}?<\/\8>|<\/?[a-z][\w-]*(?:\s[^<>]{0,500})?\/?>|\*\*|__(?=\S)|(?<=\S)__|`+|^[ ]{0,3}#{1,6}[ ]+|^[ ]{0,3}>[ ]?|^[ ]*[-*+][ ]+(?!\[[ xX]\])|\\(?=[\\`*_{}[\]()#+\-.!|<>])/gm

/** Markdown as a reviewer reads it: its words without the marks, then alternative texts, link targets and hidden text. */
export function readMarkedText(source: string, limits: ReadLimits = defaultLimits): PageText {
  let text = ''
  let at = 0
  const alternatives: string[] = []
  const pending: { address: string; use: PageAddress['use']; label: string; start: number; end: number }[] =
    []
  const veiled: { text: string; how: string; isByDesign: boolean }[] = []
  const scripts: string[] = []
  const put = (part: string): void => {
    text += part
  }
  const takePage = (tagged: string): void => {
    const page = readPageText(tagged, limits)
    for (const { address, use, label } of page.addresses)
      pending.push({ address, use, label, start: -1, end: -1 })
    for (const { text: words, how, isByDesign } of page.hidden) veiled.push({ text: words, how, isByDesign })
    const alt = /\balt\s*=\s*["']([^"']+)/i.exec(tagged)?.[1]
    if (alt) alternatives.push(alt)
    scripts.push(...page.scripts)
    put(page.text.slice(0, page.seen))
  }
  const plain = source.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  for (const match of plain.matchAll(token)) {
    if (/^_{2}/.test(match[0]) && /_/.test((plain[match.index - 1] ?? '') + (plain[match.index + 2] ?? '')))
      continue
    put(plain.slice(at, match.index))
    at = match.index + match[0].length
    const [whole, alt, picture, , label, target, title, bare] = match
    if (picture !== undefined) {
      if (alt) alternatives.push(alt)
      pending.push({ address: picture, use: 'image', label: '', start: -1, end: -1 })
    } else if (target !== undefined) {
      const start = text.length
      put(label ?? '')
      if (title) alternatives.push(title)
      pending.push({ address: target, use: 'link', label: label ?? '', start, end: text.length })
    } else if (bare !== undefined) {
      const start = text.length
      put(bare)
      pending.push({ address: bare, use: 'link', label: bare, start, end: text.length })
    } else if (whole.startsWith('<!--')) continue
    else if (/^<(?:script|iframe|img|embed|object)\b/i.test(whole) || match[8] !== undefined) takePage(whole)
    else if (/^<br/i.test(whole)) put('\n')
    else if (/^<a\b/i.test(whole)) {
      const href = /\bhref\s*=\s*["']([^"']+)/i.exec(whole)?.[1]
      if (href)
        pending.push({
          address: href,
          use: 'link',
          label: plain.slice(at, at + 40).replace(/<[^]*/, ''),
          start: -1,
          end: -1,
        })
    }
  }
  put(plain.slice(at))
  text = text.replace(/^[ ]*\|(.*)\|[ ]*$/gm, (_, row: string) =>
    row
      .split('|')
      .map((cell) => cell.trim())
      .join('\t'),
  )
  // Taking a table's bars away moves what stands behind it: labels are looked up again.
  const seen = text.length
  const line = (value: string): { start: number; end: number } => {
    if (text !== '') text += '\n'
    const start = text.length
    text += value
    return { start, end: text.length }
  }
  for (const value of new Set(alternatives)) line(value)
  const from = text.length
  let searched = 0
  const addresses = pending.map(({ address, use, label, start }): PageAddress => {
    const own = line(address)
    const found = start >= 0 && label !== '' ? text.slice(0, seen).indexOf(label, searched) : -1
    if (found < 0) return { address, use, label, ...own }
    searched = found
    return { address, use, label, start: found, end: found + label.length }
  })
  const targets = { start: from, end: text.length }
  const hidden = veiled.map((one): PageHidden => ({ ...one, ...line(one.text) }))
  return { text, seen, targets, addresses, hidden, scripts }
}
