import { addWorkingDays } from '../../../law/calendar/calendar.ts'
import { type PlainDay } from '../../../law/calendar/plain-day.ts'
import { answerClarification } from '../commands/answer-clarification.ts'
import { answerConsultation } from '../commands/answer-consultation.ts'
import { giveReasons } from '../commands/give-reasons.ts'
import { judgeObjection } from '../commands/judge-objection.ts'
import { openConsultation } from '../commands/open-consultation.ts'
import { withdrawRequest } from '../commands/withdraw-request.ts'
import { type DemoStep } from './stories.ts'
import type { Desk } from './demo-desk.ts'
import { exampleOf, send } from './tell-papers.ts'

/** Tells one step before the reply, on its day. */
export async function take(
  desk: Desk,
  requestId: string,
  step: DemoStep,
  at: (after: number) => PlainDay,
): Promise<void> {
  const { agencyId } = desk
  const key = { agencyId, requestId }
  const day = at(step.after)
  const isPast = (after: number | null): after is number => after !== null && at(after) > day
  switch (step.step) {
    case 'clarify': {
      await send(desk, requestId, day, { letter: 'D05', blanks: exampleOf('D05').blanks }, 'post')
      const { answerAfter } = step
      if (isPast(answerAfter))
        await desk.on(at(answerAfter), 'officer', (context) =>
          answerClarification(context, {
            ...key,
            on: at(answerAfter),
            content: '有关安全生产的材料，主要是近几年的',
          }),
        )
      return
    }
    case 'extend':
      await send(
        desk,
        requestId,
        day,
        {
          letter: 'D07',
          blanks: { days: step.days, reason: '申请涉及的案卷较多，需要逐件核对并作区分处理' },
        },
        'post',
      )
      return
    case 'reasons': {
      const { countedFrom, countedTo, requests, assessment } = exampleOf('D06').blanks
      const until = addWorkingDays(desk.calendar, day, 10)
      await send(
        desk,
        requestId,
        day,
        { letter: 'D06', blanks: { countedFrom, countedTo, requests, assessment, until } },
        'post',
      )
      const { answerAfter } = step
      if (isPast(answerAfter))
        await desk.on(at(answerAfter), 'officer', (context) =>
          giveReasons(context, { ...key, on: at(answerAfter), reasons: '想全面了解贵局的工作。' }),
        )
      return
    }
    case 'fee':
      await send(
        desk,
        requestId,
        day,
        {
          letter: 'D16',
          blanks: {
            method: 'perVolume',
            quantity: 400,
            counted: '本件需要提供复制件约400页',
            payment: '持本通知书到云汀市非税收入代收银行网点缴纳，执收单位：云汀市应急管理局',
          },
        },
        'post',
        at(step.after + 2),
      )
      return
    case 'withdraw':
      await desk.on(day, 'officer', (context) =>
        withdrawRequest(context, { ...key, on: day, way: '当面提交撤回申请书' }),
      )
      await send(desk, requestId, day, { letter: 'D39', blanks: { way: '当面提交撤回申请书' } }, 'post')
      return
    case 'consult':
    case 'consultAgency': {
      const isParty = step.step === 'consult'
      const consultationId = await desk.on(day, 'officer', (context) =>
        openConsultation(context, {
          ...key,
          consultation: {
            kind: isParty ? 'thirdParty' : 'coMaker',
            name: isParty ? '云汀市某化工企业（示例）' : '云汀市自然资源局（示例）',
            address: '云汀市工业路9号',
            information: isParty ? '该企业安全设施设计专篇' : '尾矿库专项检查报告',
            interest: isParty ? 'tradeSecret' : null,
          },
        }),
      )
      await send(
        desk,
        requestId,
        day,
        {
          letter: isParty ? 'D09' : 'D13',
          consultationId,
          blanks: isParty ? {} : { proposal: '拟予以公开' },
        },
        'post',
        at(step.after + 2),
      )
      const { answerAfter } = step
      if (!isPast(answerAfter)) return
      await desk.on(at(answerAfter), 'officer', async (context) => {
        await answerConsultation(context, {
          ...key,
          consultationId,
          on: at(answerAfter),
          answer:
            isParty && step.opinion === 'objects'
              ? { opinion: 'objects', reasons: '含有未公开的工艺流程和控制参数，属于商业秘密。' }
              : { opinion: 'agrees' },
        })
        if (isParty && step.opinion === 'objects')
          await judgeObjection(context, {
            ...key,
            consultationId,
            isReasonable: true,
            why: '不为公众所知悉，具有商业价值，并已采取保密措施',
          })
      })
      return
    }
  }
}
