import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readYearFile, type YearFile } from '../../../../law/calendar/year-file.ts'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formFrom, formOf, stoppedBy, type Form, type Stopped } from '../../../../platform/http/form.ts'
import { sentForm } from '../../../../platform/http/sent-form.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import { Invalid } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { addCalendarLayer } from '../../commands/add-calendar-layer.ts'
import { enterCalendarYear } from '../../commands/enter-calendar-year.ts'
import { removeCalendarLayer } from '../../commands/remove-calendar-layer.ts'
import { calendarEntries } from '../../queries/calendar-entries.ts'
import { previewCalendarYear, type CalendarPreview } from '../../queries/preview-calendar-year.ts'
import { calendarAt, CalendarPage, largestFile } from './calendar-page.tsx'
import { CalendarPreviewPage } from './calendar-preview-page.tsx'

/** Days of a form, one a line or separated by commas. */
const daysOf = (text: string): string[] => text.split(/[\s,，、;；]+/).filter((day) => day !== '')

/** A year file as it was typed into the form. */
const fileOfForm = (form: Form) => ({
  year: Number(form.text('year')),
  notices: form
    .text('notice')
    .split(/[、,，\n]+/)
    .map((one) => one.trim()),
  off: daysOf(form.text('off')),
  work: daysOf(form.text('work')),
})

/** @throws Invalid when the file is no JSON in UTF-8 */
function fileOfBytes(bytes: Uint8Array | null): unknown {
  const refuse = (sentence: string) => new Invalid([{ field: 'file', sentence }])
  if (bytes === null) throw refuse('文件超过100KB，不是放假安排文件。')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refuse('文件不是UTF-8编码的JSON，请检查括号、引号和逗号。')
  }
}

/** What a file says, laid into the form, so that a slip can be mended there. */
function formOfFile(given: unknown): Form {
  const fields = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>
  const lines = (value: unknown, between: string): string =>
    Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(between) : ''
  const { year } = fields
  return formFrom({
    year: [typeof year === 'number' ? String(year) : ''],
    notice: [lines(fields['notices'], '、')],
    off: [lines(fields['off'], '\n')],
    work: [lines(fields['work'], '\n')],
  })
}

/** The holiday notices and local days of the agency acted for. */
export function mountCalendar(app: FastifyInstance, services: Services): void {
  async function draw(req: FastifyRequest, form: Form = formOf(req), stopped?: Stopped) {
    const { agencyId } = staffOf(req, 'agencies.editCalendar')
    const { years, layers } = await calendarEntries(services.db, agencyId, services.today())
    const done = formOf(req, 'query').text('done')
    return renderPage(
      <CalendarPage
        frame={await consoleFrame(services, req)}
        years={years}
        layers={layers}
        typed={{
          year: form.text('year') || String(years.at(-1)?.year ?? ''),
          notice: form.text('notice'),
          off: form.text('off'),
          work: form.text('work'),
          name: form.text('name'),
          basis: form.text('basis'),
        }}
        stopped={stopped}
        said={done === '' ? undefined : '已录入，在办的申请正在重新计算。'}
      />,
    )
  }

  app.get(calendarAt, async (req, reply) => reply.html(await draw(req)))

  app.post(calendarAt, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, 'agencies.editCalendar')
    const { form, files } = await sentForm(req, { fileBytes: largestFile, allBytes: largestFile })
    const [sent] = files
    let typed = form
    let preview: CalendarPreview | null = null
    let file: YearFile | null = null
    const stopped = await stoppedBy(async () => {
      const given = sent === undefined ? fileOfForm(form) : fileOfBytes(sent.bytes)
      if (sent !== undefined) typed = formOfFile(given)
      const read = readYearFile(given)
      if (read.problems !== null)
        throw new Invalid(
          read.problems.map((sentence) => ({ field: sent === undefined ? 'notice' : 'file', sentence })),
        )
      file = read.file
      if (form.text('go') === 'enter')
        await services.command(actor, agencyId, (context) => enterCalendarYear(context, { agencyId, file }))
      else preview = await previewCalendarYear(services, actor, agencyId, read.file)
    })
    if (stopped) return reply.html(await draw(req, typed, stopped), stopped.status)
    if (preview === null || file === null) return reply.redirect(`${calendarAt}?done=year`, 303)
    return reply.html(
      renderPage(
        <CalendarPreviewPage frame={await consoleFrame(services, req)} file={file} preview={preview} />,
      ),
    )
  })

  app.post(`${calendarAt}/layers`, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, 'agencies.editCalendar')
    const form = formOf(req)
    const stopped = await stoppedBy(() =>
      services.command(actor, agencyId, (context) =>
        addCalendarLayer(context, {
          agencyId,
          name: form.text('name'),
          basis: form.text('basis'),
          off: daysOf(form.text('layerOff')),
          work: [],
        }),
      ),
    )
    if (stopped) return reply.html(await draw(req, form, stopped), stopped.status)
    return reply.redirect(`${calendarAt}?done=layer`, 303)
  })

  app.post(`${calendarAt}/layers/remove`, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, 'agencies.editCalendar')
    const layerId = formOf(req).text('layerId')
    await services.command(actor, agencyId, (context) => removeCalendarLayer(context, { agencyId, layerId }))
    return reply.redirect(`${calendarAt}?done=removed`, 303)
  })
}
