import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sm3 } from '../../platform/cipher/digest.ts'
import { Invalid, NotFound, Refused } from '../../platform/refusals.ts'
import type { Services } from '../../platform/services.ts'
import { submitReports } from './commands/submit-reports.ts'
import { auditJson } from './judge-file.ts'
import { isFinished, readCount } from './pages/check-list.tsx'
import { receiveFiles } from './pages/receive-files.ts'
import { submissionsAMinute } from './pages/portal/judge-routes.tsx'
import { auditRefusals } from './refusals.ts'
import { submissionLimits } from './rules/submission.ts'
import { batchByToken } from './store/batches.ts'
import { checkOf, checksOf, type CheckEntry } from './store/checks.ts'

const address = '/api/v1/report-checks'
const tags = ['报告检查']

const reason = z.object({
  code: z.string(),
  sentence: z.string(),
  basis: z.string().optional(),
  help: z.string().optional(),
})
const errorBody = z
  .object({
    error: z.object({
      kind: z.string(),
      title: z.string(),
      reasons: z.array(reason),
      fields: z.array(z.object({ field: z.string(), sentence: z.string() })).optional(),
      reference: z.string().optional(),
    }),
  })
  .describe('没有办成，原因逐条列出')

const fileState = z.object({
  number: z.number().int().describe('在这一批里的序号'),
  file: z.string().describe('文件名'),
  state: z
    .enum(['waiting', 'reading', 'done', 'unreadable'])
    .describe('waiting 排队，reading 正在读，done 读完，unreadable 读不出来'),
  sentence: z.string().nullable().describe('没有读出来时，说明原因和怎么办'),
  agency: z.string().nullable().describe('报告机关'),
  year: z.number().int().nullable().describe('报告年度'),
  errors: z.number().int().describe('确定的错误有几处'),
  findings: z.number().int().describe('一共发现几处'),
  result: z.string().nullable().describe('结果的地址，读完以后才有'),
})

const jobState = z
  .object({
    job: z.string().describe('这一批的地址，不可猜测，知道的人都能看'),
    state: z.enum(['running', 'finished']).describe('running 还在检查，finished 全部查完'),
    total: z.number().int().describe('一共几份'),
    read: z.number().int().describe('已经读完几份'),
    expiresAt: z.string().describe('到这一刻，结果全部删除'),
    files: z.array(fileState).describe('逐份的情况'),
  })
  .describe('一批报告检查到哪里了')

/** The result as the public contract writes it; what stands in its parts is told in the description of the form. */
const result = z
  .looseObject({
    file: z.string().describe('文件名'),
    agency: z.string().nullable().describe('报告机关'),
    year: z.number().int().nullable().describe('报告年度'),
    form: z.enum(['2019', '2021']).describe('报告格式的版本'),
    tables: z
      .looseObject({
        t2: z.any().describe('表二'),
        t3: z.any().describe('表三，先按行再按申请人'),
        t4: z.any().describe('表四'),
      })
      .describe('读出的三张表，格的编号见“年度报告数据说明”'),
    narrative: z
      .array(
        z.looseObject({
          fact: z.string().describe('说的是什么数'),
          quote: z.string().describe('原句'),
        }),
      )
      .describe('正文里的数'),
    findings: z
      .array(
        z.looseObject({
          code: z.string().describe('规则代码'),
          severity: z.enum(['error', 'warning', 'notice']).describe('error 错误，warning 提醒，notice 提示'),
          verdict: z
            .enum(['fails', 'doubtful', 'cannotTell'])
            .describe('fails 确定，doubtful 存疑，cannotTell 无法判断'),
          message: z.string().describe('哪里不对、怎么办'),
          basis: z.string().describe('依据'),
        }),
      )
      .describe('发现的问题'),
  })
  .describe('一份报告读出的数和发现的问题。文中没有的格是 null，不是 0')

const tokenParams = z.object({ token: z.string().describe('提交时给出的地址里的一段') })

/** Judging over HTTP, as jobs: hand in, see how far it is, fetch the results. */
export function auditApi(app: FastifyInstance, services: Services): void {
  const { db } = services

  app.post(
    address,
    {
      config: submissionsAMinute,
      // The body is a stream of files; the schema describes it and the limits check it.
      validatorCompiler: () => () => true,
      schema: {
        summary: '提交报告，后台检查',
        description: `multipart/form-data，字段名 reports，一次${submissionLimits.api.files}份以内，每份不超过20 MB，可以是压缩包。马上返回202和这一批的地址 job，隔一两秒取一次，state 是 finished 就查完了，再按 files 里的 result 逐份取结果。请求头 Idempotency-Key（16到200个字符）相同的重发不会检查两次。`,
        tags,
        consumes: ['multipart/form-data'],
        headers: z.object({
          'idempotency-key': z.string().min(16).max(200).optional().describe('重发时用同一个值'),
        }),
        body: z.object({ reports: z.array(z.any()).describe('报告文件') }),
        response: {
          202: jobState,
          409: errorBody,
          413: errorBody,
          422: errorBody,
          429: errorBody,
          503: errorBody,
        },
      },
    },
    async (req, reply) => {
      const key = idempotencyKey(req)
      const { files } = await receiveFiles(req, submissionLimits.api, 'reports')
      const { token } = await services.command({ kind: 'public' }, null, (context) =>
        submitReports(context, { door: 'api', files, address: req.ip, key, keyMayRepeat: false }),
      )
      if (token === null) throw new Error('a public batch has an address')
      return reply
        .code(202)
        .header('location', `${address}/${token}`)
        .header('cache-control', 'no-store')
        .send(await progressOf(token))
    },
  )

  app.get(
    `${address}/:token`,
    {
      schema: {
        summary: '看检查到哪里了',
        tags,
        params: tokenParams,
        response: { 200: jobState, 404: errorBody },
      },
    },
    async (req, reply) => {
      const { token } = req.params as z.infer<typeof tokenParams>
      return noStore(reply).send(await progressOf(token))
    },
  )

  app.get(
    `${address}/:token/files/:number`,
    {
      schema: {
        summary: '取一份报告的结果',
        description: '还没有读完的返回409，读不出来的返回422，说明原因。',
        tags,
        params: tokenParams.extend({ number: z.coerce.number().int().min(1).max(9999).describe('序号') }),
        response: { 200: result, 404: errorBody, 409: errorBody, 422: errorBody },
      },
    },
    async (req, reply) => {
      const { token, number } = req.params as { readonly token: string; readonly number: number }
      const batch = await foundBatch(token)
      const check = await checkOf(db, batch.agencyId, batch.batchId, number)
      if (!check) throw new NotFound([auditRefusals['report-audit.check.missing']])
      if (check.state === 'unreadable')
        throw new Invalid([{ field: 'reports', sentence: check.sentence ?? '没有读出来' }])
      if (!check.recovered) throw new Refused([auditRefusals['report-audit.check.notReady']])
      return noStore(reply).send({
        ...auditJson({ report: check.recovered, findings: check.findings, format: check.format ?? '' }),
        format: check.format,
        beside: check.beside,
      } as never)
    },
  )

  async function foundBatch(token: string) {
    const batch = await batchByToken(db, sm3(token), services.now())
    if (!batch) throw new NotFound([auditRefusals['report-audit.check.missing']])
    return batch
  }

  async function progressOf(token: string): Promise<z.infer<typeof jobState>> {
    const batch = await foundBatch(token)
    const checks = await checksOf(db, batch.agencyId, batch.batchId)
    const job = `${address}/${token}`
    return {
      job,
      state: isFinished(checks) ? 'finished' : 'running',
      total: checks.length,
      read: readCount(checks),
      expiresAt: batch.expiresAt.toISOString(),
      files: checks.map((check) => stateOf(check, job)),
    }
  }
}

function stateOf(check: CheckEntry, job: string): z.infer<typeof fileState> {
  return {
    number: check.number,
    file: check.fileName,
    state: check.state,
    sentence: check.sentence,
    agency: check.agency,
    year: check.year,
    errors: check.findings.filter(({ severity }) => severity === 'error').length,
    findings: check.findings.length,
    result: check.state === 'done' ? `${job}/files/${check.number}` : null,
  }
}

function noStore(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store')
}

function idempotencyKey(req: FastifyRequest): string | null {
  const given = req.headers['idempotency-key']
  if (given === undefined) return null
  if (typeof given !== 'string' || given.length < 16 || given.length > 200)
    throw new Invalid([{ field: 'Idempotency-Key', sentence: 'Idempotency-Key 写16到200个字符' }])
  return given
}
