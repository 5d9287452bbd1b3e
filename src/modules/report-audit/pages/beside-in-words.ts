import { inFigures } from '../../../platform/html/index.ts'
import type { Beside, BesideReport } from '../store/tables.ts'

const namedAtMost = 3

function fromWords(reports: readonly BesideReport[]): string {
  const froms = new Set(reports.map(({ from }) => from))
  if (froms.size === 2) return '一起交来的和本站公开的'
  return froms.has('store') ? '本站公开的' : '一起交来的'
}

/** Which other reports were looked at: 对照了本站公开的2022年报告，以及一起交来的望河区应急管理局等7个机关同一年的报告。 */
export function besideInWords(beside: Beside | null): string | null {
  if (!beside) return null
  const { previous, sisters } = beside
  const parts: string[] = []
  if (previous) parts.push(`${fromWords([previous])}本机关${previous.year}年报告`)
  if (sisters.length > 0) {
    const names = sisters.slice(0, namedAtMost).map(({ agency }) => agency)
    const which =
      sisters.length > namedAtMost
        ? `${names.join('、')}等${inFigures(sisters.length)}个机关`
        : names.join('、')
    parts.push(`${fromWords(sisters)}${which}同一年的报告`)
  }
  return parts.length === 0
    ? '没有找到可以对照的上年报告和同类机关报告。'
    : `还对照了${parts.join('，以及')}。`
}
