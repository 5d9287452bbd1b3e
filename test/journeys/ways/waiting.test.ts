import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { applicantApplies, applicantLooks, applicantReads, someProof } from '../../builders/ways/applicant.ts'
import { people } from '../../builders/ways/applicants.ts'
import {
  at,
  casePage,
  clerkDrafts,
  clerkDraftsReply,
  clerkOpensCase,
  officeSigns,
  clerkIssues,
  clerkServes,
  sendOut,
  type Case,
} from '../../builders/ways/clerk.ts'
import { openOffice, type Office } from '../../builders/ways/office.ts'

const looked = [
  '/requests/case/withdraw',
  '/console/requests/-/acts/answerClarification',
  '/console/requests/-/acts/giveReasons',
  '/console/requests/-/acts/payFee',
  '/console/requests/-/acts/renewCode',
  '/console/requests/-/acts/withdraw',
  '/console/requests/-/papers/new?D05',
  '/console/requests/-/papers/new?D16',
]

let office: Office
before(async () => {
  office = await openOffice(looked)
})
after(() => office.close())

const nothingFound = {
  searched: ['文书档案室'],
  keywords: ['检查'],
  'evidence.searchRecord': '检索没有结果',
}

/** The answer that ends a case in which the way there is what matters. */
async function answered(one: Case, says: readonly string[] = []): Promise<void> {
  const paper = await clerkDraftsReply(office, one, '政府信息不存在', nothingFound)
  await sendOut(office, paper, {
    series: '公复',
    says: [`申请编号：${one.number}`, ...says],
    articles: ['第三十六条第四项'],
    remedy: 'free',
  })
  await office.countsIn(one.requestId, 2026, 'unableNotHeld')
}

const clarification = {
  points: ['所需政府信息的名称、文号或者形成时间'],
  guidance: '写明企业名称和年份',
}

test('a clarification that comes by post is written down by the clerk; the corrected words are answered, and the applicant’s page shows the new day', async () => {
  office.on('2026-03-02')
  const one = await clerkOpensCase(office, { who: people.gu, channel: 'registeredPost', content: '检查材料' })
  const asking = await clerkDrafts(office, one, '要求补正', { ...clarification, until: '2026-03-20' })
  await sendOut(office, asking, {
    series: '公补',
    says: [
      '请在2026年3月20日前（含当日）补正',
      '写明企业名称和年份',
      '请送交或者寄至云汀市府前街1号云汀市应急管理局办公室，也可以凭申请编号和查询码在网上提交',
    ],
    articles: ['第三十条'],
  })
  office.on('2026-03-10')
  const clerk = await office.staff('officer')
  await clerk.go(at(one))
  await clerk.presses('登记补正')
  await clerk.fills({ on: '2026-03-10', content: '云汀金河化工厂2025年检查记录' })
  await clerk.presses('登记补正')
  assert.match(await clerk.words(), /补正已经登记，期限重新计算/)
  await clerk.presses('换查询码')
  await clerk.fills({ identityChecked: '当面核对身份证' })
  await clerk.presses('换查询码')
  const code = await clerk.page.locator('#code b.code').innerText()
  assert.notEqual(code, one.code, 'the code that was lost opens nothing any more')
  const applicant = await applicantLooks(office, { ...one, code })
  assert.match(await applicant.words(), /最迟4月8日答复您.*云汀金河化工厂2025年检查记录/)
  await answered(one, ['申请公开“云汀金河化工厂2025年检查记录”'])
})

test('who does not clarify until the day that was told is taken to have given up, and is told so', async () => {
  office.on('2026-03-02')
  const one = await clerkOpensCase(office, { who: people.su, channel: 'counter', content: '以前的通报' })
  const asking = await clerkDrafts(office, one, '要求补正', { ...clarification, until: '2026-03-16' })
  const asked = await sendOut(office, asking, {
    series: '公补',
    says: ['请在2026年3月16日前（含当日）补正'],
    articles: ['第三十条'],
  })
  office.on('2026-03-17')
  const applicant = await applicantLooks(office, one)
  assert.match(await applicant.words(), /3月16日的期限已经过了/)
  const paper = await clerkDraftsReply(office, one, '逾期不补正', {})
  await sendOut(office, paper, {
    series: '公终',
    says: [asked.documentNumber, '应当在2026年3月16日前（含当日）补正', '视为放弃申请'],
    articles: ['第三十条'],
    remedy: 'free',
  })
  await office.countsIn(one.requestId, 2026, 'otherCorrectionLapsed')
})

test('an extension is agreed to by the head of the disclosure office and told before the end; the answer within it is in time', async () => {
  office.on('2026-03-02')
  const one = await clerkOpensCase(office, { who: people.liang, channel: 'counter', content: '三年检查案卷' })
  office.on('2026-03-27')
  const paper = await clerkDrafts(office, one, '延长答复期限', {
    reason: '案卷较多，需要逐件核对',
    days: '10',
  })
  assert.deepEqual(await officeSigns(office, paper), ['公开机构负责人审签'])
  await clerkIssues(office, paper, {
    series: '公延',
    says: [
      '答复期限至2026年3月30日届满',
      '案卷较多，需要逐件核对',
      '经本机关政府信息公开工作机构负责人同意，答复期限延长10个工作日',
      '将在2026年4月14日前（含当日）作出答复',
    ],
    articles: ['第三十三条第二款'],
  })
  await clerkServes(office, paper)
  const applicant = await applicantLooks(office, one)
  assert.match(await applicant.words(), /最迟4月14日答复您/)
  assert.match(await applicantReads(applicant, '政府信息公开申请延期答复告知书'), /2026年4月14日/)
  office.on('2026-04-14')
  await answered(one)
  assert.doesNotMatch(await casePage(office, one), /逾期/)
})

/** A case with a fee of 700 yuan for a hundred pages, its notice in the applicant's hand on 5 March. */
async function charged(who: Case['who'], content: string): Promise<Case> {
  office.on('2026-03-02')
  const one = await clerkOpensCase(office, { who, channel: 'counter', content })
  office.on('2026-03-05')
  const paper = await clerkDrafts(office, one, '通知收费', {
    method: 'perVolume',
    quantity: '100',
    counted: '本件提供的信息共100页',
  })
  await sendOut(
    office,
    paper,
    {
      series: '公费',
      says: ['本件提供的信息共100页', '700元', '20个工作日', '持本通知书到代收银行网点缴纳'],
      articles: ['第四十二条'],
      remedy: 'fee',
    },
    'direct',
  )
  return one
}

test('a fee by volume is told with its calculation and paid; from the day after the count begins anew', async () => {
  const one = await charged(people.han, '全部检查文书的复印件')
  office.on('2026-03-12')
  const applicant = await applicantLooks(office, one)
  assert.match(await applicant.words(), /信息处理费700元.*最后一天是2026年4月2日/)
  await applicant.fills({ material: someProof })
  await applicant.presses('上传凭证')
  const clerk = await office.staff('officer')
  await clerk.go(at(one))
  await clerk.presses('登记缴费')
  await clerk.fills({ on: '2026-03-12' })
  await clerk.presses('登记缴费')
  assert.match(await clerk.words(), /缴费已经登记，期限从次日起重新计算/)
  await applicant.go('/requests/case')
  assert.match(await applicant.words(), /最迟4月10日答复您/)
  const { fees } = await office.facts(2026)
  assert.deepEqual([fees.notices, fees.noticedFen, fees.paidFen], [1, 70_000, 70_000])
  await answered(one)
})

test('a fee that is not paid within twenty working days ends the case, and the letter says until when it could have been', async () => {
  const one = await charged(people.he, '近五年全部检查文书的复印件')
  office.on('2026-04-03')
  assert.match(await casePage(office, one), /视为放弃/)
  const paper = await clerkDraftsReply(office, one, '逾期未缴费', {})
  await sendOut(office, paper, {
    series: '公终',
    says: ['2026年3月5日收到', '应当在2026年4月2日前（含当日）缴纳信息处理费700元', '视为放弃申请'],
    articles: ['第四十二条'],
    remedy: 'free',
  })
  await office.countsIn(one.requestId, 2026, 'otherFeeUnpaid')
})

/** A case whose applicant was asked for reasons on 4 March and gave them on 9 March, online or by letter. */
async function explained(
  who: Case['who'],
  content: string,
  reasons: string,
  by: 'online' | 'letter',
): Promise<Case> {
  office.on('2026-03-02')
  const one = await applicantApplies(office, { who, content })
  office.on('2026-03-04')
  const paper = await clerkDrafts(office, one, '请说明理由', {
    requests: '96',
    assessment: '同一时期本机关收到的申请共118件，其中96件由申请人提出',
  })
  await sendOut(office, paper, {
    series: '公由',
    says: ['共向本机关提出政府信息公开申请96件', '明显超过合理范围', '书面说明理由'],
    articles: ['第三十五条'],
  })
  office.on('2026-03-09')
  if (by === 'letter') {
    const clerk = await office.staff('officer')
    await clerk.go(at(one))
    await clerk.presses('登记理由')
    await clerk.fills({ reasons, file: someProof })
    await clerk.presses('登记理由')
    assert.match(await clerk.words(), /理由已经登记/)
    return one
  }
  const applicant = await applicantLooks(office, one)
  await applicant.fills({ reasons })
  await applicant.presses('提交理由')
  assert.match(await applicant.words(), /理由已经收到/)
  return one
}

test('reasons for very many requests that hold lead to a later day that is told, and to an answer', async () => {
  const one = await explained(
    people.research,
    '近十年全部事故档案',
    '用于事故规律研究，附课题立项书',
    'online',
  )
  assert.match(await casePage(office, one), /用于事故规律研究|理由说明/)
  const paper = await clerkDrafts(office, one, '延迟答复', {
    reason: '共涉及三十二件案卷，需要分批调取',
    replyBy: '2026-06-30',
  })
  await sendOut(office, paper, {
    series: '公延',
    says: ['经审查属于合理', '三十二件案卷', '确定在2026年6月30日前（含当日）答复'],
    articles: ['第三十五条'],
  })
  office.on('2026-06-29')
  const applicant = await applicantLooks(office, one)
  assert.match(await applicant.words(), /最迟6月30日答复您还有1个工作日.*延迟到2026年6月30日/)
  assert.doesNotMatch(await applicant.words(), /逾期/, 'a later day that was told is not missed')
  assert.match(await casePage(office, one), /还有1个工作日.*已告知延迟到6月30日答复/)
  const reply = await clerkDraftsReply(office, one, '政府信息不存在', nothingFound)
  await sendOut(office, reply, { series: '公复', says: [], articles: ['第三十六条第四项'], remedy: 'free' })
  await office.countsIn(one.requestId, 2026, 'unableNotHeld', 'research')
})

test('reasons for very many requests that do not hold end in a notice that says the numbers, what was given as reason, and why not', async () => {
  const one = await explained(people.shen, '全部会议通知、考勤记录和用车记录', '想全面了解贵局工作', 'letter')
  const paper = await clerkDraftsReply(office, one, '无正当理由大量反复申请', {
    requests: '96',
    reasonsGiven: '想全面了解贵局工作',
    assessment: '所述理由与申请的数量、频次明显不相当',
  })
  await sendOut(office, paper, {
    series: '公告',
    says: [
      '共向本机关提出政府信息公开申请96件',
      '说明的理由是：想全面了解贵局工作',
      '明显不相当',
      '于2026年3月4日作出',
    ],
    articles: ['第三十五条'],
    remedy: 'free',
  })
  await office.countsIn(one.requestId, 2026, 'notProcessedExcessive')
})

test('an applicant who no longer wants it withdraws online, and gets a paper that the case is closed', async () => {
  office.on('2026-03-02')
  const one = await applicantApplies(office, { who: people.welfare, content: '某养老院的消防检查记录' })
  office.on('2026-03-04')
  const applicant = await applicantLooks(office, one)
  await applicant.presses('撤回申请')
  await applicant.presses('撤回这件申请')
  assert.match(await applicant.words(), /您撤回了申请/)
  await office.countsIn(one.requestId, 2026, 'otherMisc', 'welfare')
  const paper = await clerkDrafts(office, one, '拟终止办理告知书', {})
  await sendOut(
    office,
    paper,
    { series: '公终', says: ['你单位于2026年3月4日撤回了该申请（撤回方式：在网上撤回）', '终止办理'] },
    'electronic',
  )
  await office.countsIn(one.requestId, 2026, 'otherMisc', 'welfare')
  office.on('2026-06-01')
  const later = await applicantLooks(office, one)
  assert.doesNotMatch(await later.words(), /逾期|今天是/, 'what was withdrawn runs no more')
  assert.match(await casePage(office, one), /在期限以内办结/)
})

test('a withdrawal at the counter is written down by the clerk with its paper, and closes the case the same day', async () => {
  office.on('2026-03-02')
  const one = await clerkOpensCase(office, {
    who: people.lawyers,
    channel: 'counter',
    content: '双随机抽查结果',
  })
  const clerk = await office.staff('officer')
  await clerk.presses('登记撤回')
  await clerk.fills({ way: '当面提交书面申请', file: someProof })
  await clerk.presses('登记撤回，办结本件')
  assert.match(await clerk.words(), /撤回已经登记，本件办结/)
  const paper = await clerkDrafts(office, one, '拟终止办理告知书', {})
  await sendOut(office, paper, {
    series: '公终',
    says: ['你单位于2026年3月2日撤回了该申请（撤回方式：当面提交书面申请）'],
  })
  await office.countsIn(one.requestId, 2026, 'otherMisc', 'legalService')
})

test('the pages these ways pass have no fault of access and fit a phone', () => {
  assert.deepEqual([...office.checked].sort(), [...looked].sort())
})
