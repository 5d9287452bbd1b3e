import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeReport } from '../../src/law/report-checks/index.ts'
import type { Finding } from '../../src/law/report-form/model.ts'
import { report } from '../builders/report.ts'

/** Tables of one year: 12 came in, 2 were carried in, 13 were answered, 1 is carried on. */
const tables = {
  t3: {
    newlyReceived: { natural: 10, business: 2, total: 12 },
    carriedIn: { natural: 2, total: 2 },
    granted: { natural: 5, business: 1, total: 6 },
    partlyGranted: { natural: 1, total: 1 },
    refusedDeliberative: { natural: 2, total: 2 },
    unableNotHeld: { natural: 3, total: 3 },
    notProcessedPetition: { natural: 1, total: 1 },
    totalHandled: { natural: 12, business: 1, total: 13 },
    carriedOut: { business: 1, total: 1 },
  },
  t4: {
    reconsideration: { upheld: 1, other: 1, total: 2 },
    litigationAfterReconsideration: { pending: 1, total: 1 },
  },
  t2: { licences: 360, penalties: 31, 'normativeDocuments.issued': 3, 'normativeDocuments.inForce': 9 },
} as const

function judged(sentence: string): Finding[] {
  return judgeReport(
    report({
      ...tables,
      text: {
        1: `（一）主动公开。公开信息及时。\n（二）依申请公开。${sentence}\n（三）政府信息管理。审核。（四）平台建设。网站。（五）监督保障。培训。`,
        6: '本年度未收取信息处理费。',
      },
    }),
  )
}

/** The rule, the sentence as it should be (empty where there is none), the same with a wrong number. */
const pairs: readonly (readonly [string, string, string])[] = [
  ['text.requestsReceived', '共收到政府信息公开申请12件。', '共收到政府信息公开申请15件。'],
  ['text.requestsReceived', '收到依申请公开12件，均已按期答复。', '收到依申请公开15件，均已按期答复。'],
  ['text.requestsReceived', '全年接收政府信息公开申请12宗。', '全年接收政府信息公开申请15宗。'],
  [
    'text.requestsReceived',
    '2023年，我局共收到公民、法人和其他组织提出的政府信息公开申请12件。',
    '2023年，我局共收到公民、法人和其他组织提出的政府信息公开申请15件。',
  ],
  ['text.requestsReceived', '本年度依申请公开共计12件。', '本年度依申请公开共计15件。'],
  ['text.requestsReceived', '收到群众书面申请信息公开12份。', '收到群众书面申请信息公开15份。'],
  ['text.requestsReceived', '依申请公开方面。全年受理申请十二件。', '依申请公开方面。全年受理申请十五件。'],
  ['text.requestsReceived', '我局全年登记政府信息公开申请12条。', '我局全年登记政府信息公开申请18条。'],
  [
    'text.requestsReceived',
    '新收政府信息公开申请12件，结转上年度2件。',
    '新收政府信息公开申请11件，结转上年度2件。',
  ],
  ['text.requestsReceived', '', '2023年度，我局未收到政府信息公开申请。'],
  ['text.requestsReceived', '', '本年度无依申请公开事项。'],
  ['text.requestsReceived', '', '2023年我局没有依申请公开的情况。'],
  ['text.requestsReceived', '', '我局全年依申请公开信息数为0。'],
  ['text.requestsReceived', '', '全年未发生依申请公开事项。'],
  ['text.requestsReceived', '', '2023年度我单位无公民、法人及其他组织申请公开信息。'],
  ['text.requestsReceived', '', '依申请公开0条。'],
  ['text.requestsReceived', '', '未受理依申请公开信息。'],
  ['text.requestsReceived', '', '2023年度未接到政府信息公开申请。'],
  ['text.requestsCarriedIn', '收到申请12件，上年结转2件。', '收到申请12件，上年结转3件。'],
  ['text.requestsCarriedIn', '收到申请12件，2022年结转2件。', '收到申请12件，2022年结转3件。'],
  ['text.requestsHandled', '办结13件。申请12件。', '申请已办结11件。'],
  [
    'text.requestsHandled',
    '收到申请12件、上年结转2件，已答复13件。',
    '收到申请12件、上年结转2件，已答复14件。',
  ],
  ['text.requestsHandled', '政府信息公开申请办理完毕13件。', '政府信息公开申请办理完毕10件。'],
  ['text.requestsCarriedOut', '申请结转下年度1件。', '申请结转下年度2件。'],
  ['text.requestsCarriedOut', '1件申请正在办理，结转2024年。', '2件申请结转至2024年继续办理。'],
  ['text.requestsCarriedOut', '', '申请均已办结，无结转下年度办理件。'],
  ['text.granted', '申请中予以公开6件。', '申请中予以公开8件。'],
  ['text.granted', '申请12件，同意公开6件。', '申请12件，同意公开9件。'],
  ['text.granted', '申请12件，其中主动公开6件。', '申请12件，答复予以公开的9件。'],
  ['text.partlyGranted', '申请12件，部分公开1件。', '申请12件，部分公开2件。'],
  ['text.refused', '申请12件，不予公开2件。', '申请12件，不予公开3件。'],
  ['text.unable', '申请12件，无法提供3件。', '申请12件，无法提供5件。'],
  ['text.notProcessed', '申请12件，不予处理1件。', '申请12件，不予处理2件。'],
  ['text.receivedNatural', '申请12件，自然人10件，法人2件。', '申请12件，自然人9件，法人3件。'],
  [
    'text.receivedNatural',
    '申请12件，其中个人申请10件，单位申请2件。',
    '申请12件，其中个人申请7件，单位申请5件。',
  ],
  ['text.receivedLegal', '申请12件，法人或其他组织2件。', '申请12件，法人或其他组织3件。'],
  ['text.reconsideration', '因政府信息公开引发行政复议2件。', '因政府信息公开引发行政复议3件。'],
  ['text.reconsideration', '', '未发生因政府信息公开引起的行政复议。'],
  ['text.reconsideration', '', '全年无行政复议或诉讼情况。'],
  ['text.reconsideration', '', '无因政府信息公开申请行政复议、提起行政诉讼情况。'],
  ['text.reconsideration', '被申请行政复议2起，维持1起。', '被申请信息公开行政复议4起。'],
  ['text.litigation', '被提起政府信息公开行政诉讼1件。', '被提起政府信息公开行政诉讼2件。'],
  ['text.litigation', '', '没有因信息公开被提起行政诉讼。'],
  ['text.licences', '作出行政许可决定360件。', '作出行政许可决定390件。'],
  ['text.licences', '办理行政许可360件。', '办理行政许可390件。'],
  ['text.penalties', '实施行政处罚31件。', '实施行政处罚41件。'],
  ['text.penalties', '作出行政处罚决定31件，罚款20万元。', '作出行政处罚决定41件，罚款20万元。'],
  ['text.normativeDocumentsIssued', '制定行政规范性文件3件。', '制定行政规范性文件5件。'],
  ['text.normativeDocumentsIssued', '印发规范性文件3件。', '出台规范性文件6份。'],
  ['text.normativeDocumentsInForce', '现行有效规范性文件9件。', '现行有效规范性文件12件。'],
  ['text.normativeDocumentsIssued', '', '本年度未制定规范性文件。'],
]

test('the same number, said in many ways: the right one is let be, the wrong one is found', () => {
  for (const [code, right, wrong] of pairs) {
    if (right !== '') assert.deepEqual(judged(right), [], right)
    assert.ok(
      judged(wrong).some((one) => one.code === code),
      `${code} was missed: ${wrong}`,
    )
  }
})

/** Sentences full of numbers, and every one of them is right. */
const sound: readonly string[] = [
  '自2019年以来，我局累计收到政府信息公开申请312件。2023年收到12件。',
  '一季度收到申请2件，二季度收到申请3件，三季度收到申请4件，四季度收到申请3件，全年共12件。',
  '收到政府信息公开申请12件，其中重复申请2件合并答复，涉及11名申请人。',
  '收到申请12件（在线平台7件、邮寄4件、当面1件），网上申请占比58.3%。',
  '申请人撤回1件，补正后重新提交2件。全年新收申请12件。',
  '全年接受咨询356人次，其中电话咨询300人次、现场咨询56人次；收到申请12件。',
  '收到政府信息公开申请12件，较上年增加3件；其中涉及教师招聘5件、学区划分4件、收费3件。',
  '2022年收到申请9件，2023年收到申请12件，增长33.3%。',
  '收到申请12件，上年结转2件，共14件；办结13件，办结率92.9%。',
  '收到申请12件，上年结转2件，办结13件，按时办结率100%。',
  '全区教育系统收到申请46件，其中区教育局12件。',
  '全市教育系统收到政府信息公开申请460件，办结455件，本局收到12件，办结13件。',
  '转交其他部门办理申请2件，本局受理12件。',
  '作为第三方被征求意见5件，协助市政府答复申请3件；本局收到申请12件。',
  '全年共收到申请12件，已全部登记。12月收到3件。',
  '办理区政府转来的依申请公开件4件，协助办理。本局新收申请12件。',
  '全年办理政府信息公开申请14件（含上年结转2件），办结13件。',
  '全年共办理申请13件，其中予以公开6件，部分公开1件，不予公开2件，无法提供3件，不予处理1件。',
  '申请办结13件中，公开类7件（含部分公开1件），占53.8%。',
  '上年结转2件均于1月答复完毕；新收12件中11件已答复，1件结转。',
  '收到行政复议申请2件，维持1件，终止1件；行政诉讼1件，未审结。',
  '全年行政复议案件15件、行政诉讼案件6件，其中涉政府信息公开复议2件、诉讼1件。',
  '因政府信息公开被申请行政复议2件，均已审结；被提起行政诉讼1件（上年结转0件）。',
  '全年办理行政应诉案件22件，均不涉及政府信息公开。',
  '行政处罚31件，其中校外培训机构处罚18件、幼儿园处罚13件。公示行政处罚决定书31份。',
  '全区行政处罚案件410件，我局31件。',
  '公开行政许可信息302条、行政处罚信息28条。',
  '公示行政许可和行政处罚信息共391条。',
  '办理行政许可360件，其中民办学校设立12件、变更38件、教师资格认定310件。',
  '制定规范性文件3件，其中以区政府名义印发2件（不计入本机关）。',
  '起草区政府规范性文件2件，本局制发3件，均已备案。',
  '废止规范性文件0件，现行有效9件。',
  '清理规范性文件42件，继续有效9件。',
  '收集意见建议56条，采纳31条。信访件112件，办结110件，办结率98.2%。',
  '12345热线工单2,310件，办结率99.6%，满意率97.2%。',
  '答复网民留言140条，依法公开答复138条。',
  '公开人大建议答复6件、政协提案答复9件。',
  '收到人大建议6件（主办4件、协办2件），政协提案9件（主办5件、协办4件），共15件，办结率100%。',
  '承办区级建议提案21件：人大建议9件、政协提案12件；另办理市级提案2件。',
  '全年公开信息865条，其中区政府网站432条、微信公众号433条（部分与网站重复）。',
  '区政府网站公开信息432条，其中本局栏目新增211条、更新221条。',
  '发布微信推文433篇，阅读量12.6万次，粉丝增加2,300人，增幅15%。',
  '公开招生信息38条，比去年多5条；公开财务信息12条，与去年持平。',
  '我局于2024年1月5日召开会议审议本报告。',
  '2022年底存在的3项问题均已整改。',
  '根据2022年度考核反馈，新增栏目2个。',
  '落实《2023年政务公开工作要点》24项任务，完成24项，完成率100%。',
  '按照《云汀市2022—2025年法治政府建设规划》推进。',
  '开展“政府开放日”3场，邀请代表96人，发放问卷90份，回收88份，满意率98.9%。',
  '全区42所学校（园）全部建立公开栏，覆盖率100%。',
  '收到申请12件，其中要求公开2021年、2022年会议纪要的4件。',
  '申请数量与2021年（18件）相比下降33.3%。收到12件。',
  '法定期限内答复12件，延期答复1件。',
  '收费方面：全年发出收费通知0件。',
  '2023年新收申请12件，办结11件；2022年结转2件，办结2件；1件结转2024年。',
  '依申请公开答复满意，未被纠错。全年收到依申请12件，其中公民10件、企业2件。',
  '涉及自然人申请10件，占83.3%；企业2件，占16.7%。共12件。',
  '经审查，3件因本机关不掌握无法提供，2件因属过程性信息不予公开。申请共12件。',
]

test('sentences full of honest numbers yield nothing', () => {
  for (const sentence of sound) assert.deepEqual(judged(sentence), [], sentence)
})
