import type { Finding, NarrativeFact, RecoveredReport } from '../report-form/model.ts'
import type { Check, Rule, Subject } from './check.ts'
import { raise } from './check.ts'
import { placeWords, saidAs, sumOf, toldOf } from './told.ts'

const published: Rule = {
  code: 'text.publishedTotal',
  severity: 'warning',
  title: '公开信息条数分项与总数不符',
  basis: '《政府信息公开条例》第五十条：年度报告内容准确（B05）',
  applies:
    '同一句里按渠道列出的分项：之和大于总数，或列到“其他方式”仍不等于总数，或只差一点；按类别列的，列到“其他”才比；含概数的不比。',
  remedy: '请按发布台账核对各渠道条数和总数；同一条信息多处发布的，请写明。',
}
const proposals: Rule = {
  code: 'text.proposals',
  severity: 'warning',
  title: '建议提案分类与总数不符',
  basis: '《政府信息公开条例》第五十条；年度报告第六部分（B08）',
  applies: '总数与人大建议、政协提案之和，或与主办会办、A类B类C类之和不符。',
  remedy: '请核对交办台账，使分类之和等于总数。',
}
const applicants: Rule = {
  code: 'text.requestParts',
  severity: 'warning',
  title: '申请分项与总数不符',
  basis: '格式（国办公开办函〔2021〕30号）表三：各类申请人之和等于总计（B02）',
  applies: '文中自然人与法人两项都给出，或各渠道列全，而相加不等于所说总数；表三已能指出哪个数错的不再说。',
  remedy: '请核对登记台账，使分项之和等于总数。',
}

const vague: Rule = {
  code: 'text.vaguePart',
  severity: 'notice',
  title: '总数是确数，分项里有概数',
  basis: '《政府信息公开条例》第五十条：年度报告内容准确（B05）',
  applies: '分项相加正好等于总数，而其中一项写成“72余条”。',
  remedy: '请删去“余”字，或核对总数。',
}

/** B05, B08: parts that do not make up their whole inside the text. */
export const toldParts: Check = {
  rules: [published, vague, proposals, applicants],
  run: (subject: Subject) => [
    ...publishedParts(subject.report),
    ...proposalParts(subject.report),
    ...applicantParts(subject.report),
  ],
}

const channel =
  /网|微信|公众号|微博|公报|栏|媒体|抖音|头条|客户端|平台|报|电视|广播|屏|视频号|快手|渠道|方式|途径/
const rest = /其他|其它|其余/

function publishedParts(report: RecoveredReport): Finding[] {
  const findings: Finding[] = []
  for (const total of toldOf(report, 'publishedTotal')) {
    if (total.approximate) continue
    const parts = partsAfter(report, total)
    if (parts.length < 2 || !parts.every((part) => channel.test(part.fact))) {
      const kinds = kindsAfter(total).map(({ count }) => count)
      const sum = sumOf(kinds) ?? 0
      if (kinds.length >= 2 && sum !== Number(total.value))
        findings.push(
          raise(published, {
            what: `${placeWords(total.at)}说主动公开信息${total.value}条，所列${kinds.length}类相加却是${sum}条（${kinds.join('+')}）`,
            expected: sum,
            found: Number(total.value),
            quote: total.quote,
            at: [total.at],
          }),
        )
      continue
    }
    const loose = parts.find((part) => part.approximate && part.value !== 0)
    if (loose !== undefined) {
      const all = sumOf(parts.map((part) => Number(part.value)))
      if (all === Number(total.value))
        findings.push(
          raise(vague, {
            what: `${placeWords(total.at)}说共${all}条，分项相加正好是${all}，其中一项却写成“${loose.value}余条”`,
            found: Number(loose.value),
            quote: total.quote,
            at: [total.at, loose.at],
          }),
        )
      continue
    }
    const sum = sumOf(parts.map((part) => Number(part.value))) ?? 0
    const whole = Number(total.value)
    if (sum === whole) continue
    const complete = parts.some((part) => rest.test(part.fact))
    const near = parts.length >= 3 && Math.abs(sum - whole) <= whole * 0.15
    if (!(complete || near || sum > whole)) continue
    findings.push(
      raise(published, {
        what: `${placeWords(total.at)}说主动公开信息${whole}条，所列${parts.length}个渠道相加却是${sum}条（${parts.map((part) => part.value).join('+')}）`,
        verdict: complete ? 'fails' : 'doubtful',
        expected: sum,
        found: whole,
        quote: total.quote,
        at: [total.at, ...parts.map((part) => part.at)],
      }),
    )
  }
  for (const one of report.narrative) {
    if (!one.fact.startsWith('published.') || one.approximate || !channel.test(one.fact)) continue
    // Kinds of what one channel carried; other channels behind 其中 are parts of a wider whole.
    const kinds = kindsAfter(one)
    if (kinds.some(({ name }) => channel.test(name))) continue
    const sum = sumOf(kinds.map(({ count }) => count)) ?? 0
    if (kinds.length < 2 || sum === Number(one.value)) continue
    findings.push(
      raise(published, {
        what: `${placeWords(one.at)}说${one.fact.slice('published.'.length)}公开信息${one.value}条，所列${kinds.length}类相加却是${sum}条（${kinds.map(({ count }) => count).join('+')}）`,
        expected: sum,
        found: Number(one.value),
        quote: one.quote,
        at: [one.at],
      }),
    )
  }
  return findings
}

/** 「公开信息188条，其中甲类62条、乙类57条、其他69条」: the numbers of a list by kind, if it ends with the rest and holds nothing else. */
function kindsAfter(total: NarrativeFact): { readonly name: string; readonly count: number }[] {
  const quote = total.quote.replace(/\s|(?<=\d),(?=\d{3})/g, '')
  const list = new RegExp(
    `(?<!\\d)${total.value}条[，,：:；;]?(?:其中|包括|主要包括)[，,：:]?([^。；;]+)`,
  ).exec(quote)?.[1]
  if (list === undefined) return []
  const items = list.split(/[，,、]/).map((item) => /^(\D{1,24}?)(\d+)条$/.exec(item))
  const last = items.at(-1)?.[1] ?? ''
  if (!/^(?:其他|其它|其余)/.test(last) || items.some((item) => item === null)) return []
  return items.map((item) => ({ name: item?.[1] ?? '', count: Number(item?.[2]) }))
}

/** Parts told right after a total, in the same line, before another total. */
function partsAfter(report: RecoveredReport, total: NarrativeFact): NarrativeFact[] {
  const at = report.narrative.indexOf(total)
  const parts: NarrativeFact[] = []
  for (const one of report.narrative.slice(at + 1)) {
    if (one.fact === 'publishedTotal' || one.at.line !== total.at.line || one.at.page !== total.at.page) break
    if (one.fact.startsWith('published.')) parts.push(one)
  }
  return parts
}

function proposalParts(report: RecoveredReport): Finding[] {
  const findings: Finding[] = []
  // The number of a kind; where it is said more than once and differently, the one beside the whole.
  const exact = (id: string, beside?: NarrativeFact) => {
    const all = toldOf(report, id).filter((one) => !one.approximate)
    if (new Set(all.map((one) => one.value)).size === 1) return all[0]
    const close = all.filter((one) => beside !== undefined && one.quote === beside.quote)
    return close.length === 1 ? close[0] : undefined
  }
  const say = (whole: NarrativeFact, parts: readonly NarrativeFact[], names: string, whole_: string) => {
    const sum = sumOf(parts.map((part) => Number(part.value))) ?? 0
    if (sum === Number(whole.value)) return
    findings.push(
      raise(proposals, {
        what: `${placeWords(whole.at)}说${whole_}${saidAs(whole)}件，${names}相加却是${sum}件`,
        expected: sum,
        found: typeof whole.value === 'number' ? whole.value : null,
        quote: whole.quote,
        at: [whole.at, ...parts.map((part) => part.at)],
      }),
    )
  }
  const all = exact('proposals')
  const npc = exact('proposalsNpc', all)
  const cppcc = exact('proposalsCppcc', all)
  // 「主办建议3件、提案5件，协办11件，共19件」
  const helped = exact('proposals.joint', all)
  const withHelped = Number(npc?.value) + Number(cppcc?.value) + Number(helped?.value)
  if (all && npc && cppcc && near(all, npc) && near(all, cppcc) && withHelped !== Number(all.value))
    say(all, [npc, cppcc], '人大建议和政协提案', '建议提案共')
  if (!all && npc && cppcc && near(npc, cppcc)) {
    const lead = exact('proposals.lead')
    const joint = exact('proposals.joint')
    const whole = Number(npc.value) + Number(cppcc.value)
    if (lead && joint && near(npc, lead) && near(npc, joint))
      say({ ...npc, value: whole }, [lead, joint], '主办和会办', '建议提案共')
  }
  for (const [id, name] of [
    ['proposalsNpc', '人大建议'],
    ['proposalsCppcc', '政协提案'],
    ['proposals', '建议提案'],
  ] as const) {
    const whole = exact(id)
    if (whole === undefined || whole.value === 0) continue
    const shared = [exact(`${id}.lead`), exact(`${id}.joint`)]
    const graded = [exact(`${id}.A`), exact(`${id}.B`), exact(`${id}.C`)].filter((one) => one !== undefined)
    if (shared[0] && shared[1] && near(whole, shared[0]) && near(whole, shared[1]))
      say(whole, [shared[0], shared[1]], '主办和会办', name)
    if (graded.length >= 2 && graded.every((one) => near(whole, one))) {
      const sum = sumOf(graded.map((one) => Number(one.value))) ?? 0
      // Only those the agency leads are graded; fewer grades than proposals may be right.
      if (sum > Number(whole.value) || (graded.length === 3 && !shared[1]))
        say(whole, graded, 'A、B、C各类', name)
    }
  }
  return findings
}

function near(a: NarrativeFact, b: NarrativeFact): boolean {
  return a.at.line === b.at.line && a.at.page === b.at.page
}

function applicantParts(report: RecoveredReport): Finding[] {
  const t3 = report.tables.t3
  return toldOf(report, 'requestsReceived').flatMap((total) => {
    if (total.approximate) return []
    const natural = toldOf(report, 'receivedNatural').find((one) => near(total, one))
    const legal = toldOf(report, 'receivedLegal').find((one) => near(total, one))
    const kinds = natural && legal ? [natural, legal] : []
    const ways = report.narrative.filter(
      (one) => one.fact.startsWith('requestsReceived.') && near(total, one) && one.year === undefined,
    )
    for (const [parts, name] of [
      [kinds, '自然人和法人'],
      [ways.length >= 2 ? ways : [], '各渠道'],
    ] as const) {
      if (parts.length === 0 || parts.some((part) => part.approximate)) continue
      const sum = sumOf(parts.map((part) => Number(part.value))) ?? 0
      const whole = Number(total.value)
      if (sum === whole) continue
      // Channels need not all be listed; only more than the whole is surely wrong.
      if (name === '各渠道' && sum < whole && !parts.some((part) => rest.test(part.fact))) continue
      // Where the table shows which number is wrong, that finding is enough.
      if (
        name !== '各渠道' &&
        (t3?.newlyReceived.natural ?? null) !== null &&
        (t3?.newlyReceived.total ?? null) !== null
      )
        continue
      return [
        raise(applicants, {
          what: `${placeWords(total.at)}说收到申请${whole}件，${name}相加却是${sum}件`,
          verdict: name === '各渠道' ? 'doubtful' : 'fails',
          expected: sum,
          found: whole,
          quote: total.quote,
          at: [total.at, ...parts.map((part) => part.at)],
        }),
      ]
    }
    return []
  })
}
