import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { read } from '../../../../../documents/read/index.ts'
import { consoleFrame } from '../../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Stopped } from '../../../../../platform/http/form.ts'
import { sentForm } from '../../../../../platform/http/sent-form.ts'
import { renderPage } from '../../../../../platform/html/index.ts'
import { Invalid, NotFound } from '../../../../../platform/refusals.ts'
import type { Services } from '../../../../../platform/services.ts'
import { staffOf } from '../../../../../platform/sessions/index.ts'
import { namesOfPeople } from '../../../../agencies/index.ts'
import { enableLetterTemplate } from '../../../commands/enable-letter-template.ts'
import { revertLetterTemplate } from '../../../commands/revert-letter-template.ts'
import { uploadLetterTemplate } from '../../../commands/upload-letter-template.ts'
import { letterCatalogue } from '../../../letters/catalogue.ts'
import { exampleOf, letterWithMarks } from '../../../letters/own-docx.ts'
import type { LetterTemplate } from '../../../letters/template.ts'
import { requestRefusals } from '../../../refusals.ts'
import { uploadLimits } from '../../../rules/uploads.ts'
import { ownTemplates, type OwnTemplate } from '../../../store/letter-templates.ts'
import { takeFiles } from '../../take-files.ts'
import { LetterTemplatePage, letterTemplateAt, letterTemplatesAt } from './letter-template-page.tsx'
import { LetterTemplatesPage } from './letter-templates-page.tsx'

const permission = 'requests.settings'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type LetterRequest = FastifyRequest<{ Params: { letter: string; version: string } }>

const done: Readonly<Record<string, string>> = {
  uploaded: '模板检查通过，还没有启用。请先看试填的样子。',
  enabled: '已启用。以后发出的这份文书，Word文件用这个模板。',
  reverted: '已改回系统的样式。已经发出的不变。',
}

/** The agency's own forms of letters: download ours with marks, bring it back edited, look at it, enable it, go back. */
export function mountLetterTemplates(app: FastifyInstance, services: Services): void {
  app.get(letterTemplatesAt, async (req, reply) => {
    const { agencyId } = staffOf(req, permission)
    return reply.html(
      renderPage(
        <LetterTemplatesPage
          frame={await consoleFrame(services, req)}
          versions={await ownTemplates(services.db, agencyId)}
        />,
      ),
    )
  })

  const letterIn = (req: LetterRequest): LetterTemplate => {
    const found = letterCatalogue.find(({ id }) => id === req.params.letter)
    if (!found) throw new NotFound([requestRefusals['requests.template.missing']])
    return found
  }

  async function draw(req: LetterRequest, stopped?: Stopped): Promise<string> {
    const { agencyId } = staffOf(req, permission)
    const template = letterIn(req)
    const versions = await ownTemplates(services.db, agencyId, template.id)
    const people = versions.flatMap(({ addedBy, begunBy, endedBy }) => [addedBy, begunBy, endedBy])
    const [last] = versions
    return renderPage(
      <LetterTemplatePage
        frame={await consoleFrame(services, req)}
        template={template}
        versions={versions}
        names={await namesOfPeople(services.db, [...new Set(people.filter((one) => one !== null))])}
        preview={
          last === undefined || last.letterVersion !== template.version
            ? null
            : await previewOf(template, last)
        }
        said={done[formOf(req, 'query').text('done')]}
        stopped={stopped}
      />,
    )
  }

  async function previewOf(template: LetterTemplate, own: OwnTemplate) {
    const tree = await read(exampleOf(template, await services.files.get(own.stored)), { name: own.name })
    return { version: own.version, blocks: tree.blocks }
  }

  const sendWord = (reply: FastifyReply, bytes: Uint8Array, name: string) =>
    reply
      .type(wordType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('cache-control', 'no-store')
      .send(Buffer.from(bytes))

  const one = `${letterTemplatesAt}/:letter`

  app.get(one, async (req: LetterRequest, reply) => reply.html(await draw(req)))

  app.get(`${one}/ours.docx`, async (req: LetterRequest, reply) => {
    staffOf(req, permission)
    const template = letterIn(req)
    return sendWord(reply, await letterWithMarks(template), `${template.id}${template.title}（带标记）.docx`)
  })

  async function versionIn(req: LetterRequest): Promise<{ template: LetterTemplate; own: OwnTemplate }> {
    const { agencyId } = staffOf(req, permission)
    const template = letterIn(req)
    const own = (await ownTemplates(services.db, agencyId, template.id)).find(
      ({ version }) => String(version) === req.params.version,
    )
    if (!own) throw new NotFound([requestRefusals['requests.template.missing']])
    return { template, own }
  }

  app.get(`${one}/:version/template.docx`, async (req: LetterRequest, reply) => {
    const { own } = await versionIn(req)
    return sendWord(reply, await services.files.get(own.stored), own.name)
  })

  app.get(`${one}/:version/example.docx`, async (req: LetterRequest, reply) => {
    const { template, own } = await versionIn(req)
    if (own.letterVersion !== template.version)
      throw new NotFound([requestRefusals['requests.template.outdated']])
    const bytes = exampleOf(template, await services.files.get(own.stored))
    return sendWord(reply, bytes, `${template.id}${template.title}（试填）.docx`)
  })

  async function act(req: LetterRequest, reply: FastifyReply, word: string, run: () => Promise<unknown>) {
    const template = letterIn(req)
    const stopped = await stoppedBy(run)
    if (stopped) return reply.html(await draw(req, stopped), stopped.status)
    return reply.redirect(`${letterTemplateAt(template.id)}?done=${word}`, 303)
  }

  app.post(one, async (req: LetterRequest, reply) => {
    const { actor, agencyId } = staffOf(req, permission)
    const template = letterIn(req)
    const { files } = await sentForm(req, uploadLimits)
    const { taken, problems } = await takeFiles(services, files)
    return act(req, reply, 'uploaded', async () => {
      if (problems.length > 0) throw new Invalid(problems)
      const file = taken.find(({ field }) => field === 'file')
      if (!file) throw new Invalid([{ field: 'file', sentence: '选改好的Word文件（docx）' }])
      if (file.mediaType !== wordType)
        throw new Invalid([
          { field: 'file', sentence: '模板要是Word文件（docx），请用Word或者WPS另存为docx。' },
        ])
      await services.command(actor, agencyId, (context) =>
        uploadLetterTemplate(context, { agencyId, letter: template.id, name: file.name, bytes: file.bytes }),
      )
    })
  })

  app.post(`${one}/enable`, async (req: LetterRequest, reply) => {
    const { actor, agencyId } = staffOf(req, permission)
    const template = letterIn(req)
    const version = Number(formOf(req).text('version'))
    return act(req, reply, 'enabled', () =>
      services.command(actor, agencyId, (context) =>
        enableLetterTemplate(context, { agencyId, letter: template.id, version }),
      ),
    )
  })

  app.post(`${one}/revert`, async (req: LetterRequest, reply) => {
    const { actor, agencyId } = staffOf(req, permission)
    const template = letterIn(req)
    return act(req, reply, 'reverted', () =>
      services.command(actor, agencyId, (context) =>
        revertLetterTemplate(context, { agencyId, letter: template.id }),
      ),
    )
  })
}
