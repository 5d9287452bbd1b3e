import { beijingDay } from '../../../../law/calendar/plain-day.ts'
import type { TableId } from '../../../../law/report-form/model.ts'
import { Button, Buttons, Field, inFigures, Panel, problemOf, when } from '../../../../platform/html/index.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'
import type { CorrectionEntry } from '../../store/corrections.ts'
import { placeInWords } from '../numbered-findings.ts'

/** A correction with the name of who made it, and whether it still corrects what is read. */
export interface ShownCorrection extends CorrectionEntry {
  readonly by: string
  readonly isApplied: boolean
}

/** 表三第一项，总计 */
export function cellInWords(cell: string): string {
  const [table, row = '', column] = cell.split('.')
  return placeInWords({ table: table as TableId, row, ...(column === undefined ? {} : { column }) })
}

function valueInWords(value: number | null): string {
  return value === null ? '没有数' : inFigures(value)
}

function stateInWords({ inForce, isApplied }: ShownCorrection): string {
  if (!inForce) return '，已撤回'
  return isApplied ? '' : '，现在读出的数已经不同，不再适用'
}

interface CorrectionPanelProps {
  /** Where the form posts; `/restore` behind it takes a correction back. */
  readonly action: string
  readonly digest: string
  /** The cell that was chosen in the tables, with what was read there. */
  readonly chosen: { readonly cell: string; readonly readAs: number | null } | null
  readonly corrections: readonly ShownCorrection[]
  readonly problems?: readonly FieldProblem[]
  readonly typed: (name: string) => string
}

/** Readings that people corrected, and the form to correct the cell that was chosen. */
export function CorrectionPanel(props: CorrectionPanelProps) {
  const { action, digest, chosen, corrections, problems, typed } = props
  const before = chosen && corrections.find(({ cell }) => cell === chosen.cell)
  return (
    <Panel title="更正读数" id="correct">
      {chosen ? (
        <form method="post" action={`${action}?cell=${encodeURIComponent(chosen.cell)}`}>
          <input type="hidden" name="digest" value={digest} />
          <input type="hidden" name="cell" value={chosen.cell} />
          <input type="hidden" name="revision" value={String(before?.revision ?? 0)} />
          <p>
            <b>{cellInWords(chosen.cell)}</b>
            {`，读成${valueInWords(chosen.readAs)}。`}
          </p>
          <Field
            name="value"
            label="原件里的数"
            hint="原件里没有数，就空着。"
            inputMode="decimal"
            short
            value={typed('value')}
            error={problemOf(problems, 'value')}
          />
          <Field
            name="reason"
            label="依据"
            hint="例如“原件第3页写的是8”。"
            maxLength={500}
            value={typed('reason')}
            error={problemOf(problems, 'reason')}
          />
          <Buttons>
            <Button look="line">更正并重新检查</Button>
          </Buttons>
        </form>
      ) : (
        <p class="quiet">点表里的数，就可以更正那一格。更正以后按新的数重新检查，原来读出的数一直看得见。</p>
      )}
      {corrections.length > 0 && (
        <ul class="corrections">
          {corrections.map((one) => (
            <li key={one.cell}>
              <p>
                <b>{cellInWords(one.cell)}</b>
                {`：${valueInWords(one.readAs)}改为${valueInWords(one.value)}。${one.reason}`}
                <span class="note">
                  {`（${one.by}，${when(beijingDay(one.decidedAt), 'list')}${stateInWords(one)}）`}
                </span>
              </p>
              {one.inForce && (
                <form method="post" action={`${action}/restore`}>
                  <input type="hidden" name="digest" value={digest} />
                  <input type="hidden" name="cell" value={one.cell} />
                  <input type="hidden" name="revision" value={String(one.revision)} />
                  <Button look="line" small>
                    撤回更正
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
