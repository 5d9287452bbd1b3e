import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The font files (TTF, OTF, TTC) an agency has put into its font folder, in the order of their names. An absent folder
 * gives none: the shipped face is used alone.
 */
export async function readFontFolder(folder: string): Promise<readonly Uint8Array[]> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  const fonts = names.filter((name) => /\.(ttf|otf|ttc)$/i.test(name)).sort()
  return Promise.all(fonts.map(async (name) => new Uint8Array(await readFile(join(folder, name)))))
}
