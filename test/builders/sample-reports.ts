import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * Folder of the real sample reports, which are not part of the repository: GONGKAI_SAMPLE_REPORTS, or ../shared/reports beside
 * the repository (also from a second work tree of it). null where they are not present.
 */
export function sampleReportsFolder(): string | null {
  const named = process.env['GONGKAI_SAMPLE_REPORTS']
  const candidates = [named, resolve('..', 'shared', 'reports'), besideRepository()]
  return candidates.find((folder) => folder !== undefined && existsSync(join(folder, '000.txt'))) ?? null
}

function besideRepository(): string | undefined {
  try {
    const common = execFileSync('git', ['rev-parse', '--git-common-dir'], { encoding: 'utf8' }).trim()
    return resolve(dirname(resolve(common)), '..', 'shared', 'reports')
  } catch {
    return undefined
  }
}
