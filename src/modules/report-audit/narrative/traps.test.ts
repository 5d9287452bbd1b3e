import assert from 'node:assert/strict'
import { test } from 'node:test'
import { misread } from '../../../../test/builders/narrative-examples.ts'

test('sentences of part one, traps among them: only what is counted there is read', () => {
  const wrong = misread(1, [
    [
      '全年主动公开各类政府信息3,560余条，其中通过“中国·云汀”门户网站发布2,180条，“云汀发布”微信公众号发布980条，微博发布400条。',
      'publishedTotal=~3560',
      'published.中国·云汀门户网站=2180',
      'published.云汀发布微信公众号=980',
      'published.微博=400',
    ],
    [
      '我局2023年主动公开信息共计286条。其中，组织机构类3条，政策法规类12条，工作动态类216条，财政信息类4条，其他51条。',
      'publishedTotal=286',
      'published.组织机构类=3',
      'published.政策法规类=12',
      'published.工作动态类=216',
      'published.财政信息类=4',
    ],
    [
      '主动公开方面：2023年通过政府门户网站公开信息156条（其中通知公告32条、政策文件18条、政策解读9条）。',
      'published.政府门户网站=156',
      'published.通知公告=32',
      'published.政策文件=18',
      'published.政策解读=9',
    ],
    [
      '一是加强主动公开。全年公开信息256条次，政策解读率100%。二是规范依申请公开。全年受理申请4件，办结4件，均在法定时限内答复。三是强化平台建设。公众号推文312篇。',
      'requestsReceived=4',
      'requestsHandled=4',
      'publishedTotal=256',
    ],
    [
      '2023年，我局收到依申请公开4件，比2022年减少2件，其中：撤回1件，答复3件。',
      'requestsReceived=4',
      'requestsHandled=3',
      'compared(requestsReceived)=-2',
    ],
    [
      '2023年，市本级共收到政府信息公开申请326件，同比上升8.3%；各县区共收到1856件，同比下降2.1%。',
      'requestsReceived=326',
      'requestsReceived=1856(region)',
      'compared(requestsReceived)=8.3%',
      'compared(requestsReceived)=-2.1%',
    ],
    ['依申请公开工作平稳有序，全年共办理29件，无一例超期，无一例被纠错。', 'requestsHandled=29'],
    ['收到依申请公开3件，其中2件通过政府网站提交，1件通过邮寄提交。', 'requestsReceived=3'],
    [
      '我局高度重视依申请公开工作，指定专人负责，2023年共收到12份申请，全部按期答复，答复率100%，申请人满意率100%。',
      'requestsReceived=12',
    ],
    [
      '2023年，我局未收到申请人提出的政府信息公开申请，未收取任何政府信息公开费用，没有发生针对本部门政府信息公开事项的行政复议和行政诉讼。',
      'requestsReceived=0',
      'reconsideration=0',
      'litigation=0',
      'reconsiderationAndLitigation=0',
      'processingFeeYuan=0',
    ],
    [
      '没有发生因信息公开引起的举报、复议、诉讼情况。',
      'reconsideration=0',
      'litigation=0',
      'reconsiderationAndLitigation=0',
    ],
    [
      '全年无因政府信息公开申请行政复议或提起行政诉讼的案件发生。',
      'reconsideration=0',
      'litigation=0',
      'reconsiderationAndLitigation=0',
    ],
    [
      '2023年我局没有因政府信息公开被举报投诉、申请行政复议、提起行政诉讼的情况。',
      'reconsideration=0',
      'litigation=0',
      'reconsiderationAndLitigation=0',
    ],
    [
      '因政府信息公开引发的行政复议案件2件、行政诉讼案件1件，同比分别下降50%、持平。',
      'reconsideration=2',
      'litigation=1',
    ],
    ['行政复议纠错0件，行政诉讼败诉0件。'],
    [
      '2023年，全县行政机关共作出行政许可决定86542件、行政处罚决定12035件。',
      'licences=86542(region)',
      'penalties=12035(region)',
    ],
    [
      '今年我局制定规范性文件1件（《云汀县自建房管理办法》），并同步发布解读材料2篇。',
      'published.解读材料=2',
      'normativeDocumentsIssued=1',
    ],
    ['现有有效规范性文件5件，全部在网站公开。', 'normativeDocumentsInForce=5'],
    ['对外公布规范性文件清理结果，保留22件，废止3件，修改1件。'],
    [
      '2023年我委公开行政规范性文件4件，现行有效规范性文件共26件，集中公开率100%。',
      'published.行政规范性文件=4',
      'normativeDocumentsInForce=26',
    ],
    [
      '2023年，我局共办理人大建议、政协提案27件，其中人大建议11件，政协提案16件，办复率100%。',
      'proposals=27',
      'proposalsNpc=11',
      'proposalsCppcc=16',
    ],
    [
      '2023年承办市级人大代表建议3件、政协委员提案5件，区级人大代表建议7件、政协委员提案9件，全部办结并公开。',
      'proposalsNpc=10',
      'proposalsCppcc=14',
    ],
    [
      '全年承办建议提案42件，其中主办件30件，协办件12件，满意率100%。',
      'proposals=42',
      'proposals.lead=30',
      'proposals.joint=12',
    ],
    ['2023年收到的2件人大代表建议和3件政协委员提案均已办结。', 'proposalsNpc=2', 'proposalsCppcc=3'],
    ['开展“政府开放日”活动4次，邀请代表委员32人次参加，征求意见建议18条。'],
    ['在线访谈6期，回应公众关切热点12次，回复留言86条。'],
    [
      '2023年信息处理费收取情况：发出收费通知0件，收取金额0元。',
      'processingFeeCases=0',
      'processingFeeYuan=0',
    ],
    ['本年度，我局依申请公开信息未收费。', 'processingFeeYuan=0'],
    ['按规定对2件申请收取信息处理费，金额共计420元。', 'processingFeeYuan=420'],
    ['2024年，将进一步规范依申请公开办理，全年申请答复合格率保持100%，培训不少于4次。'],
    ['存在的问题：2023年有2件依申请公开答复文书不规范。'],
    ['2023年1至6月，受理申请8件；7至12月受理申请9件；全年合计17件。'],
    [
      '本报告中所列数据的统计期限自2023年1月1日起至12月31日止。',
      'periodStart=2023-01-01',
      'periodEnd=2023-12-31',
    ],
    ['截至2023年12月底，公众号关注人数2.3万，累计发布信息1560条。', 'publishedTotal=1560'],
    ['“十四五”以来，累计公开信息1.5万条。'],
    ['2023年受理政府信息公开申请数同比增长1.5倍。', 'compared(requestsReceived)=150%'],
    ['受理申请数量居全市第3位，占全市总数的12%。'],
    ['全年依申请公开件数较上年基本持平。'],
    ['我局收到群众反映依申请公开问题的来信2件，均已办结。'],
    ['制定《依申请公开工作规程》等制度3项，依申请公开流程图1张。'],
    ['全年召开政务公开推进会2次，印发通报4期，督办整改依申请公开问题6个。'],
    ['通过县长热线、信箱等收到诉求1856件，办结1850件，依申请公开0件。', 'requestsReceived=0'],
    ['共收到信息公开申请2宗，已全部依法答复，无延期答复情况。', 'requestsReceived=2'],
    ['2023年，本机关未制作规章，制作行政规范性文件2件。', 'normativeDocumentsIssued=2', 'rulesIssued=0'],
    ['2023年，累计受理自然人申请11件、商业企业申请2件、法律服务机构申请1件。'],
  ])
  assert.deepEqual(wrong, [], wrong.join('\n'))
})

test('sentences beside table three: only what is counted there is read', () => {
  const wrong = misread(3, [
    [
      '2023年共收到申请14件，结转上年1件，办结15件。',
      'requestsReceived=14',
      'requestsCarriedIn=1',
      'requestsHandled=15',
    ],
    ['新收申请3件，均为自然人。', 'requestsReceived=3'],
    [
      '今年收到的申请中，予以公开2件，不掌握相关信息无法提供1件。',
      'granted=2',
      'unable=1',
      'unableNotHeld=1',
    ],
  ])
  assert.deepEqual(wrong, [], wrong.join('\n'))
})

test('sentences beside table four: only what is counted there is read', () => {
  const wrong = misread(4, [
    ['无'],
    ['无行政复议和行政诉讼。', 'reconsideration=0', 'litigation=0', 'reconsiderationAndLitigation=0'],
    [
      '2023年，共发生行政复议3件，结果维持2件，结果纠正1件；发生行政诉讼2件，均为复议后起诉，结果维持1件，尚未审结1件。',
      'reconsideration=3',
      'reconsideration.upheld=2',
      'reconsideration.corrected=1',
      'litigation=2',
      'litigation.upheld=1',
      'litigation.pending=1',
    ],
    ['行政复议0起、诉讼0起', 'reconsideration=0', 'litigation=0'],
  ])
  assert.deepEqual(wrong, [], wrong.join('\n'))
})

test('sentences of part six: only what is counted there is read', () => {
  const wrong = misread(6, [
    ['无收费。', 'processingFeeYuan=0'],
    ['本年度无其他需要报告的事项，未收取信息处理费。', 'processingFeeYuan=0'],
    ['（一）收取信息处理费情况。无。', 'processingFeeYuan=0'],
    [
      '本单位依据《政府信息公开信息处理费管理办法》，2023年度收取信息处理费0元，发出收费通知0件。',
      'processingFeeYuan=0',
      'processingFeeCases=0',
    ],
    ['全年未发生信息处理费收取。', 'processingFeeYuan=0'],
    ['1.信息处理费：0件，0元。', 'processingFeeCases=0', 'processingFeeYuan=0'],
  ])
  assert.deepEqual(wrong, [], wrong.join('\n'))
})

test('sentences that a fresh set of reports showed to be misread: last year, what was due, documents sorted, all finished', () => {
  const wrong = misread(1, [
    [
      '全年收到政府信息公开申请65件，较2022年新收的52件增长25%。',
      'requestsReceived=65',
      'requestsReceived=52@2022',
      'compared(requestsReceived)=25%',
    ],
    [
      '共收到政府信息公开申请128件；加上上年结转的6件，应办理134件。',
      'requestsReceived=128',
      'requestsCarriedIn=6',
    ],
    ['办理公文公开属性审查1340件，其中主动公开611件、不予公开442件。'],
    ['新增依申请公开事项15项。', 'requestsReceived=15'],
    [
      '依申请公开情况：全年申请数15件，上年度结转办理4件，结转2024年3件。',
      'requestsReceived=15',
      'requestsCarriedIn=4',
      'requestsCarriedOut=3',
    ],
    ['收到政府信息公开申请5件，5件均在法定期限内答复。', 'requestsReceived=5', 'requestsHandled=5'],
    [
      '政府信息公开行政复议5件；行政诉讼2件，均为复议后起诉，1件维持原答复。',
      'reconsideration=5',
      'litigation=2',
      'litigation.upheld=1',
    ],
    ['在局网站设置“双减”专题，发布信息64条。'],
    ['公开前审查信息8,600条次。'],
    ['全年制定市政府规章4件，废止1件。', 'rulesIssued=4'],
    ['信息公开费用支出3.2万元。'],
  ])
  assert.deepEqual(wrong, [], wrong.join('\n'))
})
