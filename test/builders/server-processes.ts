import { readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

/** The process number of the server on this data folder, from the file it keeps; null when there is none. */
export function postmasterOf(dataFolder: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(clusterOf(dataFolder), 'postmaster.pid'), 'utf8'), 10)
    return Number.isInteger(pid) ? pid : null
  } catch {
    return null
  }
}

/** Where the cluster of a data folder lies. */
export function clusterOf(dataFolder: string): string {
  return join(realpathSync(dataFolder), 'database', 'pg18')
}

/** Kills the server of this data folder with everything it started, at once and without warning. */
export function killServer(dataFolder: string): void {
  const cluster = clusterOf(dataFolder)
  const postmaster = postmasterOf(dataFolder)
  const all = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []
  const own = all.map(Number).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster
    } catch {
      return false
    }
  })
  for (const pid of new Set([...(postmaster ? [postmaster] : []), ...own])) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone already.
    }
  }
}
