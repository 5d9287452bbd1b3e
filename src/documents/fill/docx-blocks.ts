import { localName, type XmlElement } from '../redact/xml-tree.ts'
import {
  inlineText,
  itemNumber,
  maskText,
  type Inline,
  type WrittenBlock,
  type WrittenTable,
} from '../write/model.ts'
import { childOf } from './docx-marks.ts'

const cellSizes = { normal: 24, small: 21, tiny: 18 } as const
/** Width of the text area of GB/T 9704-2012 in twentieths of a point; a table is set in percent of what there is. */
const whole = 5000

/**
 * Blocks of a letter as Word paragraphs and tables that look like the paragraph whose place they take.
 * @param like the paragraph of the mark
 * @param run the run in which the mark begins
 */
export function docxBlocks(
  blocks: readonly WrittenBlock[],
  like: XmlElement,
  run: XmlElement | null,
): readonly XmlElement[] {
  const prefix = like.name.slice(0, like.name.indexOf(':') + 1)
  const make = (
    name: string,
    attributes: Record<string, string> = {},
    children: XmlElement['children'] = [],
  ) => ({
    name: `${prefix}${name}`,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [`${prefix}${key}`, value]),
    ),
    children,
  })
  const runLook = run === null ? undefined : childOf(run, 'rPr')
  const paragraphLook = childOf(like, 'pPr')

  const look = (more: readonly XmlElement[], without: readonly string[]): XmlElement | null => {
    const kept = (runLook?.children ?? []).filter(
      (child) => typeof child === 'string' || !without.includes(localName(child)),
    )
    const children = inOrder([...more, ...kept.filter((child) => typeof child !== 'string')], runOrder)
    return children.length === 0 ? null : make('rPr', {}, children)
  }

  const runs = (content: readonly Inline[], isBold: boolean, size: number | null): XmlElement[] =>
    content.flatMap((part) => {
      const text = typeof part === 'string' ? part : 'mask' in part ? maskText : part.text
      const bold = isBold || (typeof part !== 'string' && 'bold' in part && part.bold === true)
      const own = look(
        [
          ...(bold ? [make('b')] : []),
          ...(size === null ? [] : [make('sz', { val: String(size) }), make('szCs', { val: String(size) })]),
        ],
        [...(bold ? ['b'] : []), ...(size === null ? [] : ['sz', 'szCs'])],
      )
      const lines = text
        .split('\n')
        .flatMap((line, index): XmlElement[] => [
          ...(index > 0 ? [make('br')] : []),
          { name: `${prefix}t`, attributes: { 'xml:space': 'preserve' }, children: [line] },
        ])
      return [make('r', {}, [...(own === null ? [] : [own]), ...lines])]
    })

  const paragraph = (
    content: readonly XmlElement[],
    changed: Readonly<Record<string, XmlElement | null>> = {},
    base: XmlElement | undefined = paragraphLook,
  ): XmlElement => {
    const kept = (base?.children ?? []).filter(
      (child): child is XmlElement =>
        typeof child !== 'string' && localName(child) !== 'sectPr' && !(localName(child) in changed),
    )
    const added = Object.values(changed).filter((one) => one !== null)
    const own = inOrder([...kept, ...added], paragraphOrder)
    return make('p', {}, [...(own.length === 0 ? [] : [make('pPr', {}, own)]), ...content])
  }

  const table = ({ rows, widths, headRows, size = 'small' }: WrittenTable): XmlElement => {
    const total = widths.reduce((sum, width) => sum + width, 0)
    const side = (name: string) => make(name, { val: 'single', sz: '4', space: '0', color: '000000' })
    const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side)
    const open: number[] = widths.map(() => 0)
    const lines = rows.map((row, rowIndex) => {
      const cells: XmlElement[] = []
      let column = 0
      const percent = (span: number) =>
        String(
          Math.round(
            (widths.slice(column, column + span).reduce((sum, one) => sum + one, 0) / total) * whole,
          ),
        )
      const goOn = () => {
        while (column < widths.length && (open[column] ?? 0) > rowIndex) {
          cells.push(
            make('tc', {}, [
              make('tcPr', {}, [make('tcW', { w: percent(1), type: 'pct' }), make('vMerge')]),
              make('p'),
            ]),
          )
          column += 1
        }
      }
      for (const one of row) {
        goOn()
        const span = one.colspan ?? 1
        const down = one.rowspan ?? 1
        cells.push(
          make('tc', {}, [
            make('tcPr', {}, [
              make('tcW', { w: percent(span), type: 'pct' }),
              ...(span > 1 ? [make('gridSpan', { val: String(span) })] : []),
              ...(down > 1 ? [make('vMerge', { val: 'restart' })] : []),
              make('vAlign', { val: 'center' }),
            ]),
            paragraph(
              runs(one.content, false, cellSizes[size]),
              {
                jc: make('jc', {
                  val: one.align === 'center' ? 'center' : one.align === 'end' ? 'right' : 'left',
                }),
              },
              make('pPr'),
            ),
          ]),
        )
        for (let step = 0; step < span; step += 1) open[column + step] = rowIndex + down
        column += span
      }
      goOn()
      const head = rowIndex < headRows ? [make('tblHeader')] : []
      return make('tr', {}, [make('trPr', {}, [make('cantSplit'), ...head]), ...cells])
    })
    return make('tbl', {}, [
      make('tblPr', {}, [
        make('tblW', { w: String(whole), type: 'pct' }),
        make('tblBorders', {}, borders),
        make('tblLayout', { type: 'fixed' }),
      ]),
      make(
        'tblGrid',
        {},
        widths.map((width) => make('gridCol', { w: String(Math.round((width / total) * 8844)) })),
      ),
      ...lines,
    ])
  }

  const block = (one: WrittenBlock): readonly XmlElement[] => {
    switch (one.kind) {
      case 'paragraph': {
        const content = runs(one.content, false, null)
        if (one.placed === 'center')
          return [paragraph(content, { jc: make('jc', { val: 'center' }), ind: null })]
        return [paragraph(content, one.placed === 'flush' ? { ind: null } : {})]
      }
      case 'heading':
        return [paragraph(runs([one.text], true, null), { keepNext: make('keepNext') })]
      case 'items':
        return one.items.map((item, index) =>
          paragraph(runs([itemNumber(one.numbering, index) + inlineText(item)], false, null)),
        )
      case 'table':
        return [
          ...(one.showCaption
            ? [paragraph(runs([one.caption], true, null), { jc: make('jc', { val: 'center' }), ind: null })]
            : []),
          table(one),
        ]
      case 'pageBreak':
        return [paragraph([], { pageBreakBefore: make('pageBreakBefore') })]
    }
  }
  // Two tables in a row would grow together without a paragraph between them.
  return blocks.flatMap((one, index) =>
    one.kind === 'table' && blocks[index + 1]?.kind === 'table' ? [...block(one), paragraph([])] : block(one),
  )
}

/** Word wants the properties of a paragraph and of a run in the order of its schema. */
const paragraphOrder =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
    ' ',
  )
const runOrder =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
    ' ',
  )

function inOrder(elements: readonly XmlElement[], order: readonly string[]): XmlElement[] {
  const place = (element: XmlElement) => {
    const found = order.indexOf(localName(element))
    return found < 0 ? order.length : found
  }
  return [...elements].sort((one, other) => place(one) - place(other))
}
