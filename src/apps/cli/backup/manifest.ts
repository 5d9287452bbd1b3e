import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** The backup or the restoring cannot be done; the message says why and what to do. */
export class CannotBackUp extends Error {
  override readonly name = 'CannotBackUp'
}

export const manifestFile = 'backup.json'

const shape = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  program: z.string(),
  /** Steps of the database that were taken. */
  steps: z.array(z.string()).readonly(),
  journal: z.object({
    links: z.number().int(),
    breaks: z.number().int(),
    chains: z
      .array(z.object({ agencyId: z.string(), number: z.number().int(), hash: z.string() }))
      .readonly(),
  }),
  files: z.object({
    /** How many files the database names. */
    named: z.number().int(),
    /** Those that were not there when the backup was made. */
    missing: z.array(z.string()).readonly(),
    /** The files lie in an S3 store and are not in the backup. */
    elsewhere: z.boolean(),
  }),
})

/** What a backup says of itself. */
export type Manifest = z.infer<typeof shape>

/** @throws CannotBackUp when the folder is not a backup, or one of a newer program */
export async function readManifest(folder: string): Promise<Manifest> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(join(folder, manifestFile), 'utf8'))
  } catch {
    throw new CannotBackUp(
      `${folder} 不是一份完整的备份（没有 ${manifestFile}）。请写 gongkai backup 建立的文件夹。`,
    )
  }
  const parsed = shape.safeParse(value)
  if (!parsed.success)
    throw new CannotBackUp(
      `${folder} 里的 ${manifestFile} 读不懂，备份可能由更新的程序建立。请用那个程序恢复。`,
    )
  return parsed.data
}
