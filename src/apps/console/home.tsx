import type { FastifyInstance } from 'fastify'
import { consoleFrame } from '../../platform/http/frames.ts'
import { renderPage } from '../../platform/html/index.ts'
import type { ToDo } from '../../platform/room.ts'
import type { Services } from '../../platform/services.ts'
import { staffOf } from '../../platform/sessions/index.ts'
import { ToDoPage } from './pages/to-do-page.tsx'

const order: readonly ToDo['urgency'][] = ['overdue', 'today', 'soon', 'later']

/** Most pressing first; the same pressure by day, those without a day last. */
function byUrgency(a: ToDo, b: ToDo): number {
  return order.indexOf(a.urgency) - order.indexOf(b.urgency) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')
}

/** The console's first page: the to-do items of all rooms. */
export function mountHome(app: FastifyInstance, services: Services): void {
  app.get('/console', async (req, reply) => {
    const { actor, agencyId } = staffOf(req)
    const toDos = await services.command(actor, agencyId, async (context) => {
      const all: ToDo[] = []
      for (const room of services.rooms) all.push(...((await room.toDo?.(context, actor)) ?? []))
      return all.sort(byUrgency)
    })
    return reply.html(
      renderPage(<ToDoPage frame={await consoleFrame(services, req)} now={services.now()} toDos={toDos} />),
    )
  })
}
