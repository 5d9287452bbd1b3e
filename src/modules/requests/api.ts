import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Forbidden, Invalid, NotFound } from '../../platform/refusals.ts'
import type { Services } from '../../platform/services.ts'
import { submitRequest } from './commands/submit-request.ts'
import { applicantInput, requestKinds, wantedForms, wantedWays, type RequestInput } from './model.ts'
import { platformByKey, type Platform } from './platforms/platforms.ts'
import { toldVerbs } from './platforms/webhook.ts'
import { eventsForPlatform, presentCaseForPlatform } from './queries/platform-view.ts'
import { requestRefusals } from './refusals.ts'

const tags = ['依申请公开：统一受理平台']
const address = '/api/v1/requests'

const view = z
  .object({
    number: z.string(),
    state: z.string(),
    stateInWords: z.string(),
    receivedOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    applicantDueOn: z.string().nullable(),
    outcome: z.string().nullable(),
    outcomeInWords: z.string().nullable(),
    row: z.string().nullable().describe('年度报告表三的行'),
    closedOn: z.string().nullable(),
  })
  .describe('一件申请办到哪里了')

/** Handing in and following requests over HTTP, for a city's unified acceptance platform. Every call is safe to repeat. */
export function requestsApi(app: FastifyInstance, services: Services): void {
  const { db } = services

  app.post(
    address,
    {
      config: { rateLimit: { max: 300, timeWindow: '1 minute' } },
      schema: {
        summary: '提交一件申请',
        description:
          '请求头 Authorization: Bearer 密钥；Idempotency-Key（16到80个字符）相同的重发返回同一件申请，不会登记两次。',
        tags,
        body: z.object({
          kind: z.enum(requestKinds).default('information'),
          applicants: z.array(applicantInput).min(1).max(20),
          content: z.string(),
          documentNumber: z.string().default(''),
          wantedForm: z.enum(wantedForms),
          wantedWay: z.enum(wantedWays),
          assistance: z.string().default(''),
        }),
        response: {
          201: z.object({ number: z.string(), queryCode: z.string().describe('交给申请人的查询码') }),
        },
      },
    },
    async (req, reply) => {
      const platform = await platformOf(req)
      const key = req.headers['idempotency-key']
      if (typeof key !== 'string' || key.length < 16 || key.length > 80)
        throw new Invalid([
          { field: 'Idempotency-Key', sentence: '请求头里要有16到80个字符的 Idempotency-Key' },
        ])
      const body = req.body as Omit<RequestInput, 'agencyId' | 'submissionKey'>
      const registered = await services.command(
        { kind: 'system', name: 'requests.platform' },
        platform.agencyId,
        (context) =>
          submitRequest(
            context,
            {
              ...body,
              agencyId: platform.agencyId,
              submissionKey: `${platform.platformId.slice(0, 8)} ${key}`,
            },
            [],
            platform.platformId,
          ),
      )
      return reply
        .code(201)
        .header('location', `${address}/${registered.number}`)
        .header('cache-control', 'no-store')
        .send({ number: registered.number, queryCode: registered.queryCode })
    },
  )

  app.get(
    `${address}/:number`,
    {
      schema: {
        summary: '一件申请办到哪里了',
        tags,
        params: z.object({ number: z.string().regex(/^\d{4}-\d{4,}$/) }),
        response: { 200: view },
      },
    },
    async (req, reply) => {
      const platform = await platformOf(req)
      const { number } = req.params as { number: string }
      const found = await presentCaseForPlatform(db, { ...platform, number }, services.today())
      if (!found) throw new NotFound([requestRefusals['requests.case.missing']])
      return reply.header('cache-control', 'no-store').send(found)
    },
  )

  app.get(
    '/api/v1/request-events',
    {
      schema: {
        summary: '办理经过：从某一处往后',
        description: '给没有登记回调网址的平台轮询用；after 填上次最后一条的 id。',
        tags,
        querystring: z.object({ after: z.coerce.number().int().min(0).default(0) }),
        response: {
          200: z.object({
            events: z.array(
              z.object({
                id: z.number().int(),
                event: z.enum(toldVerbs),
                number: z.string(),
                at: z.string(),
              }),
            ),
          }),
        },
      },
    },
    async (req, reply) => {
      const platform = await platformOf(req)
      const { after } = req.query as { after: number }
      const events = await eventsForPlatform(db, platform, toldVerbs, after)
      return reply.header('cache-control', 'no-store').send({
        events: events as { id: number; event: (typeof toldVerbs)[number]; number: string; at: string }[],
      })
    },
  )

  async function platformOf(req: FastifyRequest): Promise<Platform> {
    const key = /^Bearer ([\w-]{20,100})$/.exec(req.headers.authorization ?? '')?.[1]
    const platform = key === undefined ? undefined : await platformByKey(db, key)
    if (!platform) throw new Forbidden([requestRefusals['requests.platform.unknown']])
    return platform
  }
}
