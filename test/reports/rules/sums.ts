import type { RuleCase } from './case.ts'

const held = {
  natural: null,
  business: null,
  research: null,
  welfare: null,
  legalService: null,
  otherOrg: null,
}

export const sums: readonly RuleCase[] = [
  {
    code: 'sum.row',
    trips: [{ report: { t3: { granted: { natural: 4 } } }, expected: 5, found: 4 }],
    similar: [
      {
        why: 'a row of which only the total is held cannot be added',
        report: { t3: { newlyReceived: held } },
      },
    ],
  },
  {
    code: 'sum.balance',
    trips: [{ report: { t3: { carriedOut: { natural: 1, total: 1 } }, text: { 1: '全年工作平稳。' } } }],
    similar: [
      {
        why: 'what came in and is carried on balances',
        report: { t3: { carriedIn: { natural: 1, total: 1 }, carriedOut: { natural: 1, total: 1 } } },
      },
      { why: 'an unknown cell says nothing', report: { t3: { carriedIn: { total: null } } } },
    ],
  },
  {
    code: 'sum.handled',
    trips: [{ report: { t3: { notProcessedRepeat: { business: 2, total: 2 } } } }],
    similar: [
      { why: 'a result row that is not held', report: { t3: { notProcessedRepeat: { total: null } } } },
    ],
  },
  {
    code: 'sum.remedies',
    trips: [{ report: { t4: { litigationDirect: { upheld: 1, total: 2 } } } }],
    similar: [
      {
        why: 'pending cases count in the total',
        report: { t4: { reconsideration: { upheld: 1, pending: 1, total: 2 } } },
      },
    ],
  },
  {
    code: 'sum.stock',
    trips: [{ report: { t2: { 'normativeDocuments.issued': 9, 'normativeDocuments.inForce': 1 } } }],
    similar: [
      {
        why: 'issued and repealed in one year',
        report: {
          t2: {
            'normativeDocuments.issued': 9,
            'normativeDocuments.repealed': 8,
            'normativeDocuments.inForce': 1,
          },
        },
      },
      {
        why: 'the 2019 form counts other things',
        report: { form: '2019', t2: { 'normativeDocuments.issued': 9, 'normativeDocuments.inForce': 1 } },
      },
    ],
  },
  {
    code: 'cell.negative',
    trips: [{ report: { t2: { licences: -3 } }, found: -3 }],
    similar: [{ why: 'nothing is a good number', report: { t2: { licences: 0 } } }],
  },
  {
    code: 'cell.fraction',
    trips: [{ report: { t2: { penalties: 4.5 } } }],
    similar: [{ why: 'money has decimals', report: { t2: { feesWan: 380.16 } } }],
  },
  {
    code: 'cell.rulesPower',
    trips: [
      { report: { t2: { 'rules.inForce': 2 } }, expected: 0 },
      { report: { agency: '云汀市望河区人民政府', t2: { 'rules.issued': 1, 'rules.inForce': 1 } } },
    ],
    similar: [
      {
        why: 'a city with districts makes rules',
        report: { agency: '云汀市人民政府', t2: { 'rules.issued': 1, 'rules.inForce': 12 } },
      },
      {
        why: 'an agency whose level is not told',
        report: { agency: '云汀人民政府', t2: { 'rules.inForce': 2 } },
      },
    ],
  },
  {
    code: 'cell.feeUnit',
    trips: [
      { report: { t2: { feesWan: 3801600 } }, verdict: 'doubtful' },
      { report: { t2: { feesWan: 125000.5 } }, previous: { year: 2022, t2: { feesWan: 12.6 } } },
    ],
    similar: [
      {
        why: 'a government collects for the whole place',
        report: { agency: '云汀市人民政府', t2: { feesWan: 25000 } },
      },
      { why: 'a large but likely amount', report: { t2: { feesWan: 9000 } } },
    ],
  },
]

const at = (row: string, column?: string) => [
  { table: 't3' as const, row, ...(column === undefined ? {} : { column }) },
]
const seen = (code: string, quote = '/') => ({
  observations: [{ code, at: at('granted', 'natural'), quote }],
})

export const readings: readonly RuleCase[] = [
  ...(
    [
      ['cell.blank', ''],
      ['cell.mark', '/'],
      ['cell.unit', '5件'],
      ['cell.note', '22（其中修订16件）'],
      ['cell.approximate', '20余'],
      ['cell.chineseNumeral', '十二'],
      ['cell.notNumber', '见附件'],
      ['structure.raggedRow', '0 0 0 0 0 0'],
      ['structure.alteredLabel', '本年发件'],
      ['structure.missingLabel', '0 0 0 0 0 0 0'],
      ['structure.formerRow', '（六）其他处理'],
      ['structure.missingHeading', ''],
      ['structure.repeatedTable', ''],
      ['structure.columnOrder', '总计 自然人'],
      ['reading.methodsDisagree', '1'],
    ] as const
  ).map(
    ([code, quote]): RuleCase => ({
      code,
      trips: [{ report: seen(code, quote) }],
      similar: [
        {
          why: 'the reader noticed nothing',
          report: { cells: [{ table: 't3', row: 'granted', column: 'natural', raw: '3', at: {} }] },
        },
      ],
    }),
  ),
  {
    code: 'reading.unknownAgency',
    trips: [{ report: { agency: null }, verdict: 'cannotTell' }],
    similar: [{ why: 'a short name is a name', report: { agency: '市应急局' } }],
  },
  {
    code: 'reading.unknownYear',
    trips: [{ report: { year: null }, verdict: 'cannotTell' }],
    similar: [{ why: 'an old year is a year', report: { year: 2012 } }],
  },
  {
    code: 'reading.beforeForms',
    trips: [{ report: { year: 2015 }, verdict: 'cannotTell' }],
    similar: [{ why: 'the first year of the form of 2019', report: { year: 2019 } }],
  },
  {
    code: 'reading.fromPicture',
    trips: [
      {
        report: { observations: [{ code: 'reading.fromPicture', at: [{ page: 1 }, { page: 2 }] }] },
        verdict: 'cannotTell',
      },
    ],
    similar: [{ why: 'a file with its text', report: {} }],
  },
  {
    code: 'reading.unreadFigure',
    trips: [
      {
        report: {
          observations: [
            { code: 'reading.fromPicture', at: [{ page: 1 }] },
            { code: 'reading.unreadFigure', at: [{ page: 1 }] },
          ],
        },
        verdict: 'cannotTell',
      },
    ],
    similar: [
      {
        why: 'every figure was made out',
        report: { observations: [{ code: 'reading.fromPicture', at: [{ page: 1 }] }] },
      },
    ],
  },
]
