import assert from 'node:assert/strict'
import { test } from 'node:test'
import { array, assert as always, constantFrom, property } from 'fast-check'
import type { NarrativeFact, Paragraph } from '../../../law/report-form/model.ts'
import { readNarrative } from './index.ts'

/** Lines as paragraphs of one section (1 unless told). */
function told(text: string, section = 1): Paragraph[] {
  return text.split('\n').map((line, index) => ({ text: line, at: { line: index + 1 }, section }))
}

/** Facts in one short line each: `requestsReceived=5`, `~` when approximate, `@2022` of another year, `(region)`. */
function short(facts: readonly NarrativeFact[]): string[] {
  return facts
    .map((one) =>
      [
        one.fact === 'comparedWithLastYear' ? `compared(${one.of})` : one.fact,
        `=${one.approximate ? '~' : ''}${one.value}${one.unit ?? ''}`,
        one.year === undefined ? '' : `@${one.year}`,
        one.scope === 'region' ? '(region)' : '',
      ].join(''),
    )
    .sort()
}

function reads(examples: readonly (readonly [string, readonly string[]])[], section = 1): void {
  for (const [text, expected] of examples)
    assert.deepEqual(short(readNarrative(told(text, section), 2023)), expected.toSorted(), text)
}

test('requests received, handled and carried are read as the sentence counts them', () => {
  reads([
    ['2023年，我局共收到政府信息公开申请12件。', ['requestsReceived=12']],
    [
      '全年新收政府信息公开申请8件，上年结转1件，办结9件，结转下年度0件。',
      ['requestsCarriedIn=1', 'requestsCarriedOut=0', 'requestsHandled=9', 'requestsReceived=8'],
    ],
    [
      '2023年共受理依申请公开5件，办结5件，无行政复议或诉讼情况，申请涉及安全生产等方面的内容。',
      [
        'litigation=0',
        'reconsideration=0',
        'reconsiderationAndLitigation=0',
        'requestsHandled=5',
        'requestsReceived=5',
      ],
    ],
    ['2023 年，我中心共受理依申请公开信息 0 件。', ['requestsReceived=0']],
    ['我局收到政府信息公开申请十二件，均已按期答复。', ['requestsReceived=12']],
    ['２０２３年度收到政府信息公开申请１２件。', ['requestsReceived=12']],
    ['共收到政府信息公开申请二十余件。', ['requestsReceived=~20']],
    ['全年收到政府信息公开申请1,234件，答复1,230件。', ['requestsHandled=1230', 'requestsReceived=1234']],
    ['收到自然人申请10件，法人或其他组织申请2件。', []],
    [
      '（二）依申请公开\n全年共收到12件，其中自然人10件，法人或其他组织2件；已全部办结。',
      ['receivedLegal=2', 'receivedNatural=10', 'requestsReceived=12'],
    ],
    ['依申请公开数量为3件。', ['requestsReceived=3']],
    ['本年度共有3件政府信息公开申请。', ['requestsReceived=3']],
    [
      '2022年收到政府信息公开申请3件，2023年收到政府信息公开申请8件。',
      ['requestsReceived=3@2022', 'requestsReceived=8'],
    ],
    [
      '全区各单位共收到政府信息公开申请120件，我局收到4件。',
      ['requestsReceived=120(region)', 'requestsReceived=4'],
    ],
    [
      '受理依申请公开5件（含上年结转1件），办结5件。',
      ['requestsCarriedIn=1', 'requestsHandled=5', 'requestsReceived=5'],
    ],
    ['上半年收到政府信息公开申请2件。', []],
    ['自2019年以来，我局累计收到政府信息公开申请35件。', []],
  ])
})

test('nothing received is zero, however it is said', () => {
  for (const sentence of [
    '2023年，市应急局未收到政府信息公开申请。',
    '本年度我局没有收到公民、法人和其他组织提出的政府信息公开申请。',
    '2023年无依申请公开事项。',
    '2023年度，我局未接到依申请公开申请。',
    '2023年我镇未收到任何政府信息公开申请件。',
    '2023年度收到政府信息公开申请0件。',
    '2023年，我局政府信息公开申请数量为零件。',
    '全年未受理过政府信息公开申请。',
    '二〇二三年，我局未收到政府信息公开的申请。',
  ])
    assert.deepEqual(short(readNarrative(told(sentence), 2023)), ['requestsReceived=0'], sentence)
})

test('numbers of letters, calls, licences, trainings and plans are no requests', () => {
  reads([
    ['受理12345热线工单1200件，办结1198件。', []],
    ['收到群众来信来访35件，均已答复。', []],
    ['解答群众咨询3200余人次，悬挂横幅300余条。', []],
    ['受理办结电话举报和市长留言板等各类信访案件0宗。', []],
    ['受理行政许可申请360件，办结360件。', []],
    ['根据国办公开办函〔2021〕30号文件和《条例》第二十条、第20条规定，规范依申请公开办理流程。', []],
    ['下一步，我局力争将依申请公开答复时限压缩至10个工作日，全年受理申请不超过5件。', []],
    ['在门户网站开设申请公开栏目2个，更新依申请公开目录30条。', []],
    ['组织依申请公开业务培训3场次，培训120人次。', []],
    ['依申请公开按时答复率100%。', []],
    ['“依申请公开”专栏访问量5000次。', []],
    [
      '2023年未发生因政府信息公开申请引发的行政复议、行政诉讼案件。',
      ['litigation=0', 'reconsideration=0', 'reconsiderationAndLitigation=0'],
    ],
    ['未因政府信息公开申请收取费用。', ['processingFeeYuan=0']],
    ['没有逾期答复的政府信息公开申请。', []],
  ])
})

test('outcomes are read by their group, subsets are not', () => {
  reads([
    [
      '收到政府信息公开申请12件，其中予以公开5件，部分公开2件，不予公开1件，无法提供3件，不予处理1件。',
      ['granted=5', 'notProcessed=1', 'partlyGranted=2', 'refused=1', 'requestsReceived=12', 'unable=3'],
    ],
    [
      '对收到的4件政府信息公开申请，3件予以公开，1件不予公开。',
      ['granted=3', 'refused=1', 'requestsReceived=4'],
    ],
    [
      '（二）依申请公开\n全年受理申请6件，答复6件，其中：予以公开4件；信息不存在2件。',
      ['granted=4', 'requestsHandled=6', 'requestsReceived=6'],
    ],
    ['公开部门预算1份，予以公示3次。', ['published.部门预算=1']],
  ])
})

test('reconsideration and litigation are read apart and together, and only when about disclosure', () => {
  reads([
    [
      '因政府信息公开被申请行政复议2件，其中结果维持1件，尚未审结1件；行政诉讼1件。',
      ['litigation=1', 'reconsideration.pending=1', 'reconsideration.upheld=1', 'reconsideration=2'],
    ],
    ['政府信息公开行政复议0件、行政诉讼0件。', ['litigation=0', 'reconsideration=0']],
    [
      '全年没有收到政府信息公开行政复议案件和行政诉讼案件。',
      ['litigation=0', 'reconsideration=0', 'reconsiderationAndLitigation=0'],
    ],
    ['未发生因政府信息公开引起的行政复议。', ['reconsideration=0']],
    ['全局办理行政复议案件120件，行政诉讼案件30件。', []],
    ['2023年，政府信息公开行政复议、行政诉讼案件共3件。', ['reconsiderationAndLitigation=3']],
  ])
})

test('pieces made public are read by channel and kind as the text names them', () => {
  reads([
    [
      '2023 年，我局主动公开政府信息 515 条，通过网站公开 45 条，微信公众号公开 293 条、微博公开 105 条，公开栏等其他公开方式公开 72 余条。',
      [
        'published.公开栏等其他公开方式=~72',
        'published.微信公众号=293',
        'published.微博=105',
        'published.网站=45',
        'publishedTotal=515',
      ],
    ],
    [
      '2023年，我局累计主动公开政府信息53条，其中包括天气预警信息11条，政策文件19条。',
      ['published.天气预警信息=11', 'published.政策文件=19', 'publishedTotal=53'],
    ],
    [
      '“某某应急”微信公众号发布信息2632条，订阅人数17万余人，阅读量500万余次。',
      ['published.某某应急微信公众号=2632'],
    ],
    [
      '在高新区政府网站主动向社会公开发布信息 75 条，政务新媒体播发信息 651 条。',
      ['published.政务新媒体=651', 'published.高新区政府网站=75'],
    ],
    ['发放宣传资料5万余份、典型案例汇编1000余册，设置展板200余块。', []],
  ])
})

test('proposals, with their classes', () => {
  reads([
    [
      '共承办人大代表建议12件、政协提案20件，其中主办8件、会办12件。',
      ['proposals.joint=12', 'proposals.lead=8', 'proposalsCppcc=20', 'proposalsNpc=12'],
    ],
    ['接收承办市政协提案11件，均为主办。接收人大建议1件。', ['proposalsCppcc=11', 'proposalsNpc=1']],
    ['本年度无提案办理情况。', ['proposalsCppcc=0']],
    ['2023年未承办人大建议和政协提案。', ['proposalsCppcc=0', 'proposalsNpc=0']],
    ['征求意见建议35条，采纳12条。', []],
  ])
})

test('the fee for processing requests is read, administrative fees are not', () => {
  reads(
    [
      ['2023年度未收取政府信息公开费。', ['processingFeeYuan=0']],
      ['本年度依申请公开，未收取任何信息处理费。', ['processingFeeYuan=0']],
      [
        '2023年，市应急局未收到政府信息公开申请，未收取信息处理费。',
        ['processingFeeYuan=0', 'requestsReceived=0'],
      ],
      ['2023年发出收费通知2件，收取信息处理费1200元。', ['processingFeeCases=2', 'processingFeeYuan=1200']],
      ['全年行政事业性收费380.16万元。', []],
      ['2023年我局依申请公开信息处理费收取情况：无。', ['processingFeeYuan=0']],
      ['2023年，我局未产生信息处理费。', ['processingFeeYuan=0']],
    ],
    6,
  )
})

test('documents, licences and penalties that were made are read; those that were shown are not', () => {
  reads([
    [
      '2023年制定行政规范性文件3件，现行有效规范性文件7件。',
      ['normativeDocumentsInForce=7', 'normativeDocumentsIssued=3'],
    ],
    ['作出行政许可决定360件，作出行政处罚决定31件。', ['licences=360', 'penalties=31']],
    ['公开行政许可信息300条。', ['published.行政许可信息=300']],
    ['公开规范性文件5件。', ['published.规范性文件=5']],
  ])
})

test('the period, the signature and the publication are days', () => {
  reads(
    [
      [
        '本报告统计数据从 2023 年 1 月 1 日至 12 月 31 日。',
        ['periodEnd=2023-12-31', 'periodStart=2023-01-01'],
      ],
    ],
    0,
  )
  reads([['来源:临浦区应急管理局 时间:2024-02-02', ['publishedOn=2024-02-02']]], 0)
  const lines = ['一', '二', '三', '四', '五', '临浦区应急管理局', '2024年1月8日'].join('\n')
  assert.deepEqual(short(readNarrative(told(lines, 6), 2023)), ['signedOn=2024-01-08'])
})

test('what changed since last year is tied to what it is said of', () => {
  reads([
    ['收到政府信息公开申请8件，较上年增加3件。', ['compared(requestsReceived)=3', 'requestsReceived=8']],
    ['比2022年政府网站主动公开信息多14条。', ['compared(published.政府网站)=14']],
    ['全年收到政府信息公开申请8件，同比下降20%。', ['compared(requestsReceived)=-20%', 'requestsReceived=8']],
  ])
})

test('a sentence broken over lines is read as one', () => {
  reads([
    [
      '2023年，我局认真贯彻落实条例要求，不断加大公开力度，全年共收到政府信息\n公开申请12件，办结12件。',
      ['requestsHandled=12', 'requestsReceived=12'],
    ],
  ])
})

test('any text at all is read without harm, and every fact quotes words that stand there', () => {
  const pieces = constantFrom(
    '2023年',
    '收到',
    '政府信息公开申请',
    '12',
    '件',
    '，',
    '。',
    '未',
    '无',
    '（',
    '）',
    '行政复议',
    '十',
    '\n',
    ' ',
    '“',
    '其中',
  )
  always(
    property(array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      for (const one of readNarrative(told(text), 2023)) {
        assert.ok(one.quote.length > 0)
        assert.ok(text.replace(/\s/g, '').includes(one.quote.replace(/\s/g, '')))
      }
    }),
  )
})
