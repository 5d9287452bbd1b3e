import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { isScanAddress } from './files/virus-scan.ts'

/** Every setting, checked at start. Names are those of the environment. */
const shape = z.object({
  GONGKAI_HOST: z.string().default('127.0.0.1'),
  GONGKAI_PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  /** Folder for the database, files, keys and mail outbox. */
  GONGKAI_DATA: z.string().default('var'),
  /** An external PostgreSQL; empty means the embedded one. */
  DATABASE_URL: z.string().default(''),
  /** Address the public uses, for links in letters and for the check of foreign form posts. */
  GONGKAI_PUBLIC_URL: z.string().default(''),
  GONGKAI_DEMO: z.enum(['on', 'off']).default('on'),
  /** Moves today in the demo (YYYY-MM-DD). */
  GONGKAI_TODAY: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .or(z.literal(''))
    .default(''),
  /** smtp://user:password@host:port; empty means the outbox folder. */
  SMTP_URL: z.string().default(''),
  GONGKAI_MAIL_FROM: z.string().default('gongkai@localhost'),
  /** s3://key:secret@host:port/bucket?region=…; empty means the folder. */
  GONGKAI_FILES: z.string().default(''),
  /** Folder of font files that the agency has licensed; empty means fonts in the data folder. */
  GONGKAI_FONTS: z.string().default(''),
  /** The keys of personal data, as JSON or as the path of a file; empty means keys.json in the data folder. */
  GONGKAI_KEYS: z.string().default(''),
  /** OIDC issuer and client; empty switches single sign-on off. */
  OIDC_ISSUER: z.string().default(''),
  OIDC_CLIENT_ID: z.string().default(''),
  OIDC_CLIENT_SECRET: z.string().default(''),
  /** Minutes without a click after which a session ends, and hours after which it ends in any case. */
  GONGKAI_IDLE_MINUTES: z.coerce.number().int().min(5).max(480).default(30),
  GONGKAI_SESSION_HOURS: z.coerce.number().int().min(1).max(72).default(12),
  /** Who must sign in with a second factor; empty means the administrators, in the demo nobody. */
  GONGKAI_TOTP: z.enum(['everyone', 'administrators', 'nobody', '']).default(''),
  /** Number of worker processes; 0 runs jobs inside the server. */
  GONGKAI_WORKERS: z.coerce.number().int().min(0).max(64).default(1),
  GONGKAI_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** on behind a reverse proxy that sets X-Forwarded-*. */
  /** Requests a minute and address before the answer is 429. */
  GONGKAI_RATE_PER_MINUTE: z.coerce.number().int().min(10).default(1200),
  /** ClamAV's daemon, unix:/path or tcp://host:port; empty means uploads are not scanned. */
  GONGKAI_CLAMD: z.string().default(''),
  GONGKAI_TRUST_PROXY: z.enum(['on', 'off']).default('off'),
})

export interface Config {
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  readonly databaseUrl: string | null
  readonly publicUrl: string | null
  readonly demo: boolean
  readonly fixedToday: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly filesUrl: string | null
  /** May be absent: then the shipped face is used alone. */
  readonly fontFolder: string
  readonly keys: string | null
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null
  readonly idleMinutes: number
  readonly sessionHours: number
  /** Who must have a second factor (anyone may). */
  readonly totp: 'everyone' | 'administrators' | 'nobody'
  readonly workers: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly ratePerMinute: number
  readonly trustProxy: boolean
  readonly clamd: string | null
}

/** A setting that cannot be used. The sentence names it and says what to write. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}

/**
 * Reads the settings from the environment.
 * @throws BadConfig naming every wrong setting at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, cwd = process.cwd()): Config {
  const parsed = shape.safeParse(env)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`)
    throw new BadConfig(`设置有误，请改正后再启动。\n${lines.join('\n')}`)
  }
  const s = parsed.data
  if (s.DATABASE_URL !== '' && !/^postgres(ql)?:\/\//.test(s.DATABASE_URL))
    throw new BadConfig('DATABASE_URL 要写成 postgres://用户:密码@主机:端口/库名，或者留空使用自带的数据库。')
  if (s.OIDC_ISSUER !== '' && s.OIDC_CLIENT_ID === '')
    throw new BadConfig('设置了 OIDC_ISSUER，还要设置 OIDC_CLIENT_ID。')
  if (s.GONGKAI_CLAMD !== '' && !isScanAddress(s.GONGKAI_CLAMD))
    throw new BadConfig(
      'GONGKAI_CLAMD 要写成 unix:/run/clamav/clamd.ctl 或者 tcp://主机:端口，留空不检查病毒。',
    )
  return {
    host: s.GONGKAI_HOST,
    port: s.GONGKAI_PORT,
    dataFolder: isAbsolute(s.GONGKAI_DATA) ? s.GONGKAI_DATA : resolve(cwd, s.GONGKAI_DATA),
    databaseUrl: s.DATABASE_URL || null,
    publicUrl: s.GONGKAI_PUBLIC_URL.replace(/\/$/, '') || null,
    demo: s.GONGKAI_DEMO === 'on',
    fixedToday: s.GONGKAI_TODAY || null,
    smtpUrl: s.SMTP_URL || null,
    mailFrom: s.GONGKAI_MAIL_FROM,
    filesUrl: s.GONGKAI_FILES || null,
    fontFolder: resolve(cwd, s.GONGKAI_FONTS || `${s.GONGKAI_DATA}/fonts`),
    keys: s.GONGKAI_KEYS || null,
    oidc: s.OIDC_ISSUER
      ? { issuer: s.OIDC_ISSUER, clientId: s.OIDC_CLIENT_ID, clientSecret: s.OIDC_CLIENT_SECRET }
      : null,
    idleMinutes: s.GONGKAI_IDLE_MINUTES,
    sessionHours: s.GONGKAI_SESSION_HOURS,
    totp: s.GONGKAI_TOTP || (s.GONGKAI_DEMO === 'on' ? 'nobody' : 'administrators'),
    workers: s.GONGKAI_WORKERS,
    logLevel: s.GONGKAI_LOG,
    ratePerMinute: s.GONGKAI_RATE_PER_MINUTE,
    trustProxy: s.GONGKAI_TRUST_PROXY === 'on',
    clamd: s.GONGKAI_CLAMD || null,
  }
}
