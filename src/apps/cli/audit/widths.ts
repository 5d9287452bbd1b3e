/** Columns a text takes on a terminal: Chinese characters and full-width signs take two. */
export function widthOf(text: string): number {
  let width = 0
  for (const sign of text)
    width += /[\p{Script=Han}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026]/u.test(sign)
      ? 2
      : 1
  return width
}

/** The text, filled with spaces to a width; cut with … where it is longer. */
export function fitted(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  let cut = text
  if (widthOf(text) > width) {
    cut = ''
    for (const sign of text) {
      if (widthOf(cut + sign) > width - 2) break
      cut += sign
    }
    cut += '…'
  }
  const space = ' '.repeat(Math.max(0, width - widthOf(cut)))
  return side === 'left' ? cut + space : space + cut
}
