import { test } from 'node:test'
import assert from 'node:assert/strict'
import { z } from 'zod'
import { writeText } from '../../../documents/write/text.ts'
import { t3ResultRows } from '../../../law/report-form/form-2021.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { applicantTraces } from './applicant-traces.ts'
import { letterCatalogue, letterTemplate } from './catalogue.ts'
import { composeLetter, missingBlanks, type LetterTemplate } from './template.ts'

const textOf = (template: LetterTemplate, blanks: unknown = template.example): string =>
  writeText(composeLetter(template, blanks))

/** What a lawyer looks for in each paper: the article, the decision, the days, the effect. */
const keyPhrases: Readonly<Record<string, readonly string[]>> = {
  D01: ['政府信息公开申请表', '√ 自然人', '□ 商业企业', '居民身份证', '√ 纸质', '√ 邮寄', '不需要说明用途'],
  D02: ['口头申请', '视力障碍', '已向申请人宣读'],
  D03: [
    '申请编号',
    '2026年3月2日',
    '2026年3月3日（网上提交的申请，以双方确认之日为收到申请之日）',
    '2026年3月31日',
    'YJ26-7K3M-92QD',
    '20个工作日',
  ],
  D04: ['双方确认之日', '2026年3月3日', '条例第三十一条'],
  D05: [
    '第三十条',
    '一次性告知',
    '1. 所需政府信息的名称',
    '2026年3月20日前（含当日）',
    '答复期限自本机关收到补正的申请之日起计算',
    '视为放弃申请',
  ],
  D06: ['第三十五条', '96件', '明显超过合理范围', '2026年3月19日前（含当日）', '不予处理'],
  D07: ['第三十三条第二款', '政府信息公开工作机构负责人同意', '延长10个工作日', '2026年4月15日前（含当日）'],
  D08: ['第三十五条', '属于合理', '2026年6月30日前（含当日）'],
  D09: [
    '第十五条、第三十二条',
    '15个工作日',
    '逾期未提出意见的，由本机关依照《条例》的规定决定是否公开',
    '商业秘密',
    '附件：第三方意见回复书',
  ],
  D10: ['□ 同意公开', '□ 不同意公开', '15个工作日'],
  D11: ['第三十二条、第三十三条第三款', '2026年3月9日', '不计算在答复期限内'],
  D12: ['第十五条、第三十二条', '公共利益造成重大影响', '决定公开下列信息', '六十日', '六个月'],
  D13: ['第三十四条', '15个工作日', '视为同意公开'],
  D14: ['协办', '内部办理时间不从答复期限中扣除', '2026年3月12日'],
  D15: ['保密审查意见', '负责人审批意见'],
  D16: [
    '第四十二条',
    '国办函〔2020〕109号',
    '按件',
    '200元',
    '贰佰元整',
    '次日起20个工作日内',
    '重新计算办理期限',
    '视为放弃申请',
  ],
  D17: ['第三十六条第一项', '已经主动公开', '公开日期：2025年6月18日', 'https://yjj.yunting.example/'],
  D18: ['第三十六条第二项', '予以公开', '共4页', '纸质形式随本答复书一并提供', '附件：1. '],
  D19: [
    '第三十七条',
    '（一）行政处罚决定书中当事人的身份证件号码、住址',
    '第十五条、第三十二条、第三十六条第三项',
    '第十六条第二款、第三十六条第三项',
    '第三十八条的规定，本机关无法提供',
  ],
  D20: ['第十四条、第三十六条第三项', '依法确定的国家秘密'],
  D21: ['第十四条、第三十六条第三项', '《中华人民共和国未成年人保护法》第一百零三条规定', '不得披露'],
  D22: ['第十四条、第三十六条第三项', '可能危及公共安全'],
  D23: [
    '第十五条、第三十二条、第三十六条第三项',
    '书面征求了第三方意见',
    '不同意公开',
    '不公开不会对公共利益造成重大影响',
  ],
  D24: ['第十六条第一款、第三十六条第三项', '后勤管理'],
  D25: ['第十六条第二款、第三十六条第三项', '讨论记录', '过程性信息'],
  D26: ['第十六条第二款、第三十六条第三项', '行政执法案卷', '查阅'],
  D27: ['第三十六条第七项', '《不动产登记暂行条例》', '查询办法'],
  D28: ['第三十六条第四项', '检索词', '政府信息不存在'],
  D29: ['第十条、第三十六条第五项', '不属于本机关负责公开', '云汀市住房和城乡建设局', '0000-3456789'],
  D30: ['第三十八条', '加工、分析', '不予提供'],
  D31: ['第二十九条第二款、第三十条', '补正后申请内容仍不明确', '可以另行提出申请'],
  D32: ['第三十九条第一款', '举报活动', '不作为政府信息公开申请处理', '12350'],
  D33: ['第三十六条第六项', '云应急公复〔2025〕31号', '2025年11月20日', '不再处理'],
  D34: ['第三十九条第二款', '公开出版物', '获取的途径'],
  D35: ['第三十五条', '96件', '理由不合理', '不予处理'],
  D36: ['确认或者重新出具', '已经获取'],
  D37: ['第三十条', '2026年3月20日前（含当日）', '视为放弃申请', '不再处理'],
  D38: ['第四十二条', '第六条', '2026年3月13日前（含当日）', '视为放弃申请'],
  D39: ['撤回了该申请', '终止办理'],
  D40: ['第四十一条', '予以更正'],
  D41: ['第四十四条第二款', '属于主动公开的范围'],
  D42: ['送达回证', '云应急公复〔2026〕3号', '√ 直接送达', '交邮日期'],
  D43: ['第四十七条第二款', '经查证', '属实', '处理情况'],
}

test('the catalogue holds the papers D01 to D43, each under a name of its own', () => {
  assert.deepEqual(
    letterCatalogue.map(({ id }) => id),
    Array.from({ length: 43 }, (_, index) => `D${String(index + 1).padStart(2, '0')}`),
  )
  assert.equal(new Set(letterCatalogue.map(({ name }) => name)).size, 43)
  assert.throws(() => letterTemplate('D99'), RangeError)
})

for (const template of letterCatalogue) {
  test(`${template.id} ${template.title} says what it must`, () => {
    const written = textOf(template)
    const expected = keyPhrases[template.id] ?? []
    assert.ok(expected.length > 0)
    for (const phrase of expected) assert.ok(written.includes(phrase), `lacks “${phrase}”:\n${written}`)
    assert.doesNotMatch(written, /undefined|null|NaN|\[object|《》|“”|（）|。。|；。|，。|××|XX|上级主管部门/)
  })
}

test('every outcome row of table three has a letter that closes a case into it', () => {
  const closed = new Set(letterCatalogue.map(({ row }) => row))
  for (const row of t3ResultRows) assert.ok(closed.has(row), row)
})

test('the remedy printed is the one of the kind of answer', () => {
  for (const template of letterCatalogue) {
    const written = textOf(template)
    const first = written.includes('应当先申请行政复议')
    const sixty = written.includes('六十日内')
    const sixMonths = written.includes('六个月内')
    const fifteen = written.includes('十五日内')
    const expected = {
      reviewFirst: [true, true, false, true],
      free: [false, true, true, false],
      byParts: [true, true, true, true],
      thirdParty: [false, true, true, false],
      feeOnly: [false, false, false, false],
      none: [false, false, false, false],
    }[template.remedy]
    assert.deepEqual([first, sixty, sixMonths, fifteen], expected, template.id)
    if (template.remedy === 'none') assert.doesNotMatch(written, /行政复议|行政诉讼/, template.id)
    if (sixty) assert.match(written, /向云汀市人民政府/, template.id)
  }
})

test('only refusals under articles 14 to 16 tell the reader to ask for review first', () => {
  for (const template of letterCatalogue) {
    const refuses = template.articles.some((article) => /^条例第十[四五六]条/.test(article))
    assert.equal(template.remedy === 'reviewFirst', refuses && template.reader === 'applicant', template.id)
  }
})

test('a partial release whose other part is only not held leaves the choice of remedy free', () => {
  const template = letterTemplate('D19')
  const example = template.example as Record<string, unknown>
  const written = textOf(template, {
    ...example,
    withheld: [{ what: '2019年的记录', because: { ground: 'notHeld', search: '检索了档案室和办公系统' } }],
  })
  assert.doesNotMatch(written, /应当先申请行政复议|不予公开的部分/)
  assert.match(written, /六个月内/)
})

/** Paths of every single blank in an example: nested groups are walked, lists are one blank. */
function blankPaths(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[...path]]
  return Object.entries(value).flatMap(([key, inner]) => blankPaths(inner, [...path, key]))
}

function without(value: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path
  if (step === undefined) return undefined
  const copy = { ...(value as Record<string, unknown>) }
  if (rest.length === 0) delete copy[step]
  else copy[step] = without(copy[step], rest)
  return copy
}

/** Whether the blank, or the group it stands in, may be left out altogether. */
function mayBeLeftOut(schema: z.ZodObject, path: readonly string[]): boolean {
  return schema.shape[path[0] ?? ''] instanceof z.ZodOptional
}

test('a letter with any single blank missing is refused, and the blank is named in Chinese', () => {
  for (const template of letterCatalogue) {
    for (const path of blankPaths(template.example)) {
      if (path.length === 1 && mayBeLeftOut(template.blanks, path)) continue
      const problems = missingBlanks(template, without(template.example, path))
      const named = problems.find(({ field }) => path.join('.').startsWith(field))
      assert.ok(named, `${template.id} lets ${path.join('.')} be missing`)
      assert.match(named.sentence, /[\u4e00-\u9fff]/)
      assert.doesNotMatch(named.sentence, /[a-z]{3}/i, `${template.id} ${named.sentence}`)
    }
  }
})

test('an empty set of blanks is refused with all of them listed at once', () => {
  for (const template of letterCatalogue) {
    assert.throws(
      () => composeLetter(template, {}),
      (error: unknown) => {
        assert.ok(error instanceof Invalid)
        const listed = new Set(error.fields.map(({ field }) => field))
        for (const path of blankPaths(template.example)) {
          if (mayBeLeftOut(template.blanks, path)) continue
          assert.ok(
            path.some((_, index) => listed.has(path.slice(0, index + 1).join('.'))),
            `${template.id} does not list ${path.join('.')}`,
          )
        }
        return true
      },
    )
  }
})

test('spaces and placeholders left from a draft count as missing', () => {
  const template = letterTemplate('D30')
  const example = template.example as Record<string, unknown>
  for (const reason of ['', '  ', '××××', '【】', '待填']) {
    assert.equal(missingBlanks(template, { ...example, reason })[0]?.field, 'reason', reason)
  }
})

test('what a third party or another agency reads has no place for the applicant', () => {
  for (const template of letterCatalogue) {
    if (template.reader !== 'thirdParty' && template.reader !== 'otherAgency') continue
    const keys = blankPaths(template.example).flat()
    for (const key of ['applicant', 'request', 'content', 'requestNumber', 'channel']) {
      assert.ok(
        !keys.includes(key) && !(key in template.blanks.shape),
        `${template.id} has a place for ${key}`,
      )
    }
    const planted = {
      ...(template.example as object),
      applicant: { name: '沈青禾' },
      request: { content: '沈青禾的申请' },
    }
    const document = composeLetter(template, planted)
    assert.deepEqual(applicantTraces(document, ['沈青禾', '0000-1112223']), [], template.id)
  }
})

test('an applicant named inside a free text to a third party is noticed before it goes out', () => {
  const template = letterTemplate('D09')
  const document = composeLetter(template, {
    ...(template.example as object),
    information: ['沈 青禾要求的评价报告'],
  })
  assert.deepEqual(applicantTraces(document, ['沈青禾']), ['沈青禾'])
})

test('the review organ is the government of the same level, never a choice and never the upper department', () => {
  const template = letterTemplate('D18')
  const example = template.example as Record<string, unknown>
  for (const reviewOrgan of ['云汀省应急管理厅', '云汀市人民政府或者云汀省应急管理厅']) {
    const problems = missingBlanks(template, {
      ...example,
      remedyPlaces: { reviewOrgan, court: '云汀市城东区人民法院' },
    })
    assert.deepEqual(
      problems.map(({ field }) => field),
      ['remedyPlaces.reviewOrgan'],
    )
  }
})

test('only a law or an administrative regulation can forbid disclosure', () => {
  const template = letterTemplate('D21')
  const example = template.example as Record<string, unknown>
  for (const instrument of ['《云汀省统计管理条例》', '《云汀市保密规定》', '统计法']) {
    assert.equal(missingBlanks(template, { ...example, instrument })[0]?.field, 'instrument', instrument)
  }
})

test('an extension is told before the first deadline ends and is at most 20 working days', () => {
  const template = letterTemplate('D07')
  const example = template.example as Record<string, unknown>
  assert.equal(missingBlanks(template, { ...example, issuedOn: '2026-04-01' })[0]?.field, 'issuedOn')
  assert.equal(missingBlanks(template, { ...example, days: 21 })[0]?.field, 'days')
  assert.equal(missingBlanks(template, { ...example, extendedTo: '2026-03-31' })[0]?.field, 'extendedTo')
})

test('a fee notice whose lines do not add up is refused', () => {
  const template = letterTemplate('D16')
  const example = template.example as Record<string, unknown>
  assert.equal(missingBlanks(template, { ...example, amount: 20_001 })[0]?.field, 'amount')
})

test('a letter dated before the application came is refused', () => {
  const template = letterTemplate('D18')
  const problems = missingBlanks(template, { ...(template.example as object), issuedOn: '2026-03-02' })
  assert.deepEqual(
    problems.map(({ field }) => field),
    ['issuedOn'],
  )
})

test('persons are addressed as 您 and organisations as 你单位', () => {
  const template = letterTemplate('D18')
  const example = template.example as Record<string, unknown>
  assert.match(textOf(template), /收到您通过网上申请渠道提交的/)
  const organisation = { name: '云汀市某律师事务所', isNaturalPerson: false }
  assert.match(textOf(template, { ...example, applicant: organisation }), /收到你单位通过网上申请渠道提交的/)
})

test('a receipt given before both sides have confirmed says that no day counts yet, and names the matter', () => {
  const template = letterTemplate('D03')
  const { request, ...example } = template.example as { request: Record<string, unknown> }
  const said = textOf(template, {
    ...example,
    matter: '更正申请',
    request: { ...request, receivedOn: null },
    dueOn: null,
  })
  assert.match(said, /您的更正申请已经收到并登记/)
  assert.match(said, /双方确认之日为收到申请之日[^\n]*还没有确认/)
  assert.doesNotMatch(said, /答复期限届满之日/)
})

test('what the applicant wrote stands in a letter as it was written, also where it looks like an open blank', () => {
  const template = letterTemplate('D03')
  const { request } = template.example as { request: Record<string, unknown> }
  const content = '云汀市XX小区（××路）的验收结论'
  const said = textOf(template, {
    ...(template.example as object),
    request: { ...request, content },
    queryCode: '7KXX-92QD-XH4P',
  })
  assert.ok(said.includes(content) && said.includes('7KXX-92QD-XH4P'))
})
