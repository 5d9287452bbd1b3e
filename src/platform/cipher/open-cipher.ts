import { existsSync, readFileSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { BadConfig, type Config } from '../config.ts'
import type { FieldCipher, Tables } from '../context.ts'
import { fieldCipher, fixedKeys, keysInFile } from './field-cipher.ts'
import { keyFile, openKeyFile, parseKeyRing, requireSmAlgorithms } from './keys.ts'

/** Name of the line in `installation` that only the right keys can open. */
const probe = 'key-probe'

/**
 * Opens the cipher of personal data: keys from GONGKAI_KEYS, else from `keys.json` in the data folder, made at the first start.
 * @throws BadConfig when the keys are not those that the database was filled with, before anything is sealed with the wrong ones
 */
export async function openCipher(
  config: Pick<Config, 'keys' | 'dataFolder'>,
  db: Kysely<Tables>,
  now: Date,
): Promise<FieldCipher> {
  requireSmAlgorithms()
  const find = () =>
    db.selectFrom('installation').select('value').where('name', '=', probe).executeTakeFirst()
  const stored = await find()
  const path = keyFile(config.dataFolder)
  if (stored && config.keys === null && !existsSync(path))
    throw new BadConfig(
      `数据库里有加密的个人信息，但是密钥文件 ${path} 不见了。请从备份恢复它；不要新建，新的密钥打不开旧的数据。`,
    )
  const cipher = fieldCipher(
    config.keys === null ? keysInFile(path, openKeyFile(path, now)) : fixedKeys(readKeys(config.keys)),
  )
  if (!stored)
    await db
      .insertInto('installation')
      .values({ name: probe, value: cipher.seal(probe) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  try {
    if (cipher.open((await find())?.value ?? '') === probe) return cipher
  } catch {
    // Told below, in the operator's words.
  }
  throw new BadConfig(
    '密钥与数据库不是一套：用它打不开已有的数据。请恢复与这个数据库一起备份的密钥文件，或者检查 DATABASE_URL 和 GONGKAI_DATA 是否指向同一套系统。',
  )
}

/** GONGKAI_KEYS is the ring itself or the path of a file with it (a mounted secret). */
function readKeys(setting: string) {
  if (setting.trimStart().startsWith('{')) return parseKeyRing(setting, 'GONGKAI_KEYS')
  if (!existsSync(setting)) throw new BadConfig(`GONGKAI_KEYS 指的密钥文件 ${setting} 不存在。`)
  return parseKeyRing(readFileSync(setting, 'utf8'), setting)
}
