import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { z } from 'zod'
import { portalFrame } from '../../platform/http/frames.ts'
import type { Room } from '../../platform/room.ts'
import type { Services } from '../../platform/services.ts'
import { apiDocsPage, type ApiDescription } from './docs-page.tsx'

z.config(z.locales.zhCN())

/**
 * The API shell: version in the address, one error body, a description generated from the rooms' own schemas
 * (OpenAPI 3.1 at /api/openapi.json) and a readable page of it (/api/docs).
 */
export async function mountApi(
  app: FastifyInstance,
  services: Services,
  rooms: readonly Room[],
): Promise<void> {
  await app.register(async (scope) => {
    scope.setValidatorCompiler(validatorCompiler)
    scope.setSerializerCompiler(serializerCompiler)
    await scope.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: '公开 Gongkai 接口',
          version: '1',
          description:
            '政府信息公开工作系统的接口。出错时统一返回 { "error": { kind, title, reasons, fields } }。',
        },
        servers: [{ url: services.config.publicUrl ?? '/' }],
      },
      transform: jsonSchemaTransform,
    })
    const typed = scope.withTypeProvider<ZodTypeProvider>()
    typed.get(
      '/api/v1/status',
      {
        schema: {
          summary: '服务状态',
          tags: ['系统'],
          response: {
            200: z.object({ status: z.literal('ok'), today: z.string().describe('今天（北京时间）') }),
          },
        },
      },
      async () => ({ status: 'ok' as const, today: services.today() }),
    )
    for (const room of rooms) await room.api?.(scope, services)
    scope.get('/api/openapi.json', { schema: { hide: true } }, async () => scope.swagger())
    scope.get('/api/docs', { schema: { hide: true } }, async (request, reply) =>
      reply.html(
        apiDocsPage(
          scope.swagger() as unknown as ApiDescription,
          await portalFrame(services, request),
          services.config.publicUrl ?? `${request.protocol}://${request.host}`,
        ),
      ),
    )
    scope.get('/api', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/api/docs'))
  })
}
