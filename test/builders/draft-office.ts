import { asOf2019, type OfficeReport } from './office-report.ts'
import { type LabelledDraft, piecesOfDraft, tablesOfDraft } from './labelled-report.ts'
import type { Office } from './offices.ts'

const titleSigns = [
  /总体情况$/,
  /主动公开政府信息.*情况$/,
  /收到和处理政府信息公开申请.*情况$/,
  /行政复议、(?:提起)?行政诉讼.*情况$/,
  /存在的?主要问题及改进.*$/,
  /其他需要报告的事项$/,
]

/**
 * A labelled draft as the report of an office, so that every way of publishing (test/builders/manners.ts) can write it as a file.
 * A table stands before the text of its section.
 */
export function officeReportOf(draft: LabelledDraft): OfficeReport {
  const pieces = piecesOfDraft(draft).filter((piece) => typeof piece !== 'string' || piece.trim() !== '')
  const texts = pieces.filter((piece) => typeof piece === 'string')
  const titles: string[] = []
  const sections: Record<number, string[]> = { 0: [] }
  for (const text of texts) {
    const sign = titleSigns[titles.length]
    const inner = titles[0]?.startsWith('一') === true && /^[（(]/.test(text)
    if (!inner && sign?.test(text) && text.length < 45) {
      titles.push(text)
      sections[titles.length] = []
    } else sections[titles.length]?.push(text)
  }
  const head = sections[0] ?? []
  const titleEnd = head.findIndex((text) => text.endsWith('年度报告')) + 1
  const last = sections[6] ?? []
  const signature = /^\d{4}年\d+月\d+日$/.test(last.at(-1) ?? '') ? last.splice(-2) : []
  const { tables, former } = tablesOfDraft(draft)
  const year = Number(/(\d{4})年/.exec(head.join(''))?.[1])
  const form = year < 2021 ? '2019' : '2021'
  const office = {
    agency: draft.agency ?? '',
    year,
    form,
    title: head.slice(0, titleEnd),
    preface: head.slice(titleEnd),
    titles,
    sections,
    signature,
    facts: Object.fromEntries(draft.facts.map(({ fact, value }) => [fact, value])),
  } as unknown as Office
  return form === '2019' ? { office, tables: asOf2019(tables), former } : { office, tables, former: null }
}
