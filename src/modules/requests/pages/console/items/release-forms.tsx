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
import { releaseStanding } from './item-words.ts'
import { MaskForm } from './mask-form.tsx'

export interface ReleaseProps {
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
