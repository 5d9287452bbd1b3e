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

test('sentences of many offices, as they are found', () => {
  reads([
    [
      '2023年，全局共受理政府信息公开申请3件，同比减少2件，全部依法依规予以答复。',
      ['compared(requestsReceived)=-2', 'requestsReceived=3'],
    ],
    ['2023年度我局共收到政府信息公开申请0件，同比持平。', ['requestsReceived=0']],
    [
      '本年度，我单位依申请公开政府信息0件，未发生依申请公开行政复议、提起行政诉讼的情况。',
      ['litigation=0', 'reconsideration=0', 'reconsiderationAndLitigation=0', 'requestsReceived=0'],
    ],
    [
      '全年我局依申请公开信息受理数为2件，其中当面申请1件，网络申请1件，均已办结。',
      ['requestsReceived.当面=1', 'requestsReceived.网络=1', 'requestsReceived=2'],
    ],
    [
      '2023年，区教育局共收到依申请公开申请25件（其中网站申请15件、信函申请8件、现场申请2件），上年度结转1件，办结25件，结转下年度1件。',
      [
        'requestsCarriedIn=1',
        'requestsCarriedOut=1',
        'requestsHandled=25',
        'requestsReceived.信函=8',
        'requestsReceived.现场=2',
        'requestsReceived.网站=15',
        'requestsReceived=25',
      ],
    ],
    [
      '依申请公开工作有序推进。2023年共收到群众依申请公开事项12项，已全部按时办结并答复申请人。',
      ['requestsReceived=12'],
    ],
    [
      '2023年，我局共收到公民、法人和其他组织提出的政府信息公开申请18件，较上年下降10%，其中：自然人申请16件，占88.9%；法人或其他组织申请2件，占11.1%。',
      ['compared(requestsReceived)=-10%', 'receivedLegal=2', 'receivedNatural=16', 'requestsReceived=18'],
    ],
    [
      '受理申请18件中，作出予以公开决定9件，部分公开决定3件，不予公开决定2件，因不掌握相关信息无法提供4件。',
      ['granted=9', 'partlyGranted=3', 'refused=2', 'unable=4', 'unableNotHeld=4'],
    ],
    [
      '本年新收政府信息公开申请数量为6件，上年结转政府信息公开申请数量为0件。',
      ['requestsCarriedIn=0', 'requestsReceived=6'],
    ],
    ['2023年度，本机关共收到网上申请5件、书面申请3件，共计8件。', []],
    [
      '全年未收到政府信息公开申请，无上年度结转申请，无结转下年度申请。',
      ['requestsCarriedIn=0', 'requestsCarriedOut=0', 'requestsReceived=0'],
    ],
    [
      '2023年没有涉及政府信息公开的申请，也没有因信息公开引发的复议诉讼案件。',
      ['litigation=0', 'reconsideration=0', 'reconsiderationAndLitigation=0', 'requestsReceived=0'],
    ],
    ['我局全年依申请公开件数为0。', ['requestsReceived=0']],
    ['2023年，镇政府未接收到依申请公开政府信息的申请事项。', ['requestsReceived=0']],
    [
      '市城管局共办理依申请公开21件，比去年同期增加了7件，其中公开15件，不公开6件。',
      ['compared(requestsHandled)=7', 'granted=15', 'refused=6', 'requestsHandled=21'],
    ],
    [
      '2023年县农业农村局收到依申请公开信息3件，按时办结3件，办结率100%。',
      ['requestsHandled=3', 'requestsReceived=3'],
    ],
    [
      '截至2023年12月31日，我局共收到政府信息公开申请4件，答复4件。',
      ['periodEnd=2023-12-31', 'requestsHandled=4', 'requestsReceived=4'],
    ],
    [
      '2023年共接收处理公众政府信息公开申请38件，通过网络渠道接收31件，通过信函接收7件。',
      ['requestsReceived.信函=7', 'requestsReceived.网络=31', 'requestsReceived=38'],
    ],
    [
      '我委2023年收到政府信息公开申请5件，已办结4件，转结到2024年继续办理1件。',
      ['requestsCarriedOut=1', 'requestsHandled=4', 'requestsReceived=5'],
    ],
    [
      '对12件申请予以公开；对3件申请予以部分公开；对2件申请不予公开。',
      ['granted=12', 'partlyGranted=3', 'refused=2'],
    ],
    [
      '全年依法办理政府信息公开申请10件，未发生因信息公开被申请行政复议或提起行政诉讼案件。',
      ['litigation=0', 'reconsideration=0', 'reconsiderationAndLitigation=0', 'requestsHandled=10'],
    ],
    ['2023年我街道共收到依申请公开件1件，申请内容为拆迁补偿标准，已按规定答复。', ['requestsReceived=1']],
    [
      '政府信息公开申请方面，全年收件26件，其中自然人25件、商业企业1件。',
      ['receivedNatural=25', 'requestsReceived=26'],
    ],
    [
      '2023年，因政府信息公开工作被申请行政复议的案件3件，其中维持2件，撤销1件；行政诉讼案件2件，均维持。',
      ['litigation=2', 'reconsideration.corrected=1', 'reconsideration.upheld=2', 'reconsideration=3'],
    ],
    ['全年政府信息公开类行政复议2件、行政诉讼0件。', ['litigation=0', 'reconsideration=2']],
    ['发生行政复议1起，行政诉讼0起。', []],
    [
      '2023年我局无因政府信息公开申请行政复议、提起行政诉讼情况。',
      ['litigation=0', 'reconsideration=0', 'reconsiderationAndLitigation=0'],
    ],
    ['行政复议案件0件；行政诉讼案件0件。', []],
    [
      '2023年，我局未收到因政府信息公开工作被申请行政复议、提起行政诉讼的情况。',
      ['litigation=0', 'reconsideration=0', 'reconsiderationAndLitigation=0'],
    ],
    [
      '全年共公开政府信息1,025条，较上年度增长12.5%。',
      ['compared(publishedTotal)=12.5%', 'publishedTotal=1025'],
    ],
    [
      '2023年，本单位通过各种渠道主动公开政府信息共计356条，其中政府网站265条，政务微信91条。',
      ['published.政务微信=91', 'published.政府网站=265', 'publishedTotal=356'],
    ],
    [
      '通过县政府门户网站公开信息100条，通过“微学校”公众号公开信息203条，通过抖音发布视频36条。',
      ['published.县政府门户网站=100', 'published.微学校公众号=203', 'published.抖音=36'],
    ],
    ['发布信息累计2000余条，微博粉丝量12万。', ['publishedTotal=~2000']],
    [
      '全年主动公开文件52份，其中规范性文件3份、政策解读8份。',
      ['published.政策解读=8', 'published.文件=52', 'published.规范性文件=3'],
    ],
    [
      '我局在政府网站“重点领域”栏目公开信息78条，公示公告34条，机构职能3条。',
      ['published.公示公告=34', 'published.政府网站重点领域栏目=78', 'published.机构职能=3'],
    ],
    ['全年主动公开各类政府信息近三千条。', ['publishedTotal=~3000']],
    [
      '全年制发行政规范性文件0件，废止0件，现行有效0件。',
      ['normativeDocumentsInForce=0', 'normativeDocumentsIssued=0'],
    ],
    ['2023年，共出台规范性文件5件，均按要求在20个工作日内公开。', ['normativeDocumentsIssued=5']],
    ['2023年度，我局未制发行政规范性文件。', ['normativeDocumentsIssued=0']],
    ['本年度办理行政许可1056件，作出行政处罚决定12件。', ['licences=1056', 'penalties=12']],
    ['全年共实施行政处罚案件36件，罚没款45万元。', ['penalties=36']],
    ['本年度我局依申请公开未收取任何费用。', ['processingFeeYuan=0']],
    ['2023年信息处理费收取情况：本年度信息处理费收取总金额为0元。', ['processingFeeYuan=0']],
    ['本机关2023年度依申请公开信息处理费收取0元。', ['processingFeeYuan=0']],
    ['发出收费通知的件数为0件，总金额为0元，实际收取的总金额为0元。', []],
    ['按照《政府信息公开信息处理费管理办法》，2023年我单位没有收取信息处理费。', ['processingFeeYuan=0']],
    ['未收取任何政府信息公开相关费用。', ['processingFeeYuan=0']],
    [
      '2023年，我局共承办人大代表建议15件（主办10件，会办5件），政协委员提案12件（主办7件，会办5件），办结率100%。',
      [
        'proposalsCppcc.joint=5',
        'proposalsCppcc.lead=7',
        'proposalsCppcc=12',
        'proposalsNpc.joint=5',
        'proposalsNpc.lead=10',
        'proposalsNpc=15',
      ],
    ],
    [
      '全年办理市十六届人大二次会议代表建议8件、市政协十四届二次会议委员提案16件，共24件，全部办结。',
      ['proposals=24', 'proposalsCppcc=16', 'proposalsNpc=8'],
    ],
    [
      '2023年，我局承办省人大代表建议2件，市人大代表建议5件，区政协提案9件。',
      ['proposalsCppcc=9', 'proposalsNpc=7'],
    ],
    [
      '区人大建议、政协提案公开情况：2023年，我局共收到人大代表建议1件，政协委员提案3件，已全部主动公开。',
      ['proposalsCppcc=3', 'proposalsNpc=1'],
    ],
    ['我单位无建议提案办理任务。', ['proposalsCppcc=0', 'proposalsNpc=0']],
    ['全年收到市民来信210件，局长信箱56件，均已答复。', []],
    ['组织召开新闻发布会3场，公开征求意见12次，收到意见24条。', []],
    ['接听咨询电话560个，受理投诉举报案件85件，办结85件。', []],
    ['全年收到行政许可申请300件，办结298件。', []],
    ['处理12345工单3456件，按时办结率99.8%。', []],
    ['召开政务公开专题会议2次，业务培训2场次，参加人数120人次。', []],
    ['公开双随机抽查结果120条，行政处罚结果公示36条。', ['published.双随机抽查结果=120']],
    ['2024年，我局计划受理依申请公开件不超期，力争公开信息500条以上。', []],
    [
      '2022年，我局收到政府信息公开申请7件；2023年收到9件，同比增长28.6%。',
      ['compared(requestsReceived)=28.6%', 'requestsReceived=7@2022', 'requestsReceived=9'],
    ],
    [
      '我市各级行政机关共收到政府信息公开申请1200件，其中市本级收到260件。',
      ['requestsReceived=1200(region)'],
    ],
    ['自条例施行以来共收到申请56件。', []],
    ['第一季度收到申请2件，第二季度收到申请1件。', []],
    ['针对一件申请，经审查不属于政府信息公开申请范围，告知申请人通过信访渠道反映。', []],
    ['依申请公开办理时限由20个工作日压缩至15个工作日。', []],
    [
      '本年度无依申请公开、无收费、无复议诉讼。',
      [
        'litigation=0',
        'processingFeeYuan=0',
        'reconsideration=0',
        'reconsiderationAndLitigation=0',
        'requestsReceived=0',
      ],
    ],
    [
      '未收到政府信息公开申请、行政复议和行政诉讼。',
      ['litigation=0', 'reconsideration=0', 'reconsiderationAndLitigation=0', 'requestsReceived=0'],
    ],
    [
      '严格执行依申请公开制度，规范受理、审查、答复等5个环节，全年零复议、零诉讼。',
      ['litigation=0', 'reconsideration=0', 'reconsiderationAndLitigation=0'],
    ],
    [
      '全年收到信息公开申请2件，均为自然人申请；答复2件，其中“予以公开”1件，“不予处理”1件。',
      ['granted=1', 'notProcessed=1', 'requestsHandled=2', 'requestsReceived=2'],
    ],
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
