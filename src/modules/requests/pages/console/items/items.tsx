import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { consoleFrame } from '../../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../../platform/http/form.ts'
import { sentForm } from '../../../../../platform/http/sent-form.ts'
import { renderPage } from '../../../../../platform/html/index.ts'
import { Invalid, NotFound, Refused } from '../../../../../platform/refusals.ts'
import type { Services } from '../../../../../platform/services.ts'
import { attachFile } from '../../../commands/attach-file.ts'
import { judgeItem } from '../../../commands/judge-item.ts'
import { listItem } from '../../../commands/list-item.ts'
import { releaseItem, type Release } from '../../../commands/release-item.ts'
import { redactor } from '../../../redaction/redactor.ts'
import { requestRefusals } from '../../../refusals.ts'
import { uploadLimits } from '../../../rules/uploads.ts'
import { readFile } from '../../../store/files.ts'
import type { Item } from '../../../store/items.ts'
import { takeFiles } from '../../take-files.ts'
import { caseHere, idOf, type CaseHere } from '../papers/case-here.ts'
import { itemAt } from './item-addresses.ts'
import { ItemPage } from './item-page.tsx'
import { ItemsPage } from './items-page.tsx'
import { checkTerms, endingOf, linesOf, regionsOf, releaseName } from './release-input.ts'
import { judgementProblems, keptJudgement, typedJudgement } from './judge-form.tsx'

type ItemRequest = FastifyRequest<{ Params: { requestId: string; itemId: string } }>

const done: Readonly<Record<string, string>> = {
  listed: '已列入清单。',
  judged: '判断已记下。',
  original: '原件已上传，下面是在里面发现的内容。',
  released: '供公开的文件已生成，检查没有发现痕迹。',
}

const base = '/console/requests/:requestId/items'

/** The inventory of a case: pieces of information, their judgements, originals and the copies that go out. */
export function mountItems(app: FastifyInstance, services: Services): void {
  async function showList(req: FastifyRequest, here: CaseHere, stopped?: Stopped) {
    const form = formOf(req)
    return renderPage(
      <ItemsPage
        frame={await consoleFrame(services, req)}
        here={here}
        typed={form.text}
        said={done[formOf(req, 'query').text('done')]}
        stopped={stopped}
      />,
    )
  }

  app.get(base, async (req, reply) => reply.html(await showList(req, await caseHere(services, req))))

  app.post(base, async (req, reply) => {
    const here = await caseHere(services, req, 'requests.handle')
    const form = formOf(req)
    let itemId = ''
    const stopped = await stoppedBy(async () => {
      itemId = await here.act((context) =>
        listItem(context, {
          agencyId: here.agencyId,
          requestId: here.requestId,
          item: {
            title: form.text('title'),
            documentNumber: form.text('documentNumber'),
            pages: form.text('pages'),
          },
        }),
      )
    })
    if (stopped) return reply.html(await showList(req, here, stopped), stopped.status)
    return reply.redirect(`${itemAt(here.requestId, itemId)}?done=listed`, 303)
  })

  async function itemHere(req: ItemRequest, permission: 'requests.see' | 'requests.handle' = 'requests.see') {
    const here = await caseHere(services, req, permission)
    const itemId = idOf(req.params.itemId)
    const item = here.file.items.find((one) => one.itemId === itemId)
    if (!item) throw new NotFound([requestRefusals['requests.item.missing']])
    const fileOf = (fileId: string | null) => here.file.files.find((file) => file.fileId === fileId) ?? null
    return { here, item, original: fileOf(item.originalFile), release: fileOf(item.releaseFile) }
  }

  const bytesOf = async (here: CaseHere, fileId: string) =>
    (await readFile(services, { agencyId: here.agencyId, requestId: here.requestId, fileId })).bytes

  async function showItem(req: ItemRequest, form: Form | null, stopped?: Stopped) {
    const { here, item, original, release } = await itemHere(req)
    const isJudging = form !== null && form.text('judgement') !== ''
    const judgement = isJudging ? form : keptJudgement(item)
    const look =
      original === null || !here.may('requests.handle')
        ? null
        : await redactor().look(await bytesOf(here, original.fileId), original.name)
    const shown =
      stopped && isJudging
        ? { ...stopped, problems: judgementProblems(stopped.problems, judgement) }
        : stopped
    return renderPage(
      <ItemPage
        frame={await consoleFrame(services, req)}
        here={here}
        view={{
          item,
          original,
          release,
          look,
          judgement,
          typed: form ?? { text: () => '', list: () => [] },
          isFresh: form === null || isJudging,
        }}
        said={done[formOf(req, 'query').text('done')]}
        stopped={shown}
      />,
    )
  }

  app.get(`${base}/:itemId`, async (req: ItemRequest, reply) => reply.html(await showItem(req, null)))

  app.post(`${base}/:itemId/judge`, async (req: ItemRequest, reply) => {
    const { here, item } = await itemHere(req, 'requests.handle')
    const form = formOf(req)
    const { judgement, because } = typedJudgement(form)
    const stopped = await stoppedBy(async () => {
      if (judgement === null) throw new Invalid([{ field: 'judgement', sentence: '选这一条怎么处理' }])
      await here.act((context) =>
        judgeItem(context, {
          agencyId: here.agencyId,
          requestId: here.requestId,
          itemId: item.itemId,
          itemVersion: Number(form.text('version')),
          judgement,
          because,
        }),
      )
    })
    if (stopped) return reply.html(await showItem(req, form, stopped), stopped.status)
    return reply.redirect(`${itemAt(here.requestId, item.itemId)}?done=judged`, 303)
  })

  app.post(`${base}/:itemId/original`, async (req: ItemRequest, reply) => {
    const { here, item } = await itemHere(req, 'requests.handle')
    const { form, files } = await sentForm(req, uploadLimits)
    const { taken, problems } = await takeFiles(services, files)
    const stopped = await stoppedBy(async () => {
      if (problems.length > 0) throw new Invalid(problems)
      const file = taken.find(({ field }) => field === 'original')
      if (!file) throw new Invalid([{ field: 'original', sentence: '选一份原件' }])
      await here.act((context) =>
        attachFile(context, {
          agencyId: here.agencyId,
          requestId: here.requestId,
          file: { ...file, purpose: 'original', itemId: item.itemId },
        }),
      )
    })
    if (stopped) return reply.html(await showItem(req, form, stopped), stopped.status)
    return reply.redirect(`${itemAt(here.requestId, item.itemId)}?done=original#original`, 303)
  })

  /** Makes the copy that goes out, has it read back, and shows everything that stops it beside what was typed. */
  async function release(
    req: ItemRequest,
    reply: FastifyReply,
    form: Form,
    make: (
      here: CaseHere,
      item: Item,
    ) => Promise<
      Pick<Release, 'way' | 'bytes' | 'mediaType' | 'terms' | 'unseenBefore'> & { readonly ending: string }
    >,
  ) {
    const { here, item } = await itemHere(req, 'requests.handle')
    const stopped = await stoppedBy(async () => {
      const { ending, ...made } = await make(here, item)
      await here.act((context) =>
        releaseItem(context, {
          agencyId: here.agencyId,
          requestId: here.requestId,
          itemId: item.itemId,
          itemVersion: Number(form.text('version')),
          redactor: redactor(),
          release: {
            ...made,
            name: releaseName(item, made.terms, ending),
            hasLooked: form.text('looked') !== '',
            isConfirmed: form.text('confirmed') !== '',
          },
        }),
      )
    })
    if (stopped) return reply.html(await showItem(req, form, stopped), stopped.status)
    return reply.redirect(`${itemAt(here.requestId, item.itemId)}?done=released#release`, 303)
  }

  const originalOf = async (here: CaseHere, item: Item) => {
    if (item.originalFile === null) throw new Refused([requestRefusals['requests.release.noOriginal']])
    const { file, bytes } = await readFile(services, {
      agencyId: here.agencyId,
      requestId: here.requestId,
      fileId: item.originalFile,
    })
    return { file, bytes }
  }

  app.post(`${base}/:itemId/mask`, async (req: ItemRequest, reply) => {
    const form = formOf(req)
    const then = form.text('then')
    if (then === 'all' || then === 'none') {
      const { original, here } = await itemHere(req, 'requests.handle')
      const look = original && (await redactor().look(await bytesOf(here, original.fileId), original.name))
      const chosen = then === 'all' ? (look?.finds ?? []).map(({ text }) => text) : []
      return reply.html(
        await showItem(req, { ...form, list: (name) => (name === 'find' ? chosen : form.list(name)) }),
      )
    }
    return release(req, reply, form, async (here, item) => {
      const { file, bytes } = await originalOf(here, item)
      const terms = [...form.list('find'), ...linesOf(form.text('terms'))]
      checkTerms(terms, 'terms')
      const regions = regionsOf(form.text('regions'))
      const [look, masked] = await Promise.all([
        redactor().look(bytes, file.name),
        redactor().mask(bytes, terms, regions, services.today()),
      ])
      if ('refused' in masked)
        throw new Refused(
          masked.refused.map((sentence) => ({ ...requestRefusals['requests.release.cannotMask'], sentence })),
        )
      const isWhole = terms.length === 0 && regions.length === 0
      return { way: isWhole ? 'whole' : 'masked', ...masked, terms, unseenBefore: look.unseen }
    })
  })

  app.post(`${base}/:itemId/whole`, async (req: ItemRequest, reply) =>
    release(req, reply, formOf(req), async (here, item) => {
      const { file, bytes } = await originalOf(here, item)
      return {
        way: 'whole',
        bytes,
        mediaType: file.mediaType,
        terms: [],
        unseenBefore: [],
        ending: endingOf(file.name),
      }
    }),
  )

  app.post(`${base}/:itemId/upload`, async (req: ItemRequest, reply) => {
    await itemHere(req, 'requests.handle')
    const { form, files } = await sentForm(req, uploadLimits)
    const { taken, problems } = await takeFiles(services, files)
    return release(req, reply, form, async () => {
      if (problems.length > 0) throw new Invalid(problems)
      const copy = taken.find(({ field }) => field === 'copy')
      if (!copy) throw new Invalid([{ field: 'copy', sentence: '选遮盖好的文件' }])
      const terms = linesOf(form.text('upload-terms'))
      checkTerms(terms, 'upload-terms')
      return {
        way: 'uploaded',
        bytes: copy.bytes,
        mediaType: copy.mediaType,
        terms,
        unseenBefore: [],
        ending: endingOf(copy.name),
      }
    })
  })

  app.get(`${base}/:itemId/pages/:page(^\\d{1,4}).png`, async (req: ItemRequest, reply) => {
    const { here, item } = await itemHere(req, 'requests.handle')
    const picture =
      item.originalFile === null
        ? null
        : await redactor().picture(
            await bytesOf(here, item.originalFile),
            Number((req.params as { readonly page?: string }).page),
          )
    if (picture === null) throw new NotFound([requestRefusals['requests.file.missing']])
    return reply.type('image/png').header('cache-control', 'no-store').send(Buffer.from(picture))
  })

  for (const which of ['original', 'release'] as const)
    app.get(`${base}/:itemId/${which}`, async (req: ItemRequest, reply) => {
      const { here, item } = await itemHere(req)
      const fileId = which === 'original' ? item.originalFile : item.releaseFile
      if (fileId === null) throw new NotFound([requestRefusals['requests.file.missing']])
      const { file, bytes } = await readFile(services, {
        agencyId: here.agencyId,
        requestId: here.requestId,
        fileId,
      })
      return reply
        .type(file.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(bytes))
    })
}
