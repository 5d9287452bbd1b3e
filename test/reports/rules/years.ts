import type { RuleCase } from './case.ts'

const last = { year: 2022 }
const own =
  '一是主动公开意识不强，个别科室只重业务办理，不重信息发布，制发文件时公开属性标注不准；二是政策解读方式单一，图解、视频等形式用得少；三是人员变动频繁，业务不熟。下一步将健全考核机制，增加解读形式，开展业务培训，提升公开水平。'

export const years: readonly RuleCase[] = [
  {
    code: 'carry.requests',
    trips: [
      {
        report: {},
        previous: { ...last, t3: { carriedOut: { natural: 2, total: 2 } } },
        expected: 2,
        found: 0,
      },
      {
        report: { t3: { carriedIn: { natural: 1, total: 1 }, carriedOut: { natural: 1, total: 1 } } },
        previous: { ...last, t3: { carriedOut: { business: 1, total: 1 } } },
        verdict: 'doubtful',
      },
    ],
    similar: [{ why: 'nothing was carried', report: {}, previous: last }],
  },
  {
    code: 'carry.pending',
    trips: [
      {
        report: {},
        previous: { ...last, t4: { reconsideration: { pending: 1, total: 1 } } },
        verdict: 'doubtful',
      },
    ],
    similar: [
      {
        why: 'it came back',
        report: { t4: { reconsideration: { upheld: 1, total: 1 } } },
        previous: { ...last, t4: { reconsideration: { pending: 1, total: 1 } } },
      },
    ],
  },
  {
    code: 'carry.remediesWithoutRequests',
    trips: [
      {
        report: {
          t3: { newlyReceived: { natural: 0, business: 0, total: 0 } },
          t4: { reconsideration: { upheld: 7, total: 7 } },
        },
        previous: { ...last, t3: { newlyReceived: { natural: 0, business: 0, total: 0 } } },
      },
    ],
    similar: [
      {
        why: 'last year had requests',
        report: {
          t3: { newlyReceived: { natural: 0, business: 0, total: 0 } },
          t4: { reconsideration: { upheld: 7, total: 7 } },
        },
        previous: last,
      },
    ],
  },
  {
    code: 'carry.notComparable',
    trips: [
      { report: {}, previous: { year: 2021 }, verdict: 'cannotTell' },
      { report: {}, previous: { ...last, agency: '某某县水利局' } },
    ],
    similar: [
      { why: 'the name was short last year', report: {}, previous: { ...last, agency: '临浦区教育局' } },
    ],
  },
  {
    code: 'carry.normativeDocuments',
    trips: [
      {
        report: {},
        previous: { ...last, t2: { 'normativeDocuments.inForce': 9 } },
        expected: 9,
        found: 7,
        verdict: 'doubtful',
      },
    ],
    similar: [
      {
        why: 'two were repealed',
        report: { t2: { 'normativeDocuments.repealed': 2 } },
        previous: { ...last, t2: { 'normativeDocuments.inForce': 9 } },
      },
      {
        why: 'the old form counts other things',
        report: {},
        previous: { ...last, form: '2019', t2: { 'normativeDocuments.inForce': 9 } },
      },
    ],
  },
  {
    code: 'carry.rules',
    trips: [
      {
        report: { agency: '云汀市人民政府', t2: { 'rules.inForce': 12 } },
        previous: { ...last, agency: '云汀市人民政府', t2: { 'rules.inForce': 10 } },
      },
    ],
    similar: [
      {
        why: 'two were made',
        report: { agency: '云汀市人民政府', t2: { 'rules.issued': 2, 'rules.inForce': 12 } },
        previous: { ...last, agency: '云汀市人民政府', t2: { 'rules.inForce': 10 } },
      },
    ],
  },
  {
    code: 'carry.claim',
    trips: [
      {
        report: { more: { 1: '收到政府信息公开申请5件，较上年增加3件。' } },
        previous: { ...last, t3: { newlyReceived: { total: 4 } } },
        expected: 1,
        found: 3,
      },
    ],
    similar: [
      {
        why: 'it is true',
        report: { more: { 1: '收到政府信息公开申请5件，同比增长25%。' } },
        previous: { ...last, t3: { newlyReceived: { total: 4 } } },
      },
      { why: 'readers grew', report: { more: { 1: '公众号粉丝较上年增加3000人。' } }, previous: last },
    ],
  },
  {
    code: 'carry.copiedText',
    trips: [
      {
        report: {
          text: { 1: `${own}${own.replaceAll('一是', '首先')}`, 5: own, 6: `${own}未收取信息处理费。` },
        },
        previous: { ...last, text: { 1: `${own}${own.replaceAll('一是', '首先')}`, 5: own, 6: own } },
        verdict: 'doubtful',
      },
    ],
    similar: [{ why: 'the same preface is only form', report: {}, previous: last }],
  },
  {
    code: 'carry.copiedProblems',
    trips: [{ report: { text: { 1: rewritten(), 5: own } }, previous: { ...last, text: { 5: own } } }],
    similar: [
      {
        why: 'one sentence alike',
        report: {
          text: {
            5: `一是主动公开意识不强。二是网站栏目更新有空档，三季度曾连续两月没有新内容，四季度已补齐。下一步将按月检查栏目，落实专人专责，并请群众评议。`,
          },
        },
        previous: { ...last, text: { 5: own } },
      },
    ],
  },
  {
    code: 'carry.outlier',
    trips: [
      { report: { t2: { licences: 360 } }, previous: { ...last, t2: { licences: 30 } }, verdict: 'doubtful' },
    ],
    similar: [
      {
        why: 'small numbers jump',
        report: { t2: { licences: 36 } },
        previous: { ...last, t2: { licences: 2 } },
      },
    ],
  },
  {
    code: 'carry.sisterOutlier',
    trips: [
      {
        report: { t2: { licences: 3600 } },
        sisters: Array.from({ length: 9 }, (_, index) => ({
          agency: `云汀市第${index + 1}区教育局`,
          text: { 1: '各有各的工作。' },
        })),
      },
    ],
    similar: [
      {
        why: 'too few to tell',
        report: { t2: { licences: 3600 } },
        sisters: [{ agency: '云汀市水利局', text: { 1: '各有各的工作。' } }],
      },
      {
        why: 'agencies of other businesses',
        report: { t2: { licences: 3600 } },
        sisters: Array.from({ length: 9 }, (_, index) => ({
          agency: `云汀市第${index + 1}区档案局`,
          text: { 1: '各有各的工作。' },
        })),
      },
    ],
  },
]

function rewritten(): string {
  return '（一）主动公开。全年围绕招生、经费、师资三类事项发布信息，家长可在网站直接查阅每所学校的名额和录取办法。\n（二）依申请公开。收到政府信息公开申请5件，均按期答复。\n（三）信息管理。逐条审核，过期的当天撤下，文件制发时同步标注属性，季度末由办公室统一核对目录。\n（四）平台建设。公众号和网站同步更新，新增学区查询入口，老年人可使用大字版页面。\n（五）监督保障。请家长代表评议，培训两期，评议结果公布在网站首页，接受社会监督并及时整改。'
}
