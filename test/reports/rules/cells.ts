import { t3ResultRows } from '../../../src/law/report-form/form-2021.ts'
import type { RuleCase } from './case.ts'

const idle = { licences: 0, penalties: 0, coercion: 0 }
const none = { natural: 0, business: 0, total: 0 }
const nothing = { newlyReceived: none, granted: none, unableNotHeld: none, totalHandled: none }
const quiet = {
  agency: '云汀市应急管理局',
  text: { 1: '（二）依申请公开。未收到申请。', 7: '云汀市应急管理局\n2024年1月15日' },
  t2: idle,
  t3: nothing,
}

/** Cells that cannot be right beside other cells or beside what the text says was done. */
export const cells: readonly RuleCase[] = [
  {
    code: 'cell.excessiveWithoutRepeat',
    trips: [
      {
        report: {
          t3: { notProcessedExcessive: { natural: 1, total: 1 }, granted: { natural: 2, total: 3 } },
        },
        verdict: 'doubtful',
        found: 1,
      },
    ],
    similar: [
      {
        why: 'someone who applied very often',
        report: {
          t3: {
            newlyReceived: { natural: 44, total: 45 },
            notProcessedExcessive: { natural: 40, total: 40 },
            totalHandled: { natural: 44, total: 45 },
          },
        },
      },
      {
        why: 'repeated requests of one person',
        report: { t3: { notProcessedRepeat: { natural: 1, total: 1 } } },
      },
    ],
  },
  {
    code: 'cell.suitWithoutReview',
    trips: [
      {
        report: {
          year: 2024,
          t3: {
            unableNotHeld: { natural: 0, total: 0 },
            refusedDeliberative: { natural: 1, total: 1 },
          },
          t4: { litigationDirect: { pending: 1, total: 1 } },
        },
        severity: 'notice',
        verdict: 'doubtful',
      },
    ],
    similar: [
      {
        why: 'information that is not held goes straight to court',
        report: { year: 2024, t4: { litigationDirect: { pending: 1, total: 1 } } },
      },
      {
        why: 'before the law changed',
        report: {
          year: 2023,
          t3: { unableNotHeld: none, refusedDeliberative: { natural: 1, total: 1 } },
          t4: { litigationDirect: { pending: 1, total: 1 } },
        },
      },
    ],
  },
  {
    code: 'cell.idleRegisters',
    trips: [
      { report: { t2: idle, more: { 1: '全年作出行政处罚决定37件，罚款12万元。' } }, verdict: 'doubtful' },
      { report: { t2: idle, more: { 1: '核发办学许可证21张。' } } },
    ],
    similar: [
      {
        why: 'pieces published',
        report: { t2: idle, more: { 1: '全年公示行政处罚信息37条、公开行政许可37件。' } },
      },
      {
        why: 'the whole district and the courts',
        report: {
          t2: idle,
          more: { 1: '全区共作出行政处罚决定370件。发生行政处罚类行政诉讼3件。处罚0件。' },
        },
      },
    ],
  },
  {
    code: 'carry.allZero',
    trips: [{ report: quiet, previous: { ...quiet, year: 2022 }, severity: 'notice' }],
    similar: [
      {
        why: 'an agency that enforces nothing',
        report: { ...quiet, agency: '云汀市档案局' },
        previous: { ...quiet, agency: '云汀市档案局', year: 2022 },
      },
      {
        why: 'last year had cases',
        report: quiet,
        previous: { ...quiet, year: 2022, t2: { ...idle, penalties: 3 } },
      },
    ],
  },
  {
    code: 'carry.suitsAfterReview',
    trips: [
      {
        report: { t4: { litigationAfterReconsideration: { upheld: 2, total: 2 } } },
        previous: { year: 2022, t4: { reconsideration: { upheld: 1, total: 1 } } },
        verdict: 'doubtful',
        found: 2,
      },
    ],
    similar: [
      {
        why: 'reviews of last year, and a suit that was already pending',
        report: { t4: { litigationAfterReconsideration: { upheld: 2, total: 2 } } },
        previous: {
          year: 2022,
          t4: {
            reconsideration: { upheld: 1, total: 1 },
            litigationAfterReconsideration: { pending: 1, total: 1 },
          },
        },
      },
    ],
  },
  {
    code: 'sum.partsMissing',
    trips: [
      {
        report: {
          t3: Object.fromEntries(
            t3ResultRows.map((row) => [row, { natural: null, business: null, total: null }]),
          ),
        },
        found: 5,
      },
    ],
    similar: [
      { why: 'one result is open', report: { t3: { refusedStateSecret: { total: null } } } },
      { why: 'nothing came in', report: { t3: nothing } },
    ],
  },
  {
    code: 'text.staffContradiction',
    trips: [
      {
        report: { more: { 1: '配备专职人员2名。', 5: '三是没有专职人员。' } },
        verdict: 'doubtful',
      },
    ],
    similar: [
      {
        why: 'someone named for it is not full-time',
        report: { more: { 1: '明确专人负责。', 5: '三是没有专职人员。' } },
      },
      {
        why: 'mostly part-time',
        report: { more: { 1: '配备专职人员1名。', 5: '工作人员多为兼职，缺少专业人员。' } },
      },
    ],
  },
  {
    code: 'text.proposalsFinished',
    trips: [
      {
        report: { text: { 6: '未收取信息处理费。承办人大建议9件，办结率100%，其中2件建议正在办理。' } },
        verdict: 'doubtful',
      },
    ],
    similar: [
      {
        why: '正在解决 is a grade',
        report: {
          text: { 6: '未收取信息处理费。承办人大建议9件，办结率100%，其中已解决6件、正在解决3件。' },
        },
      },
      {
        why: 'requests, not proposals',
        report: { text: { 6: '未收取信息处理费。承办人大建议9件，办结率100%。另有2件信访正在办理。' } },
      },
    ],
  },
  {
    code: 'text.difference',
    trips: [
      {
        report: { more: { 1: '全年公开会议信息20条，2022年为15条，同比增长25%。' } },
        verdict: 'doubtful',
        expected: 33.33,
      },
      {
        report: { more: { 1: '全年召开会议96次，比2022年的88次增加10次。' } },
        expected: 8,
      },
    ],
    similar: [
      {
        why: 'numbers that agree, rounded',
        report: {
          more: {
            1: '网站发布信息2,318条，比2022年的2,104条增加214条，增长10.2%。推送52篇（图文30篇、视频22篇），较上年的66篇下降21.2%。',
          },
        },
      },
      {
        why: 'the change is of another number of the sentence',
        report: { more: { 1: '检查126次，其中联合检查30次，比上年的100次增加26次。' } },
      },
    ],
  },
  {
    code: 'text.vaguePart',
    trips: [
      {
        report: {
          text: {
            1: '主动公开政府信息120条，其中网站公开80条，微信公众号公开30条，公开栏公开10余条。受理申请0件。',
          },
        },
        severity: 'notice',
      },
    ],
    similar: [
      {
        why: 'a vague whole',
        report: {
          text: { 1: '主动公开政府信息120余条，其中网站公开80条，微信公众号公开30条，公开栏公开10余条。' },
        },
      },
      { why: 'exact parts', report: {} },
    ],
  },
]
