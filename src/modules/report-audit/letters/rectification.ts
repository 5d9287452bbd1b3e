import { basisWords } from '../basis-words.ts'
import { addWorkingDays } from '../../../law/calendar/calendar.ts'
import { nationalCalendar } from '../../../law/calendar/national.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { paragraph, writtenDay, type OfficialDocument } from '../../../documents/write/model.ts'
import type { RectificationPoint } from '../store/tables.ts'

export interface RectificationBlanks {
  /** The office that asks. */
  readonly issuer: string
  readonly addressee: string
  readonly documentNumber: string
  readonly year: number
  readonly points: readonly RectificationPoint[]
  readonly workingDays: number
  readonly issuedOn: PlainDay
  readonly contact: string
  readonly phone: string
}

/** The last day for mending: so many working days after the letter's day, which is not counted (民法典第二百零一条). */
export function mendingDay(issuedOn: PlainDay, workingDays: number): PlainDay {
  return addWorkingDays(nationalCalendar, issuedOn, workingDays)
}

/** 整改通知: what in an agency's annual report is to be mended, on what basis, until when and how (条例第四十七条). */
export function rectification(blanks: RectificationBlanks): OfficialDocument {
  const { issuer, addressee, year, points, workingDays, issuedOn } = blanks
  const due = mendingDay(issuedOn, workingDays)
  return {
    layout: 'letter',
    letterhead: issuer,
    documentNumber: blanks.documentNumber,
    title: [`关于整改${year}年政府信息公开`, '工作年度报告问题的通知'],
    addressee,
    body: [
      paragraph(
        `根据《中华人民共和国政府信息公开条例》第四十七条的规定，经检查核实，你单位发布的${year}年政府信息公开工作年度报告有${points.length}处需要整改：`,
      ),
      {
        kind: 'items',
        numbering: '1.',
        items: points.map(({ message, place, basis }) => [
          `${ended(message)}（位置：${place}；依据：${basisWords(basis)}）`,
        ]),
      },
      paragraph(
        `请在${workingDays}个工作日内，即${writtenDay(due)}前（含当日）改正，按原渠道重新发布，并书面反馈整改情况。对照原件认为不属于问题的，请在反馈中说明理由。`,
      ),
      paragraph('改正后的报告应当注明更正情况和更正日期，原报告的发布日期不变。'),
    ],
    signature: { agencies: [issuer], on: issuedOn },
    note: `联系人：${blanks.contact}；电话：${blanks.phone}`,
  }
}

function ended(message: string): string {
  return /[。！？]$/.test(message) ? message : `${message}。`
}
