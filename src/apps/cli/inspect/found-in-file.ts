import type { TextFinding } from '../../../modules/inspection/index.ts'

const severities = { error: '错误', warning: '存疑', notice: '提示' } as const
const near = 16

/** The findings of one file for people: place, the words around it, what is wrong and what to do, and a line of sums. */
export function foundInFile(file: string, text: string, findings: readonly TextFinding[]): string {
  if (findings.length === 0) return `${file}：没有发现需要处理的内容。\n`
  const lines = findings.flatMap(({ start, end, severity, code, message, suggestion }) => {
    const { line, column } = placeOf(text, start)
    return [
      `${file}:${line}:${column}  ${severities[severity]}  ${code}`,
      `    ${around(text, start, end)}`,
      `    ${message}${suggestion}`,
    ]
  })
  const sums = (['error', 'warning', 'notice'] as const)
    .map(
      (severity) =>
        [severities[severity], findings.filter((one) => one.severity === severity).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word}${count}处`)
  return `${lines.join('\n')}\n${file}：共${findings.length}处要看，其中${sums.join('，')}。\n`
}

/** Line and column, both counted from 1; a column is a character as people count them. */
function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at)
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
  return { line: before.split(/\r\n|\n|\r/).length, column: before.slice(start).length + 1 }
}

/** What is found, in 【】, with a few words on either side; controls are shown as blanks so that nothing moves the cursor. */
function around(text: string, start: number, end: number): string {
  const clean = (part: string): string => part.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
  const head = text.slice(Math.max(0, start - near), start).replace(/^[\s\S]*[\n\r]/, '')
  const tail = text.slice(end, end + near).replace(/[\n\r][\s\S]*$/, '')
  return `${start - near > 0 ? '…' : ''}${clean(head)}【${clean(text.slice(start, end))}】${clean(tail)}${end + near < text.length ? '…' : ''}`.trim()
}
