import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { isWholeReport, sixSectionsApply, textOf } from './passages.ts'

const rule: Rule = {
  code: 'structure.missingTheme',
  severity: 'warning',
  title: '总体情况缺少应写的方面',
  basis:
    '格式（国办公开办函〔2021〕30号）第一部分：主动公开、依申请公开、政府信息管理、平台建设、监督保障（C02）',
  applies: '第一部分通篇没有与该方面有关的词；只要提到就不说。',
  remedy: '请补写这一方面的情况。',
}
const themes: readonly (readonly [string, RegExp])[] = [
  ['主动公开', /主动公开|公开.{0,8}信息|发布/],
  ['依申请公开', /申请/],
  ['政府信息管理', /管理|审[核查]|先审|三审|保密|规范性文件|动态调整|目录/],
  ['政府信息公开平台建设', /平台|网站|新媒体|公众号|专栏|栏目|公开栏|查阅/],
  ['监督保障', /监督|保障|考核|培训|领导|评议|问责|队伍|责任/],
]

/** C02: the five themes of section one. */
export const missingThemes: Check = {
  rules: [rule],
  run({ report }) {
    if (!sixSectionsApply(report) || !isWholeReport(report)) return []
    const one = report.sections.find((section) => section.number === 1)
    const text = textOf(report, 1)
    if (one === undefined || text.length < 20) return []
    const absent = themes.filter(([, words]) => !words.test(text))
    if (absent.length === 0) return []
    return [
      raise(rule, {
        what: `第一部分没有写${absent.map(([name]) => `“${name}”`).join('、')}`,
        at: [{ ...one.at, section: 1 }],
      }),
    ]
  },
}
