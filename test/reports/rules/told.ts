import type { RuleCase } from './case.ts'

const said = (text: string) => ({ text: { 1: text } })
const requests = (text: string) =>
  said(
    `（一）主动公开。及时发布信息。\n（二）依申请公开。${text}\n（三）信息管理。严格审核。\n（四）平台建设。维护网站。\n（五）监督保障。加强培训。`,
  )

export const told: readonly RuleCase[] = [
  {
    code: 'text.outcomeRow',
    trips: [
      {
        report: requests('收到政府信息公开申请5件，办结5件，其中本机关不掌握3件。'),
        found: 3,
      },
    ],
    similar: [
      {
        why: 'several reasons before one number',
        report: requests('收到政府信息公开申请5件，因本机关不掌握等原因无法提供3件。'),
      },
      {
        why: 'last year’s',
        report: requests('收到政府信息公开申请5件，均已办结。2022年本机关不掌握3件。'),
      },
    ],
  },
  {
    code: 'text.requestsReceived',
    trips: [
      { report: requests('2023年，我局未收到政府信息公开申请。'), expected: 5, found: 0 },
      { report: requests('全年收到政府信息公开申请6件。'), expected: 5, found: 6 },
      { report: requests('全年共受理依申请公开八件。'), found: 8 },
      {
        report: { ...said('2023年，全县共收到政府信息公开申请31件。'), agency: '云汀市望河区人民政府' },
        verdict: 'doubtful',
      },
    ],
    similar: [
      {
        why: 'the whole district is not the bureau',
        report: requests('2023年，全区各单位共收到政府信息公开申请120件，我局收到5件。'),
      },
      { why: 'another year', report: requests('2022年收到政府信息公开申请3件，2023年收到5件。') },
      {
        why: 'half a year',
        report: requests('上半年收到政府信息公开申请2件，全年收到政府信息公开申请5件。'),
      },
      {
        why: 'received with what was carried in',
        report: {
          ...requests('受理政府信息公开申请7件（含上年结转2件），办结7件。'),
          t3: {
            carriedIn: { natural: 2, total: 2 },
            granted: { natural: 5, total: 6 },
            totalHandled: { natural: 6, total: 7 },
          },
        },
      },
      {
        why: 'letters and calls',
        report: requests(
          '收到政府信息公开申请5件。受理信访事项36件，12345热线工单1200件，行政许可申请300件。',
        ),
      },
      { why: 'about five', report: requests('共收到政府信息公开申请近5件。') },
      { why: 'by channel', report: requests('收到政府信息公开申请5件，其中网上申请3件，信函申请2件。') },
      {
        why: 'a target',
        report: requests('收到政府信息公开申请5件。下一步，力争申请办理时限压缩到10日，每年申请不超过3件。'),
      },
      {
        why: 'a rule of the law',
        report: requests('收到政府信息公开申请5件。根据条例第三十三条，收到申请之日起20个工作日内答复。'),
      },
      {
        why: 'no request carried on',
        report: requests('收到政府信息公开申请5件，没有逾期答复的申请，未收到申请人补正材料。'),
      },
    ],
  },
  {
    code: 'text.requestsCarriedIn',
    trips: [{ report: requests('上年结转政府信息公开申请2件，本年新收5件。'), expected: 0, found: 2 }],
    similar: [
      { why: 'carried on to next year', report: requests('本年新收政府信息公开申请5件，结转下年度0件。') },
    ],
  },
  {
    code: 'text.requestsHandled',
    trips: [{ report: requests('收到政府信息公开申请5件，办结4件。'), expected: 5, found: 4 }],
    similar: [
      {
        why: 'proposals',
        report: requests('收到政府信息公开申请5件，均已办结。办理人大建议12件，办结12件。'),
      },
      { why: 'answered in time is a rate', report: requests('收到政府信息公开申请5件，按时答复率100%。') },
      {
        why: 'handling counts what came in',
        report: {
          ...requests('全年共办理依申请公开6件。'),
          t3: { carriedIn: { natural: 1, total: 1 }, carriedOut: { natural: 1, total: 1 } },
        },
      },
    ],
  },
  {
    code: 'text.requestsCarriedOut',
    trips: [
      {
        report: requests('收到政府信息公开申请5件，办结4件，结转下年度继续办理1件。'),
        expected: 0,
        found: 1,
      },
    ],
    similar: [
      { why: 'none carried on', report: requests('收到政府信息公开申请5件，无结转下年度办理的申请。') },
    ],
  },
  {
    code: 'text.receivedNatural',
    trips: [{ report: requests('收到政府信息公开申请5件，其中自然人5件。'), expected: 4, found: 5 }],
    similar: [
      { why: 'persons trained', report: requests('收到政府信息公开申请5件。公民代表12人参加开放日。') },
    ],
  },
  {
    code: 'text.receivedLegal',
    trips: [
      {
        report: requests('收到政府信息公开申请5件，其中自然人4件，法人或其他组织2件。'),
        expected: 1,
        found: 2,
      },
    ],
    similar: [
      {
        why: 'companies inspected',
        report: requests('收到政府信息公开申请5件，其中自然人4件，法人和其他组织1件。检查企业30家。'),
      },
    ],
  },
  ...(
    [
      ['text.granted', '予以公开3件', 4, 3, '公开部门预算1份，予以公示。'],
      ['text.partlyGranted', '部分公开2件', 0, 2, '部分公开内容更新2件次。'],
      ['text.refused', '不予公开1件', 0, 1, '不予公开的目录已更新。'],
      ['text.unable', '无法提供3件', 1, 3, '无法提供的情形已告知。'],
      ['text.notProcessed', '不予处理2件', 0, 2, '对重复申请依法告知。'],
      ['text.otherClosed', '其他处理1件', 0, 1, '其他处理方式另有规定。'],
    ] as const
  ).map(
    ([code, words, expected, found, fine]): RuleCase => ({
      code,
      trips: [{ report: requests(`收到政府信息公开申请5件，其中${words}。`), expected, found }],
      similar: [{ why: 'words without a count', report: requests(`收到政府信息公开申请5件。${fine}`) }],
    }),
  ),
  {
    code: 'text.reconsideration',
    trips: [
      {
        report: requests('收到政府信息公开申请5件，因政府信息公开被申请行政复议2件。'),
        expected: 0,
        found: 2,
      },
      {
        report: {
          ...requests('未发生政府信息公开行政复议案件。'),
          t4: { reconsideration: { upheld: 1, total: 1 } },
        },
        expected: 1,
        found: 0,
      },
    ],
    similar: [
      { why: 'the bureau’s other cases', report: said('全年办理行政复议案件120件，组织行政诉讼应诉30件。') },
    ],
  },
  {
    code: 'text.litigation',
    trips: [{ report: requests('因政府信息公开引起的行政诉讼1件。'), expected: 0, found: 1 }],
    similar: [
      {
        why: 'both kinds of suit together',
        report: {
          ...requests('政府信息公开行政诉讼2件。'),
          t4: {
            litigationDirect: { upheld: 1, total: 1 },
            litigationAfterReconsideration: { upheld: 1, total: 1 },
          },
        },
      },
    ],
  },
  {
    code: 'text.reconsiderationAndLitigation',
    trips: [{ report: requests('政府信息公开行政复议、行政诉讼共3件。'), expected: 0, found: 3 }],
    similar: [
      {
        why: 'one of each is two',
        report: {
          ...requests('政府信息公开行政复议、行政诉讼案件共2件。'),
          t4: { reconsideration: { upheld: 1, total: 1 }, litigationDirect: { upheld: 1, total: 1 } },
        },
      },
    ],
  },
  {
    code: 'text.rulesIssued',
    trips: [{ report: { ...said('2023年制定规章2件。'), agency: '云汀市人民政府' }, expected: 0, found: 2 }],
    similar: [{ why: 'house rules are no 规章', report: said('制定内部规章制度3项。') }],
  },
  {
    code: 'text.normativeDocumentsIssued',
    trips: [{ report: said('2023年制定行政规范性文件3件。'), expected: 0, found: 3 }],
    similar: [
      { why: 'shown, not issued', report: said('公开规范性文件3件，清理规范性文件5件。') },
      { why: 'of other agencies', report: said('对全区规范性文件备案审查30件。') },
    ],
  },
  {
    code: 'text.normativeDocumentsInForce',
    trips: [{ report: said('现行有效行政规范性文件9件。'), expected: 7, found: 9 }],
    similar: [
      { why: 'found valid in a clean-up and shown', report: said('公布现行有效规范性文件目录1份。') },
    ],
  },
  {
    code: 'text.licences',
    trips: [{ report: said('2023年作出行政许可决定40件。'), expected: 36, found: 40, verdict: 'doubtful' }],
    similar: [{ why: 'pieces about licences', report: said('公开行政许可信息40条，公示行政许可结果40件。') }],
  },
  {
    code: 'text.penalties',
    trips: [{ report: said('2023年作出行政处罚决定9件。'), expected: 4, found: 9, verdict: 'doubtful' }],
    similar: [{ why: 'pieces about penalties', report: said('公开行政处罚信息9条。') }],
  },
  {
    code: 'text.processingFeeCases',
    trips: [
      {
        report: {
          text: { 6: '本年度没有发出信息处理费收费通知。' },
          t3: { otherFeeUnpaid: { natural: 1, total: 1 }, unableNotHeld: { natural: 0, total: 0 } },
        },
      },
    ],
    similar: [
      {
        why: 'a notice was sent',
        report: {
          text: { 6: '发出信息处理费收费通知1件，未收取信息处理费。' },
          t3: { otherFeeUnpaid: { natural: 1, total: 1 }, unableNotHeld: { natural: 0, total: 0 } },
        },
      },
    ],
  },
  {
    code: 'text.processingFeeYuan',
    trips: [{ report: { text: { 6: '全年收取信息处理费5000元。' }, t2: { feesWan: 0 } }, found: 0 }],
    similar: [
      {
        why: 'inside the fees of table two',
        report: { text: { 6: '全年按量收取信息处理费5000元。' }, t2: { feesWan: 0.5 } },
      },
    ],
  },
  {
    code: 'text.processingFeeScale',
    trips: [{ report: { text: { 6: '全年收取信息处理费1200元。' } }, verdict: 'doubtful' }],
    similar: [{ why: 'charged by page', report: { text: { 6: '全年按量收取信息处理费1200元。' } } }],
  },
  {
    code: 'text.allFinished',
    trips: [
      {
        report: {
          ...requests('全年政府信息公开申请均已按期办结。'),
          t3: { newlyReceived: { natural: 5, total: 6 }, carriedOut: { natural: 1, total: 1 } },
        },
        verdict: 'doubtful',
        found: 1,
      },
    ],
    similar: [
      {
        why: 'proposals are finished',
        report: {
          ...requests('受理政府信息公开申请。人大建议全部办结。'),
          t3: { newlyReceived: { natural: 5, total: 6 }, carriedOut: { natural: 1, total: 1 } },
        },
      },
    ],
  },
  {
    code: 'text.contradiction',
    trips: [
      {
        report: {
          ...requests('收到政府信息公开申请5件。'),
          more: { 6: '2023年，我局收到政府信息公开申请4件。' },
          t3: null,
        },
      },
    ],
    similar: [
      {
        why: 'the table tells which is wrong',
        report: {
          ...requests('收到政府信息公开申请5件。'),
          more: { 6: '2023年，我局收到政府信息公开申请4件。' },
        },
      },
      {
        why: 'of another year',
        report: {
          ...requests('收到政府信息公开申请5件。'),
          more: { 6: '2022年，我局收到政府信息公开申请4件。' },
          t3: null,
        },
      },
    ],
  },
  {
    code: 'text.publishedTotal',
    trips: [
      {
        report: said(
          '2023年主动公开政府信息515条，其中网站公开45条，微信公众号公开293条，微博公开105条，其他方式公开62条。',
        ),
        expected: 505,
        found: 515,
      },
      {
        report: said('2023年主动公开政府信息100条，其中网站公开80条，微信公众号公开40条。'),
        verdict: 'doubtful',
      },
      {
        report: said(
          '2023年通过区政府门户网站公开信息146条，其中政策文件12条、工作动态96条、财政预决算4条、其他30条；微信公众号推送信息208条。',
        ),
        expected: 142,
        found: 146,
      },
    ],
    similar: [
      {
        why: 'the kinds of one channel add up',
        report: said(
          '2023年通过区政府门户网站公开信息142条，其中政策文件12条、工作动态96条、财政预决算4条、其他30条；微信公众号推送信息208条。',
        ),
      },
      {
        why: 'other channels behind the first are no kinds of it',
        report: said('2023年通过区政府门户网站公开信息146条，其中微信公众号12条、其他方式30条。'),
      },
      {
        why: 'a vague part',
        report: said(
          '2023年主动公开政府信息515条，网站公开45条，微信公众号公开293条，微博公开105条，其他方式公开62余条。',
        ),
      },
      {
        why: 'only some kinds are named',
        report: said('2023年主动公开政府信息53条，其中天气预警信息11条，政策文件19条。'),
      },
      {
        why: 'readers are no pieces',
        report: said(
          '2023年主动公开政府信息120条，网站公开80条，微信公众号公开30条，其他方式公开10条，阅读量5万次。',
        ),
      },
    ],
  },
  {
    code: 'text.proposals',
    trips: [
      {
        report: { text: { 6: '未收取信息处理费。共承办建议提案30件，其中人大建议12件，政协提案20件。' } },
        expected: 32,
        found: 30,
      },
    ],
    similar: [
      {
        why: 'they add up',
        report: {
          text: {
            6: '未收取信息处理费。共承办建议提案32件，其中人大建议12件，政协提案20件，主办8件，会办24件。',
          },
        },
      },
    ],
  },
  {
    code: 'text.requestParts',
    trips: [
      {
        report: { ...requests('收到政府信息公开申请5件，其中自然人3件，法人或其他组织1件。'), t3: null },
        expected: 4,
        found: 5,
      },
    ],
    similar: [
      {
        why: 'some channels only',
        report: requests('收到政府信息公开申请5件，其中网上申请2件，信函申请1件。'),
      },
    ],
  },
  {
    code: 'text.rate',
    trips: [
      { report: requests('收到政府信息公开申请5件，办结5件，予以公开4件，占60%。'), expected: 80, found: 60 },
    ],
    similar: [
      { why: 'rounded', report: { ...requests('收到政府信息公开申请5件，办结5件，予以公开4件，占80%。') } },
      { why: 'answered in time', report: requests('收到政府信息公开申请5件，办结4件，按期办结率100%。') },
    ],
  },
]
