import type { DeskAct } from '../../rules/desk-acts.ts'
import { actAt, caseAt, consultationsAt, newPaperAt } from './addresses.ts'

/** What an act is called on its button: a verb of the office. */
export const actWords: Readonly<Record<DeskAct, string>> = {
  reply: '拟答复',
  askClarification: '要求补正',
  consult: '征求意见',
  extend: '延长答复期限',
  noticeFee: '通知收费',
  askReasons: '请说明理由',
  defer: '延迟答复',
  confirmReceipt: '确认收到日期',
  answerClarification: '登记补正',
  giveReasons: '登记理由',
  payFee: '登记缴费',
  withdraw: '登记撤回',
  assign: '分派',
  split: '拆分',
  link: '关联申请',
  attach: '添加文件',
  renewCode: '换查询码',
  printReceipt: '打印接收回执',
}

/** Groups of acts on the case page. */
export const stepActs = [
  'confirmReceipt',
  'reply',
  'askClarification',
  'consult',
  'extend',
  'noticeFee',
  'askReasons',
  'defer',
] as const satisfies readonly DeskAct[]
export const recordActs = [
  'answerClarification',
  'giveReasons',
  'payFee',
  'withdraw',
  'attach',
] as const satisfies readonly DeskAct[]
export const orderActs = [
  'assign',
  'split',
  'link',
  'printReceipt',
  'renewCode',
] as const satisfies readonly DeskAct[]

/** Where an act that asks nothing is done at once. */
export const postOfAct = (act: DeskAct, requestId: string): string | null =>
  act === 'printReceipt' ? `${caseAt(requestId)}/receipt` : null

/** Where an act is done: a paper is drafted, a consultation opened, all else has a page of its own. */
export function addressOfAct(act: DeskAct, requestId: string): string {
  const letters: Partial<Record<DeskAct, string>> = {
    askClarification: 'D05',
    extend: 'D07',
    noticeFee: 'D16',
    askReasons: 'D06',
    defer: 'D08',
  }
  if (act === 'consult') return consultationsAt(requestId)
  if (act === 'reply') return newPaperAt(requestId)
  const letter = letters[act]
  return letter === undefined ? actAt(requestId, act) : newPaperAt(requestId, letter)
}

const said: Readonly<Record<string, string>> = {
  received: '已登记。回执可以下载，交给申请人。',
  confirmReceipt: '收到申请之日已经登记，期限开始计算。',
  answerClarification: '补正已经登记，期限重新计算。',
  giveReasons: '理由已经登记。',
  payFee: '缴费已经登记，期限从次日起重新计算。',
  withdraw: '撤回已经登记，本件办结。',
  assign: '已分派。',
  split: '已拆分，各件分别办理。',
  link: '已关联。',
  attach: '文件已经放进卷宗。',
  contact: '联系方式已经改好，原来的封存在卷宗里。',
  revoke: '写错的记录已经撤销，期限重新计算。',
}

/** What the case page says after an act, by the word in its address. */
export function saidOf(done: string): string | undefined {
  return Object.hasOwn(said, done) ? said[done] : undefined
}
