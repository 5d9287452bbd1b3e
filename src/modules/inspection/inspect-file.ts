import type { PageHidden, PageText } from '../../documents/read/page-text.ts'
import { findAdvertising } from '../../text/spam/advertising.ts'
import { hostileAddress, hostileScript } from '../../text/spam/hostile-address.ts'
import { lookOver, type TextFinding } from '../../text/look-over.ts'
import { readForInspection } from './read-for-inspection.ts'

/** What one file shows that must be looked at before it is made public, and its text as read. */
export interface InspectedFile {
  readonly text: string
  readonly findings: readonly TextFinding[]
}

/**
 * Inspects a file. Opens no database and nothing outside.
 * @throws UnreadableDocument with one Chinese sentence
 */
export async function inspectFile(bytes: Uint8Array, name: string): Promise<InspectedFile> {
  const page = await readForInspection(bytes, name)
  return { text: page.text, findings: inspectPage(page) }
}

/** The findings of a text as read, in the order of its places. */
export function inspectPage(page: PageText): readonly TextFinding[] {
  const words = lookOver(page.text)
  const said = new Set(words.filter(({ end }) => end <= page.seen).map(keyOf))
  const ofWords = words.filter(({ code, text, start, end }) => {
    if (end <= page.seen) return true
    // What title, description and targets repeat of the page is one finding.
    if (said.has(keyOf({ code, text }))) return false
    const isTarget = start >= page.targets.start && end <= page.targets.end
    return !isTarget || isSaidByTarget(page.text, start, code)
  })
  return [...ofWords, ...ofHidden(page.hidden, page.text.slice(0, page.seen)), ...ofAddresses(page)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )
}

/** What a finding says, however it is parted. */
function keyOf({ code, text }: { readonly code: string; readonly text: string }): string {
  return `${code} ${text.replace(/[\s\p{Default_Ignorable_Code_Point}-]/gu, '')}`
}

/** Of link targets only telephones and mailboxes are words. */
function isSaidByTarget(text: string, start: number, code: string): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return (
    (code === 'personal.mobile' && /^(?:tel|sms):/i.test(line)) ||
    (code === 'personal.email' && /^mailto:/i.test(line))
  )
}

function ofHidden(hidden: readonly PageHidden[], seen: string): TextFinding[] {
  return hidden
    .filter(({ text, isByDesign }) => {
      if (!/[\p{L}\p{N}]{2}/u.test(text)) return false
      if (findAdvertising(text).length > 0) return true
      return !isByDesign && !seen.includes(text)
    })
    .map(({ text, start, end }) => ({
      code: 'source.hiddenText',
      severity: 'error',
      text,
      start,
      end,
      message: `页面里藏着读者看不见的文字“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”。`,
      suggestion: '请查明来源后删去；应当给人看的，请显示出来。',
    }))
}

function ofAddresses(page: PageText): TextFinding[] {
  const found: TextFinding[] = []
  for (const { address, use, label, start, end } of page.addresses) {
    const why = hostileAddress(address, use, label)
    if (why === null) continue
    found.push({
      code: 'source.hostileLink',
      severity: 'error',
      text: address,
      start,
      end,
      message: `${why}：${address.length > 60 ? `${address.slice(0, 60)}…` : address}。`,
      suggestion: '请删去，并检查网站是否被篡改。',
    })
  }
  for (const code of page.scripts) {
    const hostile = hostileScript(code)
    if (hostile === null) continue
    const { text, why } = hostile
    found.push({
      code: 'source.hostileLink',
      severity: 'error',
      text,
      start: page.text.length,
      end: page.text.length,
      message: `${why}。`,
      suggestion: '请删去，并检查网站是否被篡改。',
    })
  }
  return found
}
