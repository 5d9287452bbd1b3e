import { parsePlainDay, type PlainDay } from '../../../../../law/calendar/plain-day.ts'
import type { Form } from '../../../../../platform/http/form.ts'
import { Invalid, type FieldProblem } from '../../../../../platform/refusals.ts'
import { serviceWays, type ServiceWay } from '../../../model.ts'

export interface ServiceTyped {
  readonly way: ServiceWay
  readonly sentOn: PlainDay
  readonly deliveredOn: PlainDay | null
  readonly proofNumber: string
  readonly note: string
}

/** A day of a form. @throws Invalid */
export function dayTyped(form: Form, name: string): PlainDay {
  const day = parsePlainDay(form.text(name).trim())
  if (day === null) throw new Invalid([{ field: name, sentence: '写日期，例如 2026-03-02' }])
  return day
}

/** A service as it was typed. @throws Invalid naming every field at once */
export function serviceInput(form: Form): ServiceTyped {
  const problems: FieldProblem[] = []
  const way = serviceWays.find((one) => one === form.text('way'))
  if (way === undefined) problems.push({ field: 'way', sentence: '选送达方式' })
  const sentOn = parsePlainDay(form.text('sentOn').trim())
  if (sentOn === null) problems.push({ field: 'sentOn', sentence: '写送出日期，例如 2026-03-02' })
  const delivered = form.text('deliveredOn').trim()
  const deliveredOn = delivered === '' ? null : parsePlainDay(delivered)
  if (delivered !== '' && deliveredOn === null)
    problems.push({ field: 'deliveredOn', sentence: '写收到日期，例如 2026-03-02' })
  if (way === undefined || sentOn === null || problems.length > 0) throw new Invalid(problems)
  return {
    way,
    sentOn,
    deliveredOn,
    proofNumber: form.text('proofNumber').trim(),
    note: form.text('note').trim(),
  }
}
