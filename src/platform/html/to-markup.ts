import { Fragment, type ComponentChildren, type VNode } from 'preact'

/**
 * Draws Preact nodes as markup. Our components are plain functions without state, so this needs none of the machinery for
 * hooks, context and classes that preact-render-to-string carries, and takes a quarter of its time (docs/benchmarks.md).
 * A test holds both to the same output.
 */
export function toMarkup(node: ComponentChildren): string {
  if (typeof node === 'string') return escapeText(node)
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (Array.isArray(node)) {
    let joined = ''
    for (const each of node) joined += toMarkup(each as ComponentChildren)
    return joined
  }
  if (typeof node !== 'object') return String(node)
  const { type, props } = node as VNode<Props>
  if (typeof type === 'string') return drawElement(type, props)
  if (type === Fragment) return props.tpl === undefined ? toMarkup(props.children) : (props.tpl[0] ?? '')
  return toMarkup((type as (props: Props) => ComponentChildren)(props))
}

interface Props {
  readonly children?: ComponentChildren
  /** Set by `trusted`: markup as it stands. */
  readonly tpl?: readonly string[]
}

/** Properties that HTML writes otherwise. What is not here keeps its name (svg attributes are camel-cased by law). */
const written: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  tabIndex: 'tabindex',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  maxLength: 'maxlength',
  minLength: 'minlength',
  readOnly: 'readonly',
  autoFocus: 'autofocus',
  autoComplete: 'autocomplete',
  inputMode: 'inputmode',
  formAction: 'formaction',
  formMethod: 'formmethod',
  formNoValidate: 'formnovalidate',
  formEncType: 'formenctype',
  noValidate: 'novalidate',
  encType: 'enctype',
  dateTime: 'datetime',
  spellCheck: 'spellcheck',
  srcSet: 'srcset',
  srcDoc: 'srcdoc',
  hrefLang: 'hreflang',
  httpEquiv: 'http-equiv',
  charSet: 'charset',
  crossOrigin: 'crossorigin',
  isMap: 'ismap',
  acceptCharset: 'accept-charset',
  strokeWidth: 'stroke-width',
  textAnchor: 'text-anchor',
}

const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])

/** Attributes whose true and false are words, not presence. */
const worded = /^(?:aria-|data-|draggable$|spellcheck$|contenteditable$)/

function drawElement(type: string, props: Props): string {
  let markup = `<${type}`
  let inside: ComponentChildren
  for (const name in props) {
    const value = (props as Readonly<Record<string, unknown>>)[name]
    if (name === 'children') {
      inside = value as ComponentChildren
      continue
    }
    if (value === undefined || value === null) continue
    if (typeof value === 'string') {
      if (name === 'value' && type === 'textarea') inside = value
      else markup += `${opening(name)}${escapeText(value)}"`
      continue
    }
    markup += drawOther(written[name] ?? name, value)
  }
  if (empty.has(type)) return `${markup}/>`
  return `${markup}>${inside === undefined ? '' : toMarkup(inside)}</${type}>`
}

const openings = new Map<string, string>()

/** ` name="`, remembered: one look-up instead of two joins for each attribute. */
function opening(name: string): string {
  let open = openings.get(name)
  if (open === undefined) {
    open = ` ${written[name] ?? name}="`
    openings.set(name, open)
  }
  return open
}

/** Attributes that are not text. Styles and handlers have no place in pages under our content security policy. */
function drawOther(name: string, value: unknown): string {
  if (typeof value === 'number') return ` ${name}="${value}"`
  if (typeof value === 'boolean') {
    if (worded.test(name)) return ` ${name}="${String(value)}"`
    return value ? ` ${name}` : ''
  }
  throw new TypeError(`attribute ${name} must be text, a number or a truth`)
}

const special = /[&<>"]/
const specials = /[&<>"]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text made harmless in elements and in quoted attributes. */
export function escapeText(text: string): string {
  return special.test(text) ? text.replace(specials, (found) => entities[found] ?? found) : text
}
