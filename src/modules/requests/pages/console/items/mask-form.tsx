import { Button, Buttons, Field, problemOf, Tick } from '../../../../../platform/html/index.ts'
import type { FileLook } from '../../../redaction/look-into.ts'
import { personalWords } from './item-words.ts'
import type { ReleaseProps } from './release-forms.tsx'

/** Masking by the system: proposals, words and places; what holds no text is given as it is. */
export function MaskForm({
  item,
  at,
  look,
  typed,
  list,
  problems,
  isFresh,
}: ReleaseProps & { readonly look: FileLook }) {
  const canMask = look.format !== 'other' && (look.format !== 'text' || look.isWhole)
  const chosen = new Set(list('find'))
  if (!canMask)
    return (
      <form class="panel" id="mask" method="post" action={`${at}/whole`}>
        <h2>原样提供</h2>
        <input type="hidden" name="version" value={item.version} />
        <Confirm look={look} />
        <Buttons>
          <Button refused={item.judgement === 'partly'}>检查并原样提供</Button>
        </Buttons>
        {item.judgement === 'partly' && <p class="note">部分公开的不能原样提供。请自己遮盖以后上传。</p>}
      </form>
    )
  return (
    <form class="panel" id="mask" method="post" action={`${at}/mask`}>
      <h2>{item.judgement === 'open' ? '检查并生成供公开的文件' : '遮盖并生成供公开的文件'}</h2>
      <input type="hidden" name="version" value={item.version} />
      {look.finds.length > 0 && (
        <fieldset class="field" id="find">
          <legend>发现这些像个人信息的内容</legend>
          <span class="hint">
            {item.judgement === 'open'
              ? '这一条判断为公开，不能遮盖。要遮盖的，先改为部分公开并写明理由。'
              : '打勾的遮盖。不该遮的去掉勾。'}
          </span>
          {look.finds.length > 1 && (
            <Buttons>
              <Button look="line" small name="then" value="all">
                全部打勾
              </Button>
              <Button look="line" small name="then" value="none">
                全部去掉
              </Button>
            </Buttons>
          )}
          <div class="choices">
            {look.finds.map((find) => (
              <label class="choice" key={find.text}>
                <input
                  type="checkbox"
                  name="find"
                  value={find.text}
                  checked={isFresh ? item.judgement === 'partly' : chosen.has(find.text)}
                />
                <span class="choice-words">
                  {find.text}
                  <span>
                    {personalWords[find.kind]}，{find.where.join('、')}
                    {find.times > 1 && `，共${find.times}处`}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <Field
        name="terms"
        label="还要遮盖的词"
        hint="一行一个，至少两个字。全文出现的都会遮盖，中间有空格、分开排的也算。"
        kind="lines"
        rows={3}
        optional
        value={typed('terms')}
        error={problemOf(problems, 'terms')}
      />
      {look.format === 'pdf' && (
        <Field
          name="regions"
          label="按位置遮盖"
          hint="签名、照片、印章这类不是文字的。一行一处：页码 左 上 宽 高，从页面左上角量，单位毫米。例如：2 30 45 60 20"
          kind="lines"
          rows={3}
          optional
          value={typed('regions')}
          error={problemOf(problems, 'regions')}
        />
      )}
      {look.sheets.length > 0 && <Sheets look={look} at={at} />}
      <Confirm look={look} />
      <Buttons>
        <Button>生成并检查</Button>
      </Buttons>
      <p class="note">
        {look.isWhole && look.format !== 'pdf'
          ? '有遮盖的，按原来的文字重新排成PDF，遮盖的地方印黑块，其余文字可以检索、朗读。'
          : look.format === 'pdf'
            ? 'PDF会整页转成图片再遮盖，不带走原来的文字层、属性、批注和附件。'
            : 'Word里有图片、文本框、页眉文字这类内容，保留版式，清除作者、批注、修订和嵌入的文件，再遮盖文字。'}
        生成以后再逐项检查，有一处痕迹就不能提供。
      </p>
    </form>
  )
}

/** The pages to draw on. Pictures come when one scrolls to them; without script they are there to measure. */
function Sheets({ look, at }: { readonly look: FileLook; readonly at: string }) {
  return (
    <details class="panel-fold">
      <summary>在页面上画出要遮盖的位置</summary>
      <p class="note">
        在图上拖出方框，上面就多一行。选中方框用方向键移动，Shift加方向键改大小，Delete去掉。
        {look.pages > look.sheets.length && `这里显示前${look.sheets.length}页，后面的按毫米填。`}
      </p>
      <region-draw data-field="regions">
        {look.sheets.map(({ wide, high }, index) => (
          <figure class="region-page">
            <figcaption>
              第{index + 1}页，{wide}×{high}毫米{' '}
              <button type="button" class="link" data-page={index + 1} hidden>
                加一处<span class="sr">（第{index + 1}页）</span>
              </button>
            </figcaption>
            <div class="region-sheet" data-page={index + 1} data-wide={wide} data-high={high}>
              <img
                src={`${at}/pages/${index + 1}.png`}
                alt={`原件第${index + 1}页`}
                loading="lazy"
                width={wide * 4}
                height={high * 4}
                draggable={false}
              />
            </div>
          </figure>
        ))}
      </region-draw>
    </details>
  )
}

function Confirm({ look }: { readonly look: FileLook }) {
  return (
    <>
      {look.finds.length > 0 && (
        <Tick
          name="confirmed"
          label="没有遮盖的都可以公开"
          hint="去掉勾的内容，要有依据：本人同意，或者不公开会对公共利益造成重大影响。"
        />
      )}
      {look.unseen.length > 0 && (
        <Tick
          name="looked"
          label="图片和扫描的页都看过了，没有不该公开的"
          hint={`${look.unseen.join('；')}。程序看不到图片里的内容。`}
        />
      )}
    </>
  )
}
