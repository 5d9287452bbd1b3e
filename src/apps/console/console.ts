import type { FastifyInstance } from 'fastify'
import type { Services } from '../../platform/services.ts'
import { mountAccount } from './account.tsx'
import { mountAgencySwitch } from './agency-switch.tsx'
import { mountHome } from './home.tsx'
import { mountJournal } from './journal.tsx'
import { mountSignIn } from './sign-in.tsx'

/** The staff shell: sign-in, own account, to-do list. Everything else in the console belongs to rooms. */
export function mountConsole(app: FastifyInstance, services: Services): void {
  mountSignIn(app, services)
  mountAccount(app, services)
  mountHome(app, services)
  mountAgencySwitch(app, services)
  mountJournal(app, services)
}
