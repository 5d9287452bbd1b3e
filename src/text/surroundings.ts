import type { Span } from './spans.ts'

/** What stands before a place in its own sentence, at most `most` code units. */
export function before(text: string, at: number, most = 30): string {
  const near = text.slice(Math.max(0, at - most), at)
  return near.slice(Math.max(near.lastIndexOf('。'), near.lastIndexOf('；'), near.lastIndexOf('\n')) + 1)
}

/** What stands after a place in its own sentence, at most `most` code units. */
export function after(text: string, at: number, most = 30): string {
  return /^[^。；\n]*/.exec(text.slice(at, at + most))?.[0] ?? ''
}

/** The sentence around a span: up to 。；！？ or the ends of its line, at most 300 code units on either side. */
export function sentenceAround(text: string, { start, end }: Span): string {
  const head = /[^。；！？\n]*$/.exec(text.slice(Math.max(0, start - 300), start))?.[0] ?? ''
  const tail = /^[^。；！？\n]*/.exec(text.slice(end, end + 300))?.[0] ?? ''
  return head + text.slice(start, end) + tail
}

/** The line that holds a place, without its break, and where it begins. */
export function lineAround(text: string, at: number): { readonly line: string; readonly start: number } {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return { line: text.slice(start, end < 0 ? undefined : end), start }
}

/** The head of the column in which a place stands, where rows are lines and cells are parted by tabs; '' outside a table. */
export function columnHead(text: string, at: number): string {
  const { line, start } = lineAround(text, at)
  if (!line.includes('\t')) return ''
  const column = line.slice(0, at - start).split('\t').length - 1
  const width = line.split('\t').length
  let head = ''
  let from = start
  for (let rows = 0; rows < 500 && from > 0; rows += 1) {
    const above = lineAround(text, from - 1)
    const cells = above.line.split('\t')
    if (cells.length < 2) break
    if (cells.length === width) head = cells[column] ?? ''
    from = above.start
  }
  return head
}

/** Whether a span stands inside 《…》 or quotation marks (folded to ") on its line. */
export function isQuoted(text: string, { start, end }: Span): boolean {
  const { line, start: from } = lineAround(text, start)
  const head = line.slice(0, start - from)
  const tail = line.slice(end - from)
  if (/《[^》]*$/.test(head) && tail.includes('》')) return true
  return (head.split('"').length - 1) % 2 === 1 && tail.includes('"')
}

/** Whether what stands before a number calls it something else than a person's: an order, a document, an enterprise. */
export function isOtherNumber(text: string, at: number): boolean {
  const head = `${columnHead(text, at)} ${before(text, at, 16)}`
  if (/身份|证件|残疾|银行|卡号|账号|电话|手机|联系方式/.test(head)) return false
  return otherNumber.test(head)
}
const otherNumber =
  /(?:订单|运单|快递|单号|编号|编码|流水号?|信用代码|机构代码|注册号|登记号|备案号?|文号|案号|发票|批次号?|批号|条形码|图号|学号|证书号?|许可证号?|产权证|型号|序列号|合同号|代码|核验码|验证码|校验码|QQ群?)[^，。,;:\n]{0,6}[:：]?[ "]*$/

/** The parts of a text that are web addresses. */
export function webAddresses(text: string): Span[] {
  return [...text.matchAll(/(?:https?:\/\/|www\.)[\w\-.~:/?#@!$&'*+;=%]+/gi)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
