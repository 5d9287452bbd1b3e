import { parsePlainDay, type PlainDay } from '../../../../law/calendar/plain-day.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Form } from '../../../../platform/http/form.ts'
import { Invalid, Refused } from '../../../../platform/refusals.ts'
import { answerClarification } from '../../commands/answer-clarification.ts'
import { assignRequest } from '../../commands/assign-request.ts'
import { attachFile } from '../../commands/attach-file.ts'
import { confirmReceipt } from '../../commands/confirm-receipt.ts'
import { giveReasons } from '../../commands/give-reasons.ts'
import { linkRequests } from '../../commands/link-requests.ts'
import { payFee } from '../../commands/pay-fee.ts'
import { revokeEvent } from '../../commands/revoke-event.ts'
import { splitRequest } from '../../commands/split-request.ts'
import { withdrawRequest } from '../../commands/withdraw-request.ts'
import { filePurposes, type FilePurpose } from '../../model.ts'
import { requestNumbered } from '../../queries/request-numbered.ts'
import { requestRefusals } from '../../refusals.ts'
import type { CaseKey } from '../../store/cases.ts'
import type { NewFile } from '../../store/files.ts'

/** Acts that a page of their own does: what a form of each asks for, and the one command that it calls. */
export const formActs = [
  'confirmReceipt',
  'answerClarification',
  'giveReasons',
  'payFee',
  'withdraw',
  'attach',
  'assign',
  'split',
  'link',
  'revoke',
] as const
export type FormAct = (typeof formActs)[number]

/** What a file sent with the form of an act is for; null where the form takes none. */
export const purposeOfAct: Readonly<Record<FormAct, FilePurpose | null>> = {
  confirmReceipt: null,
  answerClarification: 'clarification',
  giveReasons: 'reasons',
  payFee: 'paymentProof',
  withdraw: 'withdrawal',
  attach: 'evidence',
  assign: null,
  split: null,
  link: null,
  revoke: null,
}

/** Purposes a clerk may put a file down under by hand; letters, originals and copies for release have their own ways in. */
export const attachedPurposes = [
  'application',
  'identity',
  'powerOfAttorney',
  'searchRecord',
  'evidence',
  'remedy',
] as const satisfies readonly FilePurpose[]

const typedDay = (form: Form, name: string, sentence: string): PlainDay => {
  const day = parsePlainDay(form.text(name).trim())
  if (day === null) throw new Invalid([{ field: name, sentence }])
  return day
}

/** 12.50 as 1250 分; anything else is no amount. */
export function fenOf(text: string): number | null {
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim())
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}

/** Does what the form of an act asks for. @throws whatever the command refuses */
export async function performAct(
  act: FormAct,
  context: Context,
  key: CaseKey,
  form: Form,
  files: readonly NewFile[],
): Promise<void> {
  switch (act) {
    case 'confirmReceipt':
      return confirmReceipt(context, { ...key, confirmedOn: typedDay(form, 'on', '写双方确认的日期') })
    case 'answerClarification':
      return answerClarification(
        context,
        { ...key, on: typedDay(form, 'on', '写收到补正的日期'), content: form.text('content') },
        files,
      )
    case 'giveReasons':
      return giveReasons(
        context,
        { ...key, on: typedDay(form, 'on', '写收到理由的日期'), reasons: form.text('reasons') },
        files,
      )
    case 'payFee': {
      const amountFen = fenOf(form.text('amount'))
      if (amountFen === null) throw new Invalid([{ field: 'amount', sentence: '写金额，例如 120.00' }])
      await payFee(context, {
        ...key,
        on: typedDay(form, 'on', '写缴清的日期'),
        amountFen,
        receiptNumber: form.text('receiptNumber').trim(),
      })
      return attachAll(context, key, files)
    }
    case 'withdraw': {
      const way = form.text('way').trim()
      if (way === '') throw new Invalid([{ field: 'way', sentence: '写明怎样撤回的，例如“书面撤回”' }])
      await withdrawRequest(context, {
        ...key,
        on: typedDay(form, 'on', '写撤回的日期'),
        way: way.slice(0, 200),
      })
      return attachAll(context, key, files)
    }
    case 'attach': {
      const purpose = filePurposes.find((one) => one === form.text('purpose'))
      const isAllowed = attachedPurposes.some((one) => one === purpose)
      const problems = [
        ...(purpose === undefined || !isAllowed
          ? [{ field: 'purpose', sentence: '选文件是做什么用的' }]
          : []),
        ...(files.length === 0 ? [{ field: 'file', sentence: '选一个文件' }] : []),
      ]
      if (purpose === undefined || problems.length > 0) throw new Invalid(problems)
      return attachAll(
        context,
        key,
        files.map((file) => ({ ...file, purpose })),
      )
    }
    case 'assign':
      return assignRequest(context, {
        ...key,
        section: form.text('section').trim() || null,
        handlerId: form.text('handlerId') || null,
        sectionDueOn:
          form.text('sectionDueOn') === '' ? null : typedDay(form, 'sectionDueOn', '写内部日期，或者留空'),
      })
    case 'split': {
      const contents = form.list('contents').filter((content) => content.trim() !== '')
      if (contents.length < 2) throw new Invalid([{ field: 'contents', sentence: '至少写两件' }])
      await splitRequest(context, { ...key, contents })
      return undefined
    }
    case 'link': {
      const kind = (['repeats', 'sameInformation', 'related'] as const).find(
        (one) => one === form.text('kind'),
      )
      const otherId = await requestNumbered(context.db, key.agencyId, form.text('number'))
      const problems = [
        ...(kind === undefined ? [{ field: 'kind', sentence: '选两件是什么关系' }] : []),
        ...(otherId === undefined || otherId === key.requestId
          ? [{ field: 'number', sentence: '写另一件的编号，例如 2026-0017' }]
          : []),
      ]
      if (kind === undefined || otherId === undefined || problems.length > 0) throw new Invalid(problems)
      return linkRequests(context, { ...key, otherId, kind, note: form.text('note').trim().slice(0, 500) })
    }
    case 'revoke':
      return revokeEvent(context, { ...key, eventId: form.text('event'), reason: form.text('reason') })
    default:
      throw new Refused([requestRefusals['requests.case.notNow']])
  }
}

/** The act before has moved the case on in this same step: the files follow whatever its version is now. */
async function attachAll(context: Context, key: CaseKey, files: readonly NewFile[]): Promise<void> {
  for (const file of files)
    await attachFile(context, { agencyId: key.agencyId, requestId: key.requestId, file })
}
