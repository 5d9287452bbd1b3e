import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Example, misread } from '../../../../test/builders/narrative-examples.ts'

const noRemedy = ['litigation=0', 'reconsideration=0', 'reconsiderationAndLitigation=0']

function reads(section: number, examples: readonly Example[]): void {
  const wrong = misread(section, examples)
  assert.deepEqual(wrong, [], wrong.join('\n'))
}

test('what came in: received, by way and by applicant', () => {
  reads(1, [
    ['全年共收到各类政府信息公开申请31件。', 'requestsReceived=31'],
    ['2023年度新收政府信息公开申请9件。', 'requestsReceived=9'],
    ['2023年我局共受理公民依申请公开信息4条。', 'requestsReceived=4'],
    ['2023年，我局共接到依申请公开申请6起。', 'requestsReceived=6'],
    ['本年度共收到信息公开申请件15件，均依法按时予以答复。', 'requestsReceived=15'],
    ['今年以来，共收到依申请公开信息17件，按期答复17件。', 'requestsHandled=17', 'requestsReceived=17'],
    ['2023年我区收到政府信息公开申请二百一十六件。', 'requestsReceived=216(region)'],
    [
      '年内收到依申请公开11件，较去年增加2件，增幅22.2%。',
      'compared(requestsReceived)=2',
      'requestsReceived=11',
    ],
    ['全年收到政府信息公开申请近百件。', 'requestsReceived=~100'],
    ['依申请公开受理量为7件，办结量为7件。', 'requestsHandled=7', 'requestsReceived=7'],
    ['2023年，收到书面申请2件，网络申请5件，共计7件政府信息公开申请。', 'requestsReceived=7'],
    ['（二）依申请公开。共收到9件，全部为网上申请，已答复9件。', 'requestsHandled=9', 'requestsReceived=9'],
    ['(二)依申请公开情况。2023年受理申请3件，均为自然人提出。', 'requestsReceived=3'],
    ['2023年本单位收到1件依申请公开申请，已在规定时限内答复申请人。', 'requestsReceived=1'],
    ['收到依申请公开事项8件，其中：自然人7件，商业企业1件。', 'receivedNatural=7', 'requestsReceived=8'],
    [
      '办理依申请公开政府信息事项22件，比上年度减少6件。',
      'compared(requestsHandled)=-6',
      'requestsHandled=22',
    ],
    [
      '共登记受理政府信息公开申请45件（自然人41件、法人或其他组织4件）。',
      'receivedLegal=4',
      'receivedNatural=41',
      'requestsReceived=45',
    ],
    ['我镇全年收到群众依申请公开政府信息2件，内容涉及征地补偿。', 'requestsReceived=2'],
    ['2023年我局收到的政府信息公开申请总数为14件。', 'requestsReceived=14'],
    [
      '全年政府信息公开申请量14件，同比下降26.3%。',
      'compared(requestsReceived)=-26.3%',
      'requestsReceived=14',
    ],
    [
      '2023年共办理依申请公开件30件，其中上年结转2件，新收28件。',
      'requestsCarriedIn=2',
      'requestsHandled=30',
      'requestsReceived=28',
    ],
    [
      '本年新收申请19件、上年结转0件，本年度办结18件、结转下年度1件。',
      'requestsCarriedIn=0',
      'requestsCarriedOut=1',
      'requestsHandled=18',
      'requestsReceived=19',
    ],
    [
      '全年收到公开申请12件（其中1件为上年结转），办结12件。',
      'requestsCarriedIn=1',
      'requestsHandled=12',
      'requestsReceived=12',
    ],
    ['收到政府信息公开申请3件，已办结2件，1件正在办理。', 'requestsHandled=2', 'requestsReceived=3'],
    ['2023年受理公开申请26件，答复26件，答复率100%。', 'requestsHandled=26', 'requestsReceived=26'],
  ])
})

test('nothing came in', () => {
  reads(1, [
    ['我局全年未收到公民、法人或其他组织要求公开政府信息的申请。', 'requestsReceived=0'],
    ['2023年，全局依申请公开政府信息0件。', 'requestsReceived=0'],
    ['本年度依申请公开数量：0。', 'requestsReceived=0'],
    ['2023年度本机关没有收到依申请公开政府信息申请件。', 'requestsReceived=0'],
    ['2023年，我街道依申请公开工作零申请、零复议、零诉讼。', 'requestsReceived=0', ...noRemedy],
    ['我单位2023年无依申请公开情况。', 'requestsReceived=0'],
    ['2023年，我局共收到依申请公开申请零件。', 'requestsReceived=0'],
    ['全年依申请公开办理0件。', 'requestsHandled=0'],
    ['2023年我局依申请公开政府信息数为0，无不予公开信息。', 'refused=0', 'requestsReceived=0'],
    ['全年未发生依申请公开事项，也无结转事项。', 'requestsReceived=0'],
    ['2023年，没有公民、法人和其他组织向我局提出政府信息公开申请。', 'requestsReceived=0'],
    ['本年度内我局尚未收到公众提交的政府信息公开申请。', 'requestsReceived=0'],
    ['本年度未接收到群众的依申请公开申请。', 'requestsReceived=0'],
    ['2023年我局未接到过公民要求政府信息公开的申请', 'requestsReceived=0'],
    ['未收到书面申请。'],
    ['未收到涉及商业秘密的政府信息公开申请。'],
    ['未出现逾期未答复政府信息公开申请的情况。'],
  ])
})

test('numbers beside requests that count no requests', () => {
  reads(1, [
    ['明确专人负责，设立依申请公开受理点2个，配备工作人员3名。'],
    ['修订完善依申请公开工作制度4项。'],
    ['组织依申请公开案例研讨会2次。'],
    ['印制《政府信息公开指南》500份，发放依申请公开明白纸1200份。'],
    ['编发依申请公开典型案例6期。'],
    ['依申请公开办理时间平均缩短至9.5个工作日。'],
    ['依申请公开答复满意率达98%。'],
    ['受理低保申请356件，审批通过320件。'],
    ['受理企业开办申请1024件，全部当日办结。'],
    ['全年共接待来访群众126批次308人次。'],
    ['办理市长信箱来信215件，办结率100%。'],
    ['收到网上咨询建议312条，全部答复。'],
    ['收到群众来电5632个，受理有效诉求4580件。'],
    ['受理行政复议申请58件，审结52件。'],
    ['受理劳动仲裁申请96件。'],
    ['全年处理网络舆情36件。'],
    ['收到人民网留言87条，办理答复87条。'],
    ['收到不动产登记申请12000余件。'],
    ['计划2024年依申请公开受理办结率保持100%，平均办理时间压缩2个工作日。'],
    ['自2019年以来，我局共受理政府信息公开申请86件。'],
    ['近三年共收到政府信息公开申请132件。'],
    ['截至11月底，收到申请10件；12月份收到申请2件。'],
    ['第四季度受理政府信息公开申请3件。'],
    ['《条例》第三十三条规定，行政机关收到政府信息公开申请，应当自收到申请之日起20个工作日内予以答复。'],
    ['对1件申请内容不明确的，一次性告知申请人补正。'],
    ['针对第5号申请，我局组织2次会商。'],
    ['邀请政务公开领域专家1名，对18个部门的依申请公开工作开展评查。'],
  ])
})

test('what became of the requests', () => {
  reads(3, [
    ['其中予以公开12件，占60%；部分公开2件，占10%。', 'granted=12', 'partlyGranted=2'],
    [
      '按办理结果分：予以公开7件，不予公开2件，无法提供5件，不予处理1件，其他处理2件。',
      'granted=7',
      'notProcessed=1',
      'otherClosed=2',
      'refused=2',
      'unable=5',
    ],
    [
      '已答复的26件申请中，“予以公开”15件，“部分公开”3件，“无法提供”8件。',
      'requestsHandled=26',
      'granted=15',
      'partlyGranted=3',
      'unable=8',
    ],
    ['属于予以公开的9件；属于本机关不掌握相关政府信息的4件。', 'granted=9', 'unableNotHeld=4'],
    [
      '办结7件，其中本机关不掌握5件、没有现成信息需另行制作2件。',
      'requestsHandled=7',
      'unableNotHeld=5',
      'unableNeedsCreation=2',
    ],
    ['收到12件，其中重复申请2件合并答复。', 'requestsReceived=12'],
    ['因本机关不掌握、需要另行制作等原因无法提供6件。', 'unable=6'],
    ['因涉及国家秘密不予公开1件。', 'refused=1'],
    ['同意公开6件，不同意公开1件。', 'granted=6', 'refused=1'],
    ['无部分公开情况，无不予处理情况。', 'notProcessed=0', 'partlyGranted=0'],
    ['全部公开18件，部分公开4件。', 'granted=18', 'partlyGranted=4'],
    ['予以公开的占比为56.7%。'],
    ['作出不予公开决定3件，均告知了救济途径。', 'refused=3'],
    ['2023年予以公开5件，2022年予以公开8件。', 'granted=5', 'granted=8@2022'],
  ])
})

test('carried over, out of last year and into the next', () => {
  reads(3, [
    ['上年度结转3件，结转下年度2件。', 'requestsCarriedIn=3', 'requestsCarriedOut=2'],
    ['2022年结转至本年度申请2件。', 'requestsCarriedIn=2'],
    ['有4件结转至2024年继续办理。', 'requestsCarriedOut=4'],
    ['无上年结转，无结转下年度继续办理的申请。', 'requestsCarriedIn=0', 'requestsCarriedOut=0'],
    ['结转下年度继续办理政府信息公开申请2件。', 'requestsCarriedOut=2'],
    ['上年结转政府信息公开申请5件，已全部办结。', 'requestsCarriedIn=5'],
    ['尚有1件申请因征求第三方意见转入次年办理。', 'requestsCarriedOut=1'],
    [
      '2023年新收申请6件，上年结转1件，共7件，已办结6件，转结下年1件。',
      'requestsCarriedIn=1',
      'requestsCarriedOut=1',
      'requestsHandled=6',
      'requestsReceived=6',
    ],
  ])
})

test('reconsideration and litigation', () => {
  reads(4, [
    [
      '2023年，我局因政府信息公开工作被申请行政复议0件，被提起行政诉讼0件。',
      'litigation=0',
      'reconsideration=0',
    ],
    ['全年没有发生因政府信息公开引发的复议、诉讼。', ...noRemedy],
    ['2023年未被申请行政复议、提起行政诉讼。', ...noRemedy],
    [
      '行政复议2件，其中结果维持1件、其他结果1件；行政诉讼0件。',
      'litigation=0',
      'reconsideration.other=1',
      'reconsideration.upheld=1',
      'reconsideration=2',
    ],
    [
      '因政府信息公开被提起行政诉讼3件，其中未经复议直接起诉1件，复议后起诉2件。',
      'litigation.afterReconsideration=2',
      'litigation.direct=1',
      'litigation=3',
    ],
    [
      '本年度发生政府信息公开行政复议案件5起，纠正1起，尚未审结1起。',
      'reconsideration.corrected=1',
      'reconsideration.pending=1',
      'reconsideration=5',
    ],
    ['无。'],
    ['2023年度，我局不存在因政府信息公开被复议、诉讼的情形。', ...noRemedy],
    [
      '2023年，政府信息公开行政复议案件1件（结果维持），无行政诉讼案件。',
      'litigation=0',
      'reconsideration=1',
    ],
    ['全年涉及政府信息公开的行政复议和行政诉讼案件共4件。', 'reconsiderationAndLitigation=4'],
    ['2022年发生行政复议2件，2023年未发生行政复议。', 'reconsideration=0', 'reconsideration=2@2022'],
    ['行政诉讼案件中被纠正0件。', 'litigation.corrected=0'],
    ['全区因政府信息公开引发行政复议23件，其中本机关2件。', 'reconsideration=23(region)'],
  ])
  reads(1, [
    ['全年办理行政复议案件86件，行政应诉案件31件，负责人出庭应诉率100%。'],
    ['未因信息公开被行政复议或行政诉讼。', ...noRemedy],
    ['未发生政府信息公开投诉、复议、诉讼。', ...noRemedy],
    ['举办行政复议法专题讲座1场。'],
  ])
})

test('pieces made public', () => {
  reads(1, [
    ['2023年，通过政府网站公开政府信息1200余条。', 'published.政府网站=~1200'],
    ['全年累计主动公开政府信息1.2万条。', 'publishedTotal=12000'],
    ['我局主动公开政府信息总数为862条。', 'publishedTotal=862'],
    [
      '通过县政府网站公开信息85条，微信公众号推送信息210条。',
      'published.县政府网站=85',
      'published.微信公众号=210',
    ],
    ['全年发布政策解读12篇、新闻发布会3场。', 'published.政策解读=12'],
    ['公开财政预决算信息4条、双公示信息96条。', 'published.财政预决算信息=4', 'published.双公示信息=96'],
    ['发放宣传册3000份，悬挂横幅20条。'],
    ['公众号粉丝量突破5万，阅读量达120万次。'],
    ['召开会议12次，印发文件35份。'],
    ['全年开设专栏8个，调整栏目12个。'],
    ['开展业务培训2次、参训人员86人。'],
    ['清理过期信息236条，整改错敏词45处。'],
    ['2024年，力争主动公开信息2000条。'],
    ['要求各科室每月报送信息不少于2条。'],
    ['主动公开信息较上年增加56条。', 'compared(publishedTotal)=56'],
    ['公开行政处罚结果信息31条。', 'published.行政处罚结果信息=31'],
  ])
})

test('documents, licences, penalties', () => {
  reads(1, [
    [
      '全年制发行政规范性文件6件，废止2件，现行有效31件。',
      'normativeDocumentsInForce=31',
      'normativeDocumentsIssued=6',
    ],
    ['截至2023年底，现行有效行政规范性文件共18件。', 'normativeDocumentsInForce=18'],
    ['公开行政规范性文件6件，文件解读6篇。', 'published.行政规范性文件=6', 'published.文件解读=6'],
    ['2023年未制定行政规范性文件。', 'normativeDocumentsIssued=0'],
    ['全年办理行政许可2,316件，实施行政处罚45件。', 'licences=2316', 'penalties=45'],
    ['共作出行政处罚决定书12份。', 'penalties=12'],
    ['行政处罚案件办结率100%。'],
    ['公示行政许可1500条、行政处罚30条。', 'published.行政许可=1500', 'published.行政处罚=30'],
    ['对2件拟出台的规范性文件公开征求意见。'],
    ['审查备案规范性文件14件。'],
  ])
})

test('the fee for processing requests', () => {
  reads(6, [
    ['2023年度，我局收取信息处理费0元。', 'processingFeeYuan=0'],
    ['信息处理费收取情况：0元。', 'processingFeeYuan=0'],
    ['我局2023年未向申请人收取任何费用。', 'processingFeeYuan=0'],
    ['本年度没有产生信息处理费。', 'processingFeeYuan=0'],
    ['依申请公开信息处理费收取情况：2023年未收取。', 'processingFeeYuan=0'],
    [
      '2023年发出收费通知3件，总金额2600元，实际收取1400元。',
      'processingFeeCases=3',
      'processingFeeYuan=1400',
    ],
    [
      '本机关依申请提供政府信息收取信息处理费1件，共计500元。',
      'processingFeeCases=1',
      'processingFeeYuan=500',
    ],
    ['2023年收取政府信息公开信息处理费0.12万元。', 'processingFeeYuan=1200'],
    ['本年度我局行政事业性收费36万元。'],
    ['未发出信息处理费收费通知。', 'processingFeeCases=0'],
    ['无信息处理费收取情况。', 'processingFeeYuan=0'],
    ['收取信息处理费的情况：无', 'processingFeeYuan=0'],
    ['信息处理费按件计收，第11件至30件每件100元。'],
  ])
})

test('suggestions and proposals', () => {
  reads(6, [
    [
      '2023年共承办区人大代表建议14件，区政协委员提案21件，均已按期办复并公开。',
      'proposalsCppcc=21',
      'proposalsNpc=14',
    ],
    [
      '办理人大建议8件（A类6件，B类2件）、政协提案10件（A类9件，B类1件）。',
      'proposalsCppcc.A=9',
      'proposalsCppcc.B=1',
      'proposalsCppcc=10',
      'proposalsNpc.A=6',
      'proposalsNpc.B=2',
      'proposalsNpc=8',
    ],
    [
      '全年收到建议提案共32件，其中人大建议12件，政协提案20件。',
      'proposals=32',
      'proposalsCppcc=20',
      'proposalsNpc=12',
    ],
    ['2023年我局无人大代表建议、政协提案承办任务。', 'proposalsCppcc=0', 'proposalsNpc=0'],
    ['公开人大代表建议答复12件。'],
    ['征集群众意见建议76条，采纳23条。'],
    [
      '承办市政协提案3件，主办1件，协办2件。',
      'proposalsCppcc.joint=2',
      'proposalsCppcc.lead=1',
      'proposalsCppcc=3',
    ],
    ['建议提案办理：主办人大建议5件，会办政协提案3件，满意率100%。', 'proposalsCppcc=3', 'proposalsNpc=5'],
    ['2022年承办人大建议9件。', 'proposalsNpc=9@2022'],
    ['收到省人大代表建议1件、市人大代表建议4件。', 'proposalsNpc=5'],
  ])
})

test('the scope of a number, and the year', () => {
  reads(1, [
    [
      '2023年，全市各级行政机关共收到政府信息公开申请3562件，办结3498件。',
      'requestsHandled=3498(region)',
      'requestsReceived=3562(region)',
    ],
    ['全县共受理依申请公开86件，其中县政府办公室受理18件，各部门受理68件。', 'requestsReceived=86(region)'],
    ['全系统共主动公开信息5630条，局机关公开1280条。', 'publishedTotal=5630(region)'],
    [
      '2022年收到公开申请10件，2023年收到公开申请12件，增长20%。',
      'requestsReceived=10@2022',
      'requestsReceived=12',
    ],
    ['与2022年相比，申请量增加5件。', 'compared(requestsReceived)=5'],
  ])
})
