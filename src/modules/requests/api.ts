import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Forbidden, NotFound } from '../../platform/refusals.ts'
import type { Services } from '../../platform/services.ts'
import { submitRequest } from './commands/submit-request.ts'
import { applicantInput, requestKinds, wantedForms, wantedWays, type RequestInput } from './model.ts'
import { platformByKey, type Platform } from './platforms/platforms.ts'
import { toldVerbs } from './platforms/webhook.ts'
import { requestKindWords, wantedFormWords, wantedWayWords } from './words.ts'
import { eventsForPlatform, presentCaseForPlatform } from './queries/platform-view.ts'
import { requestRefusals } from './refusals.ts'

const tags = ['依申请公开：统一受理平台']
const address = '/api/v1/requests'

/** information 政府信息公开申请，… */
const meaning = (words: Readonly<Record<string, string>>): string =>
  Object.entries(words)
    .map(([code, says]) => `${code} ${says}`)
    .join('，')

/** Loose: what other headers a caller sends is not ours to drop. */
const keyed = z.looseObject({ authorization: z.string().describe('Bearer 加接口密钥') })

/** An invented request, for the description: with it the first call works as written. */
const someRequest = {
  applicants: [
    {
      kind: 'natural',
      name: '沈青禾',
      identityKind: 'identityCard',
      identityNumber: '990102199001010010',
      phone: '000-1112223',
    },
  ],
  content: '云汀市2025年森林防火督查通报',
  wantedForm: 'electronic',
  wantedWay: 'online',
}

/** How a platform is told of steps, for who programs the other side. */
const webhookInWords =
  '登记了回调网址的，每有一步就 POST 一条 { event, request } 到该网址，request 和“一件申请办到哪里了”相同；请在10秒内返回2xx，否则稍后重送，同一条可能收到不止一次。' +
  '请求头 Gongkai-Signature: t=秒数,v1=签名；签名是用回调签名密钥，对“秒数.请求体原文”作 HMAC-SHA256 得到的十六进制数。先核对签名，再核对秒数和现在相差不过5分钟。'

const view = z
  .object({
    number: z.string().describe('申请编号'),
    state: z.string().describe('状态代码'),
    stateInWords: z.string().describe('状态，给申请人看的话'),
    receivedOn: z.string().nullable().describe('收到申请之日；还没有确认的为 null'),
    dueOn: z.string().nullable().describe('最迟答复的那一天；停算期限的为 null'),
    applicantDueOn: z.string().nullable().describe('申请人最迟补正或者缴费的那一天'),
    outcome: z.string().nullable().describe('办理结果代码'),
    outcomeInWords: z.string().nullable().describe('办理结果'),
    row: z.string().nullable().describe('年度报告表三的行'),
    closedOn: z.string().nullable().describe('办结日期'),
  })
  .describe('一件申请办到哪里了')

/** Handing in and following requests over HTTP, for a city's unified acceptance platform. Every call is safe to repeat. */
export function requestsApi(app: FastifyInstance, services: Services): void {
  const { db } = services
  // A stranger is told that the key is wrong before anything is said about what was sent.
  const preValidation = async (req: FastifyRequest): Promise<void> => {
    await platformOf(req)
  }

  app.post(
    address,
    {
      config: { rateLimit: { max: 300, timeWindow: '1 minute' } },
      preValidation,
      schema: {
        summary: '提交一件申请',
        description:
          '密钥由机关在“统一受理平台”里登记时给出。相同 Idempotency-Key 的重发返回同一件申请，不会登记两次；同一个值换了内容，会被拒绝。收到申请之日由机关与申请人确认，从办理进度里看。',
        tags,
        headers: keyed.extend({
          'idempotency-key': z
            .string('请求头里要有16到80个字符的 Idempotency-Key')
            .min(16, '16到80个字符')
            .max(80, '16到80个字符')
            .describe('16到80个字符；一件申请一个值，重发不变'),
        }),
        body: z
          .object({
            kind: z.enum(requestKinds).default('information').describe(meaning(requestKindWords)),
            applicants: z
              .array(applicantInput)
              .min(1)
              .max(20)
              .describe('申请人，电话、邮箱、通信地址至少写一种'),
            content: z.string().describe('需要的政府信息：名称、文号，或者便于查询的特征'),
            documentNumber: z.string().default('').describe('文号'),
            wantedForm: z.enum(wantedForms).describe(meaning(wantedFormWords)),
            wantedWay: z.enum(wantedWays).describe(meaning(wantedWayWords)),
            assistance: z.string().default('').describe('需要的协助'),
          })
          .meta({ examples: [someRequest] }),
        response: {
          201: z.object({ number: z.string(), queryCode: z.string().describe('交给申请人的查询码') }),
        },
      },
    },
    async (req, reply) => {
      const platform = await platformOf(req)
      const key = String(req.headers['idempotency-key'])
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
      preValidation,
      schema: {
        summary: '一件申请办到哪里了',
        description: '只能看本平台提交的申请。',
        tags,
        headers: keyed,
        params: z.object({
          number: z
            .string()
            .regex(/^\d{4}-\d{4,}$/)
            .describe('申请编号'),
        }),
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
      preValidation,
      schema: {
        summary: '办理经过：从某一处往后',
        description: `${webhookInWords}没有登记回调网址的，用这个地址轮询。`,
        tags,
        headers: keyed,
        querystring: z.object({
          after: z.coerce.number().int().min(0).default(0).describe('上次最后一条的 id；第一次写0'),
        }),
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
