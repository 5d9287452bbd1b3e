import { getCiphers, getHashes, randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BadConfig } from '../config.ts'
import { syncFolder } from '../db/cluster.ts'

const hex = (bytes: number) =>
  z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `要 ${bytes * 2} 位十六进制数`)

const shape = z
  .object({
    version: z.literal(1),
    /** The key that new values are sealed with. */
    sealing: z.string(),
    /** All keys that stored values may need, oldest first. */
    keys: z
      .array(
        z.object({
          id: z.string().regex(/^[0-9A-Za-z]{1,16}$/),
          madeAt: z.string(),
          /** SM4, 16 bytes. */
          encryption: hex(16),
          /** HMAC-SM3, 32 bytes. */
          authentication: hex(32),
        }),
      )
      .min(1),
    /** For looking up a value by its keyed digest; it stays the same when keys are rotated. */
    fingerprint: hex(32),
  })
  .refine((ring) => ring.keys.some((key) => key.id === ring.sealing), 'sealing 指的密钥不在 keys 里')

/** The keys of an installation. Whoever has them and the database can read all personal data. */
export type KeyRing = z.infer<typeof shape>

/** @throws BadConfig when this build of Node leaves the SM algorithms out */
export function requireSmAlgorithms(): void {
  if (!getHashes().includes('sm3') || !getCiphers().includes('sm4-cbc'))
    throw new BadConfig('这个 Node.js 不含国密算法 SM3、SM4。请改用 nodejs.org 提供的版本。')
}

/** Reads a key ring from its JSON. @throws BadConfig saying what is wrong, without showing a key */
export function parseKeyRing(json: string, source: string): KeyRing {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new BadConfig(`${source} 不是完整的 JSON。请从备份恢复它；没有密钥，已加密的个人信息无法读出。`)
  }
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`)
  throw new BadConfig(`${source} 的内容不对，请从备份恢复它。\n${lines.join('\n')}`)
}

/** A new ring with one key. */
export function newKeyRing(now: Date): KeyRing {
  const key = newKey('k1', now)
  return { version: 1, sealing: key.id, keys: [key], fingerprint: randomBytes(32).toString('hex') }
}

/** The ring with a further key, which seals from now on; the old ones stay for opening. */
export function withNewKey(ring: KeyRing, now: Date): KeyRing {
  const highest = Math.max(0, ...ring.keys.map((key) => Number(/^k(\d+)$/.exec(key.id)?.[1] ?? 0)))
  const key = newKey(`k${highest + 1}`, now)
  return { ...ring, sealing: key.id, keys: [...ring.keys, key] }
}

function newKey(id: string, now: Date): KeyRing['keys'][number] {
  return {
    id,
    madeAt: now.toISOString(),
    encryption: randomBytes(16).toString('hex'),
    authentication: randomBytes(32).toString('hex'),
  }
}

/** The file of the keys in a data folder. */
export function keyFile(dataFolder: string): string {
  return join(dataFolder, 'keys.json')
}

/**
 * The keys of a data folder, made at the first start (mode 600).
 * @throws BadConfig when the file cannot be used
 */
export function openKeyFile(path: string, now: Date): KeyRing {
  const found = readIfThere(path)
  if (found !== null) return parseKeyRing(found, path)
  const folder = join(path, '..')
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const half = `${path}.new-${process.pid}`
  writeSecret(half, newKeyRing(now))
  try {
    // A link, unlike a rename, never replaces: of two first starts at once, one ring wins for both.
    linkSync(half, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(half, { force: true })
  }
  syncFolder(folder)
  return parseKeyRing(readFileSync(path, 'utf8'), path)
}

/** Adds a key to the file in one step and returns the new ring. */
export function rotateKeyFile(path: string, now: Date): KeyRing {
  const ring = withNewKey(openKeyFile(path, now), now)
  const half = `${path}.new-${process.pid}`
  writeSecret(half, ring)
  renameSync(half, path)
  syncFolder(join(path, '..'))
  return ring
}

function writeSecret(path: string, ring: KeyRing): void {
  const handle = openSync(path, 'w', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(ring, null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new BadConfig(
      `密钥文件 ${path} 读不出来（${(error as NodeJS.ErrnoException).code}）。请检查它的所有者和权限（应为 600）。`,
    )
  }
}
