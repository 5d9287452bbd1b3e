const few = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

/** A count as one says it before a measure word: 两处, 十件, 11处. */
export function inWords(count: number): string {
  return few[count] ?? String(count)
}

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 10 })

/** A number as tables print it: 8,412 and 380.16. Below zero with a true minus sign. */
export function inFigures(value: number): string {
  return grouped.format(value).replace('-', '−')
}

/** A file size: 312 KB, 3.1 MB. */
export function inBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} 字节`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
