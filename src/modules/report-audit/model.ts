import { z } from 'zod'

const line = (sentence: string, longest: number) =>
  z.string(sentence).trim().min(1, sentence).max(longest, `最多${longest}个字`)
const seen = z.coerce.number().int().min(0)

export const placeInput = z.object({
  batchId: z.uuid(),
  number: z.coerce.number().int().min(1),
  agencyId: z.uuid('选这是哪个机关的报告'),
  year: z.coerce
    .number('写报告年度，例如 2025')
    .int('写报告年度')
    .min(2008, '2008年以后才有年度报告')
    .max(2100, '写报告年度'),
})

export const triageInput = z
  .object({
    agencyId: z.uuid(),
    year: z.coerce.number().int(),
    findingKey: line('没有写明是哪一处', 2000),
    verdict: z.enum(['confirmed', 'dismissed', 'open'], '选属实还是不算问题'),
    reason: z.string().trim().max(500, '最多500个字').default(''),
    revision: seen,
  })
  .refine(({ verdict, reason }) => verdict !== 'dismissed' || reason !== '', {
    path: ['reason'],
    message: '写明为什么不算问题',
  })

/** An empty value means that the document holds no number there. */
const cellValue = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().replace(/[,，]/g, '') : value),
  z.union([
    z.literal('').transform(() => null),
    z.null(),
    z.coerce.number('写原件里的数；原件里没有数就空着').min(-1e12, '数太小了').max(1e12, '数太大了'),
  ]),
)

export const correctionInput = z.object({
  agencyId: z.uuid(),
  year: z.coerce.number().int(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  cell: z.string().regex(/^t[234](\.[A-Za-z]+){1,2}$/, '没有这一格'),
  value: cellValue,
  reason: line('写明依据，例如“原件第3页写的是8”', 500),
  revision: seen,
})

export const restoreInput = correctionInput.omit({ value: true, reason: true })

export const rectificationInput = z.object({
  agencyId: z.uuid(),
  year: z.coerce.number().int(),
  keys: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string()).min(1, '至少选一处要整改的'),
  ),
  documentNumber: z
    .string('写发文字号')
    .trim()
    .regex(
      /^\p{Script=Han}{2,12}〔\d{4}〕[1-9]\d*号$/u,
      '发文字号写成“云政公开改〔2026〕1号”的样子，年份用六角括号',
    ),
  workingDays: z.coerce
    .number('写几个工作日')
    .int('写整数')
    .min(1, '至少1个工作日')
    .max(60, '最多60个工作日'),
  contact: line('写联系人', 40),
  phone: line('写联系电话', 40),
})

export const answerInput = z.object({
  agencyId: z.uuid(),
  letterId: z.uuid(),
  answer: line('写怎样改的；没有改的，写明为什么', 2000),
  revision: seen,
})

export const closeInput = z.object({ agencyId: z.uuid(), letterId: z.uuid(), revision: seen })
