/** 123400 分 as 1234元, 123450 分 as 1234.50元. */
export function yuan(fen: number): string {
  assertFen(fen)
  return fen % 100 === 0
    ? `${fen / 100}元`
    : `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}元`
}

const capitals = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** The amount in capitals, as written on notices and receipts: 123450 分 is 壹仟贰佰叁拾肆元伍角整. */
export function yuanInCapitals(fen: number): string {
  assertFen(fen)
  const whole = Math.floor(fen / 100)
  const jiao = Math.floor((fen % 100) / 10)
  const cents = fen % 10
  const small =
    jiao === 0 && cents === 0
      ? '整'
      : `${jiao > 0 ? `${capitals[jiao]}角` : whole > 0 ? '零' : ''}${cents > 0 ? `${capitals[cents]}分` : '整'}`
  if (whole === 0) return small === '整' ? '零元整' : small
  return `${wholeInCapitals(whole)}元${small}`
}

function wholeInCapitals(whole: number): string {
  let text = ''
  let rest = whole
  for (let group = 0; rest > 0; group += 1) {
    const part = rest % 10_000
    rest = Math.floor(rest / 10_000)
    const written = fourInCapitals(part)
    if (part === 0) text = text === '' || text.startsWith('零') ? text : `零${text}`
    else text = `${rest > 0 && part < 1000 ? '零' : ''}${written}${groups[group] ?? ''}${text}`
  }
  return text
}

function fourInCapitals(part: number): string {
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(part / 10 ** place) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    text += `${gap ? '零' : ''}${capitals[digit]}${places[place]}`
    gap = false
  }
  return text
}

function assertFen(fen: number): void {
  if (!Number.isSafeInteger(fen) || fen < 0 || fen >= 1e14)
    throw new RangeError(`not an amount in 分: ${fen}`)
}
