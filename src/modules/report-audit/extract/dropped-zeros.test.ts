import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textTree } from '../../../documents/read/plain-text.ts'
import { recoverReport } from '../recover-report.ts'

/** A report whose table three prints no zeros; each line a label and what is left of its values. */
const lines = [
  '云汀市望河区教育局2023年政府信息公开工作年度报告',
  '一、总体情况',
  '三、收到和处理政府信息公开申请情况',
  '一、本年新收政府信息公开申请数量 44 2 1 47',
  '二、上年结转政府信息公开申请数量 2 2',
  '（一）予以公开 30 2 1 33',
  '（二）部分公开 5 5',
  '1.本机关不掌握相关政府信息 8 1 9',
  '（七）总计 43 3 1 47',
  '四、结转下年度继续办理 2 2',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
]
const read = (printed: readonly string[]) => recoverReport(textTree(printed.join('\n')), 'a.txt')
const changed = (from: string, to: string) => lines.map((line) => (line === from ? to : line))

test('where a table prints no zeros, the last value of each row is its total, told as doubtful; its columns stay open', () => {
  const report = read(lines)
  const { newlyReceived, totalHandled, carriedOut } = report.tables.t3 ?? {}
  assert.deepEqual(Object.values(newlyReceived ?? {}), [null, null, null, null, null, null, 47])
  assert.deepEqual([totalHandled?.total, carriedOut?.total, carriedOut?.natural], [47, 2, null])
  assert.ok(report.cells.every((cell) => cell.doubtful === true && cell.column === 'total'))
})

test('a total is not believed where a row, a sum or a value speaks against it', () => {
  const against: readonly (readonly [string, readonly string[]])[] = [
    ['a row that does not add up', changed('（一）予以公开 30 2 1 33', '（一）予以公开 30 2 1 34')],
    ['a row of a single value', changed('（二）部分公开 5 5', '（二）部分公开 5')],
    ['a printed zero', changed('（二）部分公开 5 5', '（二）部分公开 5 0 5')],
    ['results that do not make the total', lines.filter((line) => !line.startsWith('（二）'))],
    ['a value that stands elsewhere', changed('（二）部分公开 5 5', '（二）部分公开 5 5\n12')],
  ]
  for (const [what, printed] of against)
    assert.ok(
      Object.values(read(printed).tables.t3 ?? {}).every((row) => row.total === null),
      what,
    )
})
