import { Parser } from 'htmlparser2'
import { parse as parseBySpecification, type DefaultTreeAdapterTypes } from 'parse5'
import { beyondLimit, type ReadLimits } from './limits.ts'

export interface HtmlText {
  readonly kind: 'text'
  readonly text: string
  readonly line: number
}

export interface HtmlElement {
  readonly kind: 'element'
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: HtmlNode[]
  readonly line: number
}

export type HtmlNode = HtmlText | HtmlElement

export interface HtmlPage {
  readonly root: HtmlElement
  /** The tags were so tangled that the page was repaired by the rules browsers follow. */
  readonly repaired: boolean
}

const tableParts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption'])
const insideTable = new Set([
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'caption',
  'colgroup',
  'col',
  'script',
  'style',
  'template',
  'input',
  'form',
])
const outerTags = new Set(['html', 'body'])
/** Open elements below the depth that is read at all. */
const deepest = 10_000

/**
 * Parses a page. The fast parser is used as long as the tags make sense around tables; where they do not (an end tag that
 * closes through a table, text or cells directly under `table`), the page is parsed again by the rules of the HTML standard,
 * so that the tables are the ones a browser shows.
 */
export function parsePage(source: string, limits: ReadLimits): HtmlPage {
  const quick = parseQuickly(source, limits)
  if (!quick.tangled) return { root: quick.root, repaired: false }
  return { root: parseLikeBrowser(source, limits), repaired: true }
}

function parseQuickly(source: string, limits: ReadLimits): { root: HtmlElement; tangled: boolean } {
  const root = element('#root', {}, 1)
  const stack: HtmlElement[] = [root]
  let buried = 0
  let tangled = false
  let closedThrough = false
  let line = 1
  let counted = 0
  const lineAt = (index: number): number => {
    for (let at = source.indexOf('\n', counted); at >= 0 && at < index; at = source.indexOf('\n', counted)) {
      line += 1
      counted = at + 1
    }
    return line
  }
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        closedThrough = false
        const parent = stack[stack.length - 1] ?? root
        if (
          (parent.tag === 'table' && !insideTable.has(tag)) ||
          ((parent.tag === 'tbody' || parent.tag === 'thead' || parent.tag === 'tfoot') &&
            tag !== 'tr' &&
            !insideTable.has(tag)) ||
          (parent.tag === 'tr' && tag !== 'td' && tag !== 'th' && !insideTable.has(tag))
        ) {
          tangled = true
        }
        if (stack.length > limits.depth) {
          buried += 1
          // Elements that are never closed: both parsers need time by the square of the depth.
          if (buried > deepest) throw beyondLimit('tooDeep', '网页的标签层层嵌套，没有闭合')
          return
        }
        const node = element(tag, attributes, lineAt(parser.startIndex))
        parent.children.push(node)
        stack.push(node)
      },
      onclosetag(tag, implied) {
        if (implied && tableParts.has(tag)) closedThrough = true
        else if (!implied) {
          if (closedThrough && !tableParts.has(tag) && !outerTags.has(tag)) tangled = true
          closedThrough = false
        }
        if (buried > 0) buried -= 1
        else if (stack.length > 1) stack.pop()
      },
      ontext(text) {
        closedThrough = false
        const parent = stack[stack.length - 1] ?? root
        if (
          (parent.tag === 'table' || parent.tag === 'tr' || parent.tag === 'tbody') &&
          !/^[\s\u200b\ufeff]*$/.test(text)
        ) {
          tangled = true
        }
        parent.children.push({ kind: 'text', text, line: lineAt(parser.startIndex) })
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeSelfClosing: false },
  )
  parser.write(source)
  parser.end()
  return { root, tangled }
}

function parseLikeBrowser(source: string, limits: ReadLimits): HtmlElement {
  const document = parseBySpecification(source, { sourceCodeLocationInfo: true })
  const root = element('#root', {}, 1)
  const pending: {
    from: DefaultTreeAdapterTypes.ParentNode
    to: HtmlElement
    depth: number
    line: number
  }[] = [{ from: document, to: root, depth: 0, line: 1 }]
  // Deeper than the limit an element's children are hung under the last allowed ancestor, in order; no recursion here.
  for (let work = pending.pop(); work !== undefined; work = pending.pop()) {
    const { from, to, depth } = work
    let line = work.line
    for (const child of depth > limits.depth ? flattened(from) : from.childNodes) {
      line = child.sourceCodeLocation?.startLine ?? line
      if (child.nodeName === '#text') {
        to.children.push({ kind: 'text', text: (child as DefaultTreeAdapterTypes.TextNode).value, line })
      } else if ('tagName' in child) {
        const attributes: Record<string, string> = {}
        for (const { name, value } of child.attrs) attributes[name] = value
        const node = element(child.tagName, attributes, line)
        to.children.push(node)
        if (depth <= limits.depth) pending.push({ from: child, to: node, depth: depth + 1, line })
      }
    }
  }
  return root
}

/** Every text below a node that lies too deep, in order. */
function flattened(node: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.ChildNode[] {
  const texts: DefaultTreeAdapterTypes.ChildNode[] = []
  const pending = [...node.childNodes].reverse()
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.nodeName === '#text') texts.push(next)
    else if ('childNodes' in next) pending.push(...[...next.childNodes].reverse())
  }
  return texts
}

function element(tag: string, attributes: Readonly<Record<string, string>>, line: number): HtmlElement {
  return { kind: 'element', tag, attributes, children: [], line }
}

/** All text below an element, tags forgotten. */
export function plainTextOf(node: HtmlElement): string {
  const parts: string[] = []
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (child.kind === 'text') parts.push(child.text)
      else visit(child)
    }
  }
  visit(node)
  return parts.join('')
}

/** The first element of that tag in document order. */
export function firstElement(root: HtmlElement, tag: string): HtmlElement | undefined {
  for (const child of root.children) {
    if (child.kind !== 'element') continue
    if (child.tag === tag) return child
    const below = firstElement(child, tag)
    if (below) return below
  }
  return undefined
}
