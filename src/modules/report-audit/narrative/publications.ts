import type { NarrativeFact } from '../../../law/report-form/model.ts'
import type { Told } from './facts.ts'
import { fact, isTableLabel, topicAt } from './facts.ts'
import type { Quantity, Sentence } from './sentences.ts'

const pieces = /^(?:|条|件|篇|份|项|则|条次|个|部|期|篇次|次)$/
const verb =
  '(?:主动公开|主动发布|依法公开|公开发布|(?<!双)公示(?!栏|公告)|公开(?!前|栏|方式|渠道|平台|指南|目录|专栏|网|屏|属性)|发布(?!会|平台|厅)|播发|推送|刊发|刊登|刊载|更新|编发|推出|上传|发稿|转发|播放|发表|公布)'
const place =
  /网|微信|公众号|微博|公报|公示栏|公开栏|宣传栏|公告栏|媒体|抖音|头条|客户端|app|APP|平台|报纸|日报|晚报|电视|广播|屏|视频号|快手|查阅点|公众|新闻发布会|渠道|方式|途径|专栏|栏目/
/** What is published in reports; other numbers (readers, followers, brochures) count no pieces of information. */
const matter =
  /信息|文件|动态|公告|公示|政策|解读|资讯|文章|预警|稿件|消息|通知|预算|决算|规划|计划|机构|职能|结果|许可|处罚|数据|内容|条目|资料|公文|会议|图文|推文/
const notPieces =
  /粉丝|订阅|关注|阅读|点击|浏览|访问|转载|点赞|咨询|留言|群众|培训|会议(?!信息|公开|情况)|演出|活动|检查|横幅|展板|手册|读本|册|传单|宣传(?:单|品|资料|物资|材料|册|页)|答复|办结|受理|收到|申请|建议|提案|来信|信访|热线|制度|栏目\d|科室|人员|企业|错|整改|问题|隐患|死链|断链/

/** The same when a verb of publishing stands before: 「公开提案办理情况11件」 counts pieces. */
const notObjects =
  /粉丝|订阅|关注|阅读|点击|浏览|访问|点赞|咨询|演出|活动$|横幅|展板|手册|读本|册|传单|宣传(?:单|品|物资|册|页)|受理|收到|申请|来信|信访|热线|科室|人员|死链|断链|次$/

/** Pieces of information made public: the total, and by channel or kind as the text names it (`published.NAME`). */
export function publicationFacts(told: Told): NarrativeFact[] {
  const facts: NarrativeFact[] = []
  for (const [index, sentence] of told.sentences.entries()) {
    if (sentence.section === 0 || isTableLabel(sentence)) continue
    if (sentence.section > 1 && sentence.section !== 6) continue
    // 「公开信息5120条。其中，政策文件86条……」: the total stands in the sentence before.
    const previous = told.sentences[index - 1]
    const total =
      sentence.text.startsWith('其中') && previous?.paragraph === sentence.paragraph ? previous.text : ''
    for (const quantity of withIssues(sentence.quantities)) {
      const id = publicationFactOf(sentence, quantity, total)
      if (id === null) continue
      const made = fact(told, sentence, id, quantity.value, quantity, { approximate: quantity.approximate })
      if (made) facts.push(made)
    }
  }
  return facts
}

/** 「政府公报4期56条」: the pieces are counted, not the issues they stand in; both belong to the name before them. */
function withIssues(quantities: readonly Quantity[]): Quantity[] {
  return quantities.flatMap((one, index) => {
    const [before, next] = [quantities[index - 1], quantities[index + 1]]
    const issue = (other: Quantity | undefined, after: Quantity | undefined) =>
      other !== undefined &&
      /^[期批]$/.test(other.unit) &&
      after?.lead === '' &&
      after.clause === other.clause
    if (issue(one, next)) return []
    return [issue(before, one) && before !== undefined ? { ...one, lead: before.lead } : one]
  })
}

function publicationFactOf(sentence: Sentence, quantity: Quantity, total: string): string | null {
  const clause = sentence.clauses[quantity.clause]
  if (clause === undefined || clause.planned || quantity.percent || !pieces.test(quantity.unit)) return null
  if (quantity.unit === '' || quantity.unit === '次') return null
  const { lead, tail } = quantity
  const topic = topicAt(sentence, quantity.clause)
  if (topic === 'requests' || topic === 'remedies' || topic === 'fees') {
    if (!new RegExp(`${verb}`).test(lead) || /申请|复议|诉讼|费/.test(lead)) return null
  }
  if (/建议|提案/.test(lead) && !new RegExp(verb).test(lead)) return null
  if (/^(?:部分|方面|类别|板块|栏目|平台|渠道)/.test(tail)) return null
  if (/(?:较|比|与)(?:上|去|20\d{2})|同比/.test(lead)) return null
  const bare = stripped(veiled(lead))
  if (/现行有效|继续有效/.test(bare)) return null
  // 「设置“双减”专题，发布信息64条」 counts one column of the site, not all.
  const page = sentence.clauses[quantity.clause - 1]?.text ?? ''
  if (
    /(?:设置|开设|设立|开通|新增|维护|打造|推出|建立).{0,24}(?:专题|专栏|栏目|专区|板块)(?:\d+个)?$/.test(
      page,
    ) &&
    !/全年|共|累计|主动公开/.test(lead)
  )
    return null
  const act = new RegExp(`.*${verb}`).exec(bare)
  const object = act === null ? '' : bare.slice(act[0].length)
  const counted = (object.length >= 2 ? object : bare).replace(/政务信息|政府信息|信息公开/g, '')
  if (
    (object.length >= 2 ? notObjects : notPieces).test(counted) ||
    /率|同比|较|比|增|减(?!灾)|占|不少于|每[天日周月]|至少|设置|开设|设立|调整|制定|修订|印发/.test(bare)
  )
    return null
  const whole =
    /(?:政府信息|政务信息|各类信息|信息|政府信息公开|公开信息)(?:总数|数量|总量|数)?(?:共|共计|总计|累计|合计|为|达|有|约|"|:|计|达到|近|超过|超)*$/
  const verbs = new RegExp(`${verb}`)
  const says = verbs.exec(bare)
  if (whole.test(bare) && says !== null && !place.test(bare) && isWhole(bare)) {
    // 「“云汀三农”公众号关注人数2.3万，推送信息402条」: the account of the clause before is what published them.
    const account = /(公众号|微博|抖音号?|视频号|头条号)[^,]{0,12}(?:关注|粉丝|订阅|用户|阅读)/.exec(
      sentence.text.slice(0, clause.start),
    )?.[1]
    return account === undefined || /主动公开|全年|共|累计/.test(lead)
      ? 'publishedTotal'
      : `published.${account}`
  }
  // 「公告公示2010条」 names a kind; no verb of its own.
  if (says === null || /^(?:公告公示|公示公告|公示|公告)$/.test(bare)) {
    // 「其中：网站45条，微信公众号293条」: a name alone, under a total of the same sentence.
    const name = nameOf(bare)
    if (name === '' || !hasTotalBefore(total + sentence.text.slice(0, quantity.start))) return null
    return place.test(name) || matter.test(name) ? `published.${name}` : null
  }
  const channel = new RegExp(`^(?:.*?(?:通过|在|利用|借助|依托|经由))?(.{0,40}?)${verb}(.*)$`).exec(bare)
  if (
    /(?:各种|各类|多种|不同|多个|等)(?:的)?(?:渠道|方式|途径|平台|形式|媒介|载体)/.test(channel?.[1] ?? '') &&
    isWhole(bare)
  )
    return 'publishedTotal'
  const before = nameOf(channel?.[1] ?? '')
  const after = nameOf(channel?.[2] ?? '')
  if (before !== '' && place.test(before) && !/^(?:全|各|我|本)/.test(before)) return `published.${before}`
  if (after !== '' && matter.test(after)) return `published.${after}`
  if (after !== '' && place.test(after)) return `published.${after}`
  const tailName = /^(?:的)?([一-鿿]{2,12}信息|政府信息|政务信息|政策文件|政策解读)/.exec(tail)?.[1]
  if (tailName !== undefined)
    return /^(?:政府|政务|各类)?信息$/.test(tailName) ? 'publishedTotal' : `published.${tailName}`
  return null
}

/** 「主动公开政府信息515条」 counts all; 「主动公开机构信息3条」 a kind. */
function isWhole(bare: string): boolean {
  const object = new RegExp(`${verb}(?:了)?(?:各类|各项|各种|相关|有关|政府|政务|的|共|累计)*信息`).test(bare)
  return object || /(?:政府信息|政务信息|信息)(?:主动)?公开(?:总|数)/.test(bare)
}

function hasTotalBefore(before: string): boolean {
  return (
    new RegExp(`${verb}[^。]*?(?:信息|文件|公开|许可|处罚|解读|公告)[^。]*?\\d`).test(before) &&
    !/申请/.test(before)
  )
}

function stripped(lead: string): string {
  return lead
    .replace(/^(?:.*?(?<!\d)\d{4}年度?(?:以来|,)?)/, '')
    .replace(
      /^(?:其中|包括|包含|以及|同时|此外|另外|并|和|及|与|还|,|:|、|共|全年|年内|截至.{0,12}|我[局委办镇乡]|本(?:机关|单位|局)|市局|区局|累计|共计|分别)+/,
      '',
    )
}

/** Verbs inside a quoted name (“云汀发布”微信公众号) are no verbs: they are veiled until the name is cut out. */
function veiled(lead: string): string {
  return lead.replace(/"[^"]{1,24}"/g, (name) =>
    name.replace(/发布|公开|公示|推送|播报/g, (verb) =>
      Array.from(verb, (one) => String.fromCharCode(one.charCodeAt(0) ^ 0x8000)).join(''),
    ),
  )
}

function unveiled(name: string): string {
  return name.replace(/[\u0000-\u1fff\ud000-\udfff]/g, (one) => {
    const back = String.fromCharCode(one.charCodeAt(0) ^ 0x8000)
    return '发布公开示推送播报'.includes(back) ? back : one
  })
}

/** The name as the text has it, without what only leads to it. */
function nameOf(words: string): string {
  return unveiled(
    words
      .replace(
        /^(?:了|各类|各种|各项|相关|有关|的|共|累计|:|、|,|和|及|与|以及|包括|其中|并|在|通过|利用|由|为|向社会|向公众|主动|及时|先后|共计|我[局委办镇乡中]|本(?:机关|单位|局))+/,
        '',
      )
      .replace(
        /(?:向社会|向公众|主动|及时|累计|共计?|总计|合计|约|近|上|中|等|的|为|达|有|:|"|面向社会|数量?|分别|已)+$/,
        '',
      )
      .replaceAll('"', ''),
  )
}
