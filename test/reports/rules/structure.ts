import { soundText } from '../../builders/report.ts'
import type { RuleCase } from './case.ts'

const six = [1, 2, 3, 4, 5, 6] as const
const numbers = '一二三四五六'
const one = (number: (typeof six)[number], printedNumber: string | null) => ({ number, printedNumber })

export const structure: readonly RuleCase[] = [
  {
    code: 'structure.missingSection',
    trips: [{ report: { sections: six.filter((n) => n !== 3).map((number) => ({ number })) } }],
    similar: [
      {
        why: 'a title that lost its number is there',
        report: { sections: six.map((n) => one(n, n === 2 ? null : `${numbers[n - 1]}、`)) },
      },
      {
        why: 'before 2019 the outline was free',
        report: { year: 2015, sections: [{ number: 1 }, { number: 5 }] },
      },
    ],
  },
  {
    code: 'structure.missingNumber',
    trips: [{ report: { sections: six.map((n) => one(n, n === 2 ? null : `${numbers[n - 1]}、`)) } }],
    similar: [{ why: 'a page that numbers nothing', report: { sections: six.map((n) => one(n, null)) } }],
  },
  {
    code: 'structure.wrongNumber',
    trips: [{ report: { sections: six.map((n) => one(n, n === 4 ? '三、' : `${numbers[n - 1]}、`)) } }],
    similar: [
      {
        why: 'a missing section shifts the others; that is said once',
        report: {
          sections: six.filter((n) => n !== 2).map((n) => one(n, `${numbers[n === 1 ? 0 : n - 2]}、`)),
        },
      },
      {
        why: '第一部分 is a number',
        report: { sections: six.map((n) => one(n, `第${numbers[n - 1]}部分`)) },
      },
    ],
  },
  {
    code: 'structure.missingTable',
    trips: [{ report: { t2: null } }, { report: { t2: null, t3: null, t4: null }, verdict: 'doubtful' }],
    similar: [
      {
        why: 'the cells of the 2019 form are not those of 2021',
        report: { form: '2019', year: 2020, t2: null },
      },
    ],
  },
  {
    code: 'structure.missingColumns',
    trips: [
      {
        report: {
          t3: Object.fromEntries(
            [
              'newlyReceived',
              'carriedIn',
              'granted',
              'partlyGranted',
              'refusedStateSecret',
              'refusedForbiddenByLaw',
              'refusedSecurityStability',
              'refusedThirdPartyRights',
              'refusedInternalAffairs',
              'refusedDeliberative',
              'refusedEnforcementFile',
              'refusedAdministrativeQuery',
              'unableNotHeld',
              'unableNeedsCreation',
              'unableStillUnclear',
              'totalHandled',
              'carriedOut',
            ].map((row) => [
              row,
              {
                natural: null,
                business: null,
                research: null,
                welfare: null,
                legalService: null,
                otherOrg: null,
              },
            ]),
          ),
        },
      },
    ],
    similar: [
      {
        why: 'two rows cut at a page break',
        report: {
          t3: {
            carriedOut: {
              natural: null,
              business: null,
              research: null,
              welfare: null,
              legalService: null,
              otherOrg: null,
            },
          },
        },
      },
    ],
  },
  {
    code: 'structure.missingRow',
    trips: [
      {
        report: {
          t3: {
            otherMisc: {
              natural: null,
              business: null,
              research: null,
              welfare: null,
              legalService: null,
              otherOrg: null,
              total: null,
            },
          },
        },
      },
    ],
    similar: [
      {
        why: 'the row is printed but blank: that is said of its cells',
        report: {
          t3: {
            otherMisc: {
              natural: null,
              business: null,
              research: null,
              welfare: null,
              legalService: null,
              otherOrg: null,
              total: null,
            },
          },
          cells: [{ table: 't3', row: 'otherMisc', column: 'total', raw: '', at: {} }],
        },
      },
    ],
  },
  {
    code: 'structure.missingTheme',
    trips: [
      {
        report: {
          text: {
            1: '（一）主动公开。2023年，我局及时发布各类信息，门户网站更新及时，内容审核严格，领导高度重视，专人负责维护。',
          },
        },
      },
    ],
    similar: [
      {
        why: 'named in other words',
        report: {
          text: { 1: '2023年主动发布信息。未收到公开申请。内容先审后发。公众号运行正常。开展业务培训。' },
        },
      },
    ],
  },
  {
    code: 'structure.emptyProblems',
    trips: [
      { report: { text: { 5: '无。' } } },
      {
        report: { text: { 5: '一是部分科室人员对信息公开的认识不足；二是公开内容较为单一，形式不够丰富。' } },
        verdict: 'doubtful',
      },
    ],
    similar: [
      {
        why: 'measures in plain words',
        report: { text: { 5: '问题是更新慢，人手少，内容单一。已增配人员，完善制度，每月更新。' } },
      },
    ],
  },
  {
    code: 'structure.missingFeeStatement',
    trips: [
      { report: { text: { 6: '无。' } }, severity: 'warning' },
      { report: { text: { 6: '无其他事项。' }, more: { 1: '未收取任何信息处理费。' } }, severity: 'notice' },
    ],
    similar: [
      { why: 'said in few words', report: { text: { 6: '本年度依申请公开未收费。' } } },
      { why: 'before 2021 there was no such fee', report: { year: 2020, text: { 6: '无。' } } },
    ],
  },
  {
    code: 'structure.missingBasis',
    trips: [
      {
        report: {
          text: {
            0: '现将2023年度工作报告如下。统计期限为2023年1月1日至2023年12月31日。电话：0998-5550101。',
          },
        },
      },
    ],
    similar: [
      {
        why: 'the replaced name is the advertiser’s fault',
        report: {
          text: {
            0: '根据新万博体育_新万博app$官网娱乐平台规定，现报告如下，数据统计期限为2023年1月1日至2023年12月31日。电话：0998-5550101。',
          },
        },
      },
    ],
  },
  {
    code: 'structure.missingPeriod',
    trips: [{ report: { text: { 0: '根据《中华人民共和国政府信息公开条例》编制。电话：0998-5550101。' } } }],
    similar: [
      {
        why: 'up to a day',
        report: {
          text: {
            0: '根据《中华人民共和国政府信息公开条例》编制，数据截至2023年12月31日。电话：0998-5550101。',
          },
        },
      },
    ],
  },
  {
    code: 'structure.missingContact',
    trips: [
      { report: { text: { 0: '根据《中华人民共和国政府信息公开条例》编制，数据截至2023年12月31日。' } } },
    ],
    similar: [
      {
        why: 'a mailbox will do',
        report: {
          text: {
            0: '根据《中华人民共和国政府信息公开条例》编制，数据截至2023年12月31日。邮箱：bgs@example.gov.cn。',
          },
        },
      },
    ],
  },
  {
    code: 'structure.missingSignature',
    trips: [{ report: { text: { 7: '' } } }],
    similar: [
      { why: 'a month without a day', report: { text: { 7: '云汀市临浦区教育局\n2024年1月' } } },
      {
        why: 'the page tells the day',
        report: { text: { 0: `${soundText[0]}\n发布时间：2024-01-16`, 7: '' } },
      },
    ],
  },
  {
    code: 'structure.oldOutline',
    trips: [
      {
        report: {
          more: {
            0: '报告内容包括政府信息公开工作的基本情况、主动回应社会关切的情况、政府信息公开收费情况、其他需要报告的事项。',
          },
        },
      },
    ],
    similar: [
      {
        why: 'answering public concern is daily work',
        report: { more: { 1: '主动回应社会关切，及时答复网民留言。' } },
      },
      {
        why: 'in 2015 it was the outline',
        report: {
          year: 2015,
          more: {
            0: '报告内容包括政府信息公开工作的基本情况、主动回应社会关切的情况、政府信息公开收费情况。',
          },
        },
      },
    ],
  },
  {
    code: 'structure.skippedNumber',
    trips: [
      { report: { text: { 6: '（一）未收取信息处理费。\n（二）无提案。\n（三）无创新。\n（六）无其他。' } } },
      {
        report: {
          text: {
            1: '主动公开\n公开信息。\n（二）依申请公开\n未涉及。\n（三）信息管理\n审核。\n（四）平台\n维护网站。',
          },
        },
        expected: '（一）',
      },
    ],
    similar: [
      {
        why: 'the number stands inside a line',
        report: { text: { 6: '（一）未收取信息处理费。（二）无提案。\n（三）无创新。\n（四）无其他。' } },
      },
    ],
  },
  {
    code: 'structure.repeatedNumber',
    trips: [
      { report: { more: { 1: '（一）加强领导。\n（二）建章立制。' } } },
      { report: { text: { 6: '一、未收取信息处理费。\n二、无提案办理情况。' } } },
    ],
    similar: [
      {
        why: 'a list that begins again under a heading of its own',
        report: {
          text: {
            5: '存在的主要问题：\n（一）更新不及时。\n（二）解读不够。\n改进措施：\n（一）定期检查。\n（二）增加图解。',
          },
        },
      },
      {
        why: 'sub-items under numbered items',
        report: { text: { 6: '1.信息处理费。\n（一）未收取。\n2.建议提案。\n（一）无。' } },
      },
    ],
  },
]
