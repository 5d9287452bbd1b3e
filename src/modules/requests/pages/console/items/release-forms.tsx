import type { FieldProblem } from '../../../../../platform/refusals.ts'
import {
  Button,
  Buttons,
  FactsList,
  Field,
  FileDrop,
  Files,
  inBytes,
  Notice,
  Panel,
  problemOf,
  Tag,
  Tick,
  when,
} from '../../../../../platform/html/index.ts'
import { beijingDay } from '../../../../../law/calendar/plain-day.ts'
import type { FileLook } from '../../../redaction/look-into.ts'
import { uploadEndings, uploadLimits } from '../../../rules/uploads.ts'
import type { CaseFile } from '../../../store/files.ts'
import type { Item } from '../../../store/items.ts'
import { personalWords, releaseStanding } from './item-words.ts'

interface ReleaseProps {
  readonly item: Item
  readonly at: string
  readonly original: CaseFile | null
  readonly release: CaseFile | null
  readonly look: FileLook | null
  readonly typed: (name: string) => string
  readonly list: (name: string) => readonly string[]
  readonly problems: readonly FieldProblem[] | undefined
  readonly mayHandle: boolean
  /** Nothing was typed yet: every find is proposed. */
  readonly isFresh: boolean
}

/** The files of one piece of information: its original, what is in it, and the copy that goes out. */
export function ReleasePanels(props: ReleaseProps) {
  const { item, original, release, look, mayHandle, at } = props
  const standing = releaseStanding(item)
  const isGiven = item.judgement === 'open' || item.judgement === 'partly'
  return (
    <>
      {release !== null && (
        <Panel title="供公开的文件" id="release">
          <Files
            files={[
              {
                title: release.name,
                href: `${at}/release`,
                note: `${inBytes(release.size)}，${when(beijingDay(release.addedAt), 'short')}生成`,
              },
            ]}
          />
          {standing && (
            <p>
              <Tag kind={standing.kind}>{standing.says}</Tag>
            </p>
          )}
          <p class="note">发出以前请打开看一遍。申请人下载的就是这一份。</p>
        </Panel>
      )}
      <Panel title="原件" id="original">
        {original === null ? (
          <p>还没有上传。不上传涉密的文件。</p>
        ) : (
          <Files files={[{ title: original.name, href: `${at}/original`, note: inBytes(original.size) }]} />
        )}
        {look && <LookFacts look={look} />}
        {mayHandle && (
          <form method="post" action={`${at}/original`} enctype="multipart/form-data">
            <input type="hidden" name="version" value={item.version} />
            <FileDrop
              name="original"
              label={original === null ? '上传原件' : '换一份原件'}
              hint="Word、PDF、纯文本可以由系统遮盖。别的格式请另存，或者自己遮盖以后上传。"
              accept={uploadEndings}
              largest={uploadLimits.fileBytes}
              error={problemOf(props.problems, 'original')}
            />
            <Buttons>
              <Button look={original === null ? 'ink' : 'line'}>上传原件</Button>
            </Buttons>
          </form>
        )}
      </Panel>
      {mayHandle && original !== null && look !== null && isGiven && look.unreadable === null && (
        <MaskForm {...props} look={look} />
      )}
      {mayHandle && original !== null && !isGiven && (
        <Notice kind="plain">
          <p>判断为公开或者部分公开以后，才处理供公开的文件。</p>
        </Notice>
      )}
      {mayHandle && item.judgement === 'partly' && <UploadForm {...props} />}
    </>
  )
}

function LookFacts({ look }: { readonly look: FileLook }) {
  return (
    <>
      {look.unreadable !== null && (
        <Notice kind="warn">
          <p>{look.unreadable}</p>
        </Notice>
      )}
      <ul class="checks">
        <li>
          <span>像个人信息的内容</span>
          {look.finds.length === 0 ? (
            <Tag kind="good">没有发现</Tag>
          ) : (
            <Tag kind="warn">{look.finds.length}处</Tag>
          )}
        </li>
        <li>
          <span>看不见的内容</span>
          {look.hidden.length === 0 ? (
            <Tag kind="good">没有发现</Tag>
          ) : (
            <Tag kind="warn">{look.hidden.length}处</Tag>
          )}
        </li>
        <li>
          <span>图片和扫描页</span>
          {look.unseen.length === 0 ? <Tag kind="good">没有</Tag> : <Tag kind="warn">要人看</Tag>}
        </li>
      </ul>
      {look.hidden.length > 0 && (
        <details class="panel-fold">
          <summary>看不见的内容有哪些</summary>
          <FactsList facts={look.hidden.map(({ what, text }) => ({ name: what, value: text }))} />
          <p class="note">由系统生成的供公开文件会清除这些内容。</p>
        </details>
      )}
    </>
  )
}

function MaskForm({
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

function UploadForm({ item, at, typed, problems }: ReleaseProps) {
  return (
    <details class="panel-fold" open={problems?.some(({ field }) => field === 'copy')}>
      <summary>上传自己遮盖好的文件</summary>
      <form method="post" action={`${at}/upload`} enctype="multipart/form-data">
        <input type="hidden" name="version" value={item.version} />
        <FileDrop
          name="copy"
          label="遮盖好的文件"
          accept={uploadEndings}
          largest={uploadLimits.fileBytes}
          error={problemOf(problems, 'copy')}
        />
        <Field
          name="upload-terms"
          label="已经遮盖的词"
          hint="一行一个。系统在文件里再找一遍，找到一处就不能提供。"
          kind="lines"
          rows={3}
          optional
          value={typed('upload-terms')}
        />
        <Tick name="confirmed" label="文件里留下的个人信息和看不见的内容，都可以公开" />
        <Tick name="looked" label="图片和扫描的页都看过了，没有不该公开的" />
        <Buttons>
          <Button look="line">上传并检查</Button>
        </Buttons>
      </form>
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
