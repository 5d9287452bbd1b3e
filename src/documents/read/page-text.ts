import { parsePage, plainTextOf, type HtmlElement } from './html-nodes.ts'
import {
  hiddenWay,
  inherit,
  isForAssistants,
  pageStart,
  PageStyles,
  parseDeclarations,
  type Inherited,
} from './html-style.ts'
import { defaultLimits, type ReadLimits } from './limits.ts'

/** An address on a page, with the place of what the reader sees of it. */
export interface PageAddress {
  readonly address: string
  readonly label: string
  readonly use: 'link' | 'script' | 'frame' | 'form' | 'refresh' | 'image'
  readonly start: number
  readonly end: number
}

/** A text that readers of the page do not see. */
export interface PageHidden {
  readonly text: string
  readonly how: string
  /** Made for screen readers and keyboards, or a control that a script opens: not hidden from anybody. */
  readonly isByDesign: boolean
  readonly start: number
  readonly end: number
}

/** A page as a reviewer reads it: what is seen, then title, meta, alternative texts, link targets and hidden text, each on a line. */
export interface PageText {
  readonly text: string
  /** Where what is seen ends. */
  readonly seen: number
  /** Lines of link targets stand here. */
  readonly targets: { readonly start: number; readonly end: number }
  readonly addresses: readonly PageAddress[]
  readonly hidden: readonly PageHidden[]
  /** Scripts written into the page. */
  readonly scripts: readonly string[]
}

const silent = new Set(
  'script style head title meta link template noscript svg math canvas object embed applet iframe audio video'.split(
    ' ',
  ),
)
const blocks = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section select summary table tbody tfoot thead tr ul #root'.split(
    ' ',
  ),
)
const control =
  /menu|nav|drop|sub-?(?:list|box)|modal|dialog|pop|layer|tip|toast|tab|share|qr|ewm|weixin|wechat|loading|search|login|print|wap|phone|mobile|swiper|slide|back-?top|gotop|collapse|accordion|template|tpl|captcha|error|success|player/i
const cellText = 200

interface Pending {
  readonly address: string
  readonly use: PageAddress['use']
  readonly label: string
  readonly start: number
  readonly end: number
}

/** @param source decoded HTML. Invisible characters are kept; blanks collapse as in a browser; cells of a row are parted by tabs. */
export function readPageText(source: string, limits: ReadLimits = defaultLimits): PageText {
  const { root } = parsePage(source, limits)
  const walk = new Walk()
  walk.prepare(root)
  walk.into(root, pageStart, false)
  return walk.finish()
}

class Walk {
  private readonly styles = new PageStyles()
  private readonly titles: string[] = []
  private readonly meta: string[] = []
  private readonly alternatives: string[] = []
  private readonly pending: Pending[] = []
  private readonly veiled: { text: string; how: string; isByDesign: boolean }[] = []
  private readonly scripts: string[] = []
  private seen = ''
  private blank = false

  prepare(node: HtmlElement): void {
    for (const child of node.children) {
      if (child.kind !== 'element') continue
      const { tag, attributes } = child
      if (tag === 'style') this.styles.add(plainTextOf(child))
      else if (tag === 'link' && /stylesheet/i.test(attributes['rel'] ?? ''))
        this.styles.hasUnknownRules = true
      else if (tag === 'title') this.titles.push(one(plainTextOf(child)))
      else if (tag === 'meta') {
        const content = attributes['content'] ?? ''
        const refresh = /url\s*=\s*['"]?([^'"]+)/i.exec(content)?.[1]
        if (/refresh/i.test(attributes['http-equiv'] ?? '') && refresh) this.note(refresh, 'refresh')
        else if ((attributes['name'] ?? attributes['property']) && content !== '')
          this.meta.push(one(content))
      } else if (tag === 'script') {
        if (attributes['src']) this.note(attributes['src'], 'script')
        else this.scripts.push(plainTextOf(child))
      } else this.prepare(child)
    }
  }

  private note(address: string, use: PageAddress['use'], label = '', start = -1, end = -1): void {
    this.pending.push({ address: address.trim(), use, label, start, end })
  }

  into(node: HtmlElement, style: Inherited, isInCell: boolean): void {
    for (const child of node.children) {
      if (child.kind === 'text') this.put(child.text, style)
      else this.element(child, style, isInCell)
    }
  }

  private element(node: HtmlElement, outer: Inherited, isInCell: boolean): void {
    const { tag, attributes } = node
    if (tag === 'iframe' || tag === 'embed') this.note(attributes['src'] ?? '', 'frame')
    if (tag === 'object') this.note(attributes['data'] ?? '', 'frame')
    if (tag === 'form' && attributes['action']) this.note(attributes['action'], 'form')
    if (silent.has(tag)) return
    if (tag === 'img' || tag === 'area' || tag === 'input') {
      if (attributes['alt']) this.alternatives.push(one(attributes['alt']))
      if (tag === 'img' && attributes['src']) this.note(attributes['src'], 'image')
    }
    if (attributes['title'] && tag !== 'link') this.alternatives.push(one(attributes['title']))
    if (tag === 'area' && attributes['href']) this.note(attributes['href'], 'link', attributes['alt'] ?? '')
    if (tag === 'br' || tag === 'hr') return isInCell ? this.space() : this.endLine()
    const style = inherit(node, outer, this.styles)
    const tiny = /^(?:0?\.\d+|1)(?:px|pt)$/.test(
      parseDeclarations(attributes['style'] ?? '')['font-size'] ?? '',
    )
    const how = style.hiddenBy ?? hiddenWay(style) ?? (tiny ? 'fontSize' : undefined)
    const wasHidden = hiddenWay(outer) !== undefined
    if (how !== undefined && !wasHidden && (style.hiddenBy !== undefined || tiny)) return this.hide(node, how)
    if (tag === 'td' || tag === 'th') {
      if (this.seen !== '' && !this.seen.endsWith('\n')) this.tab()
      const isPlain = plainTextOf(node).trim().length <= cellText && !holds(node, 'table')
      this.into(node, style, isPlain)
      return
    }
    const isBlock = blocks.has(tag)
    if (isBlock) {
      if (isInCell) this.space()
      else this.endLine()
    }
    const start = this.seen.length
    this.into(node, style, isInCell && tag !== 'table')
    if (tag === 'a' && attributes['href']) {
      const from = start + (/^[\s]*/.exec(this.seen.slice(start))?.[0].length ?? 0)
      this.note(attributes['href'], 'link', one(plainTextOf(node)), from, this.seen.length)
    }
    if (isBlock && !isInCell) this.endLine()
  }

  private hide(node: HtmlElement, how: string): void {
    const text = one(unseenText(node))
    if (text !== '') this.veiled.push({ text, how, isByDesign: isByDesign(node, how, text) })
    this.addressesBelow(node)
  }

  private addressesBelow(node: HtmlElement): void {
    const { tag, attributes } = node
    if (tag === 'a' && attributes['href']) this.note(attributes['href'], 'link', one(plainTextOf(node)))
    if (tag === 'iframe' || tag === 'embed') this.note(attributes['src'] ?? '', 'frame')
    if (tag === 'img' && attributes['alt']) this.alternatives.push(one(attributes['alt']))
    for (const child of node.children) if (child.kind === 'element') this.addressesBelow(child)
  }

  private put(text: string, style: Inherited): void {
    const how = hiddenWay(style)
    if (how !== undefined) {
      if (one(text) !== '') this.veiled.push({ text: one(text), how, isByDesign: false })
      return
    }
    const parts = text.split(style.preformatted ? /[ \t\f]+/ : /[ \t\r\n\f]+/)
    parts.forEach((part, index) => {
      if (index > 0) this.blank = true
      if (part === '') return
      if (this.blank && this.seen !== '' && !/[\n\t]$/.test(this.seen)) this.seen += ' '
      this.blank = false
      this.seen += part
    })
  }

  private space(): void {
    this.blank = true
  }
  private tab(): void {
    this.seen += '\t'
    this.blank = false
  }
  private endLine(): void {
    this.blank = false
    if (this.seen !== '' && !this.seen.endsWith('\n')) this.seen += '\n'
  }

  finish(): PageText {
    let text = this.seen.replace(/\n+$/, '')
    const seen = text.length
    const line = (value: string): { start: number; end: number } => {
      if (text !== '') text += '\n'
      const start = text.length
      text += value
      return { start, end: text.length }
    }
    for (const value of [...this.titles, ...this.meta, ...new Set(this.alternatives)])
      if (value !== '') line(value)
    const from = text.length
    const addresses = this.pending
      .filter(({ address }) => address !== '')
      .map(({ address, use, label, start, end }): PageAddress => {
        const own = line(one(address))
        return end > start && start >= 0 && end <= seen
          ? { address, use, label, start, end }
          : { address, use, label, ...own }
      })
    const targets = { start: from, end: text.length }
    const hidden = this.veiled.map((one): PageHidden => ({ ...one, ...line(one.text) }))
    return { text, seen, targets, addresses, hidden, scripts: this.scripts }
  }
}

/** One line of it. */
function one(text: string): string {
  return text.replace(/[ \t\r\n\f\v]+/g, ' ').trim()
}

function unseenText(node: HtmlElement): string {
  return node.children
    .map((child) =>
      child.kind === 'text'
        ? child.text
        : silent.has(child.tag)
          ? ''
          : `${unseenText(child)}${blocks.has(child.tag) ? ' ' : ''}`,
    )
    .join('')
}

function holds(node: HtmlElement, tag: string): boolean {
  return node.children.some((child) => child.kind === 'element' && (child.tag === tag || holds(child, tag)))
}

/** Skip links, what screen readers read out, menus and messages that a script opens. */
function isByDesign(node: HtmlElement, how: string, text: string): boolean {
  const { tag, attributes } = node
  if (isForAssistants(node) || tag === 'label' || tag === 'legend' || tag === 'caption') return true
  if (
    attributes['href']?.startsWith('#') ||
    attributes['aria-live'] !== undefined ||
    attributes['role'] !== undefined
  )
    return true
  if (/^(?:跳[到至过转]|跳转|直接到|无障碍|进入主|返回顶部|skip )/i.test(text) && text.length <= 40)
    return true
  const said = parseDeclarations(attributes['style'] ?? '')
  if (said['clip'] !== undefined || said['clip-path'] !== undefined) return true
  if (said['text-indent'] !== undefined && text.length <= 30) return true
  if (how !== 'display' && how !== 'visibility') return false
  if (control.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`)) return true
  if (
    /^(?:加载中|正在加载|暂无|请输入|请选择|提交成功|提交失败|关闭|展开|收起|更多|确定|取消|分享|扫一扫|上一|下一|首页|打印|搜索|登录|目录)/.test(
      text,
    ) &&
    text.length <= 24
  )
    return true
  return isMenu(node)
}

/** Nothing but links, as in a menu that unfolds. */
function isMenu(node: HtmlElement): boolean {
  const all = one(unseenText(node)).length
  let linked = 0
  let links = 0
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (child.kind !== 'element') continue
      if (
        child.tag === 'a' &&
        /^(?:\/(?!\/)|\.|#|[\w-]+\.(?:html?|jsp|aspx?)|javascript:(?:;|void))/i.test(
          child.attributes['href'] ?? '',
        )
      ) {
        links += 1
        linked += one(plainTextOf(child)).length
      } else visit(child)
    }
  }
  visit(node)
  return links >= 2 && linked >= all * 0.7
}
