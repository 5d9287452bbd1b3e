import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The system user the embedded server runs as. */
export interface ServerAccount {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Preferred first. PostgreSQL refuses to run as root; initdb refuses a user number without a name. */
const candidates = ['gongkai', 'postgres', 'nobody']

/** Reads the lines of /etc/passwd. */
export function accountsIn(passwd: string): readonly ServerAccount[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}

/**
 * The account to run the server as when we are root; null means: as ourselves.
 * A folder that already belongs to a named account keeps it, so that the choice does not change between starts.
 * @returns undefined when we are root and no usable account exists
 */
export function serverAccount(
  ownerUid: number | null,
  ourUid = process.getuid?.() ?? -1,
  passwd = ourUid === 0 ? readFileSync('/etc/passwd', 'utf8') : '',
): ServerAccount | null | undefined {
  if (ourUid !== 0) return null
  const accounts = accountsIn(passwd).filter((account) => account.uid !== 0)
  const owner = accounts.find((account) => account.uid === ownerUid)
  if (owner) return owner
  for (const name of candidates) {
    const account = accounts.find((a) => a.name === name)
    if (account) return account
  }
  return undefined
}

/**
 * Whether the account can walk down to the folder: every folder above it, and itself, lets the account through.
 * A home of mode 700 does not. Access lists beyond the mode bits are not looked at; then the answer errs towards no.
 */
export function canReach(account: ServerAccount | null, folder: string): boolean {
  if (account === null) return true
  for (let at = folder; ; at = dirname(at)) {
    const { uid, gid, mode } = statSync(at)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}
