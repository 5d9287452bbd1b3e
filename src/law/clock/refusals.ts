import type { Reason } from '../reason.ts'

/** Every way the clock says no: what the law does not allow, or what cannot have happened. Code → sentence, article, help. */
const refusals = {
  'clock.today.beforeReceipt': {
    sentence: '今天的日期早于收到申请之日，期限还没有开始。',
    help: '核对收到申请之日和今天的日期。',
  },
  'clock.event.beforeReceipt': {
    sentence: '早于收到申请之日，不可能发生。',
    help: '核对日期。',
  },
  'clock.case.ended': {
    sentence: '本件已经答复，程序已经结束，不能再有这一步。',
    basis: '条例第三十三条',
  },
  'clock.case.lapsed': {
    sentence: '申请人逾期未补正或者未缴费，视为放弃申请，不再处理，不能再有这一步。',
    basis: '条例第三十条、信息处理费管理办法第六条',
  },
  'clock.answer.second': { sentence: '本件已经答复过，一件申请只答复一次。', basis: '条例第三十六条' },
  'clock.clarification.second': {
    sentence: '补正只能一次性告知，不能再次要求补正。',
    basis: '条例第三十条',
    help: '补正后内容仍不明确的，按“补正后申请内容仍不明确”答复。',
  },
  'clock.clarification.afterDue': {
    sentence: '答复期限已过，不能再要求补正。',
    basis: '条例第三十条、第三十三条',
  },
  'clock.clarification.untilBeforeAsked': {
    sentence: '补正的最后日期早于告知补正的日期。',
    basis: '条例第三十条',
  },
  'clock.clarification.notAsked': { sentence: '没有告知过补正，不会收到补正。', basis: '条例第三十条' },
  'clock.clarification.answeredTwice': {
    sentence: '补正已经收到过，期限只重新起算一次。',
    basis: '条例第三十条',
  },
  'clock.clarification.late': {
    sentence: '补正期限已过，视为放弃申请，逾期的补正不再恢复期限。',
    basis: '条例第三十条',
    help: '有正当理由的，核对补正的最后日期；否则请申请人重新提出申请。',
  },
  'clock.consultation.duplicateId': {
    sentence: '这个编号的征求意见已经有了，每次征求要用不同的编号。',
  },
  'clock.consultation.notAsked': { sentence: '没有用这个编号征求过意见，不会收到答复。' },
  'clock.consultation.answeredBeforeAsked': { sentence: '意见的日期早于征求意见发出的日期。' },
  'clock.consultation.answeredTwice': { sentence: '这次征求意见已经收到过答复。' },
  'clock.consultation.receivedBeforeSent': { sentence: '对方收到的日期早于发出的日期。' },
  'clock.extension.second': {
    sentence: '已经延期过一次，一件申请只能延期一次。',
    basis: '条例第三十三条第二款',
  },
  'clock.extension.tooLong': {
    sentence: '延长的期限应为1至20个工作日，最长不得超过20个工作日。',
    basis: '条例第三十三条第二款',
  },
  'clock.extension.afterDue': {
    sentence: '答复期限已过，不能再延期。',
    basis: '条例第三十三条第二款',
    help: '延期要在期限届满之前批准并告知申请人。',
  },
  'clock.extension.whileWaiting': {
    sentence: '正在等待申请人补正或者缴费，没有正在计算的期限，不能延期。',
    basis: '条例第三十条、第三十三条第二款',
    help: '期限重新起算以后再延期。',
  },
  'clock.fee.second': {
    sentence: '已经发过收费通知，一件申请只收一次费。',
    basis: '信息处理费管理办法第六条',
  },
  'clock.fee.afterDue': {
    sentence: '答复期限已过，不能再发收费通知。',
    basis: '信息处理费管理办法第六条',
  },
  'clock.fee.receivedBeforeNoticed': { sentence: '申请人收到收费通知的日期早于发出的日期。' },
  'clock.fee.notNoticed': { sentence: '没有发过收费通知，不会收到缴费。', basis: '信息处理费管理办法第六条' },
  'clock.fee.paidTwice': { sentence: '费用已经缴清过。', basis: '信息处理费管理办法第六条' },
  'clock.fee.late': {
    sentence: '缴费期限已过，视为放弃申请，逾期的缴费不再恢复期限。',
    basis: '信息处理费管理办法第六条',
    help: '已经收到的款项应当退还；申请人可以重新提出申请。',
  },
} as const satisfies Readonly<Record<string, Omit<Reason, 'code'>>>

/** Codes of the clock's refusals. */
export type ClockRefusalCode = keyof typeof refusals

/** All codes, for the manual page. */
export const clockRefusalCodes = Object.keys(refusals) as ClockRefusalCode[]

/**
 * The reason for one refusal.
 * @param what the event and its day in Chinese, put in front of the sentence
 */
export function clockRefusal(code: ClockRefusalCode, what?: string): Reason {
  const reason: Omit<Reason, 'code'> = refusals[code]
  return { code, ...reason, sentence: what ? `${what}：${reason.sentence}` : reason.sentence }
}
