import { Invalid } from '../../../../../platform/refusals.ts'
import type { MaskRegion } from '../../../redaction/mask-file.ts'
import type { Item } from '../../../store/items.ts'

/** Lines that hold something. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The ending of a file's name. */
export const endingOf = (name: string): string =>
  /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? 'bin'

/** A single character would black out half a page and prove nothing. @throws Invalid */
export function checkTerms(terms: readonly string[], field: string): void {
  const short = terms.filter((term) => [...term.replace(/\s/g, '')].length < 2)
  if (short.length > 0) throw new Invalid([{ field, sentence: `要遮盖的词至少两个字：${short.join('、')}` }])
}

/** The item's own title, unless it holds what is masked. */
export function releaseName(
  item: Pick<Item, 'title' | 'position'>,
  terms: readonly string[],
  ending: string,
): string {
  // Signs that nobody sees can turn an ending around: fdp.exe reads exe.pdf.
  const plain = [...item.title.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')]
    .slice(0, 80)
    .join('')
    .trim()
  const bare = (text: string) => text.normalize('NFKC').replace(/\s/g, '')
  const isTelling = terms.some((term) => bare(plain).includes(bare(term)))
  return isTelling || plain === '' ? `公开件${item.position}.${ending}` : `${plain}（公开件）.${ending}`
}

/** 页码 左 上 宽 高, a line each. @throws Invalid naming the lines that are none */
export function regionsOf(text: string): readonly MaskRegion[] {
  const wrong: string[] = []
  const regions = linesOf(text).flatMap((line) => {
    const [page, left, top, width, height, ...more] = line.split(/[\s,，、]+/).map(Number)
    const isWhole =
      more.length === 0 &&
      [page, left, top, width, height].every(
        (one) => one !== undefined && Number.isFinite(one) && one >= 0,
      ) &&
      Number.isInteger(page) &&
      (width ?? 0) > 0 &&
      (height ?? 0) > 0
    if (!isWhole) {
      wrong.push(line)
      return []
    }
    return [{ page, left, top, width, height } as MaskRegion]
  })
  if (wrong.length > 0)
    throw new Invalid([
      { field: 'regions', sentence: `这一行不是“页码 左 上 宽 高”：${wrong.slice(0, 3).join('；')}` },
    ])
  return regions
}
