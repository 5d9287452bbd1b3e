import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'

/** The channel on which every command with a journal entry tells, at its commit, that something changed. */
export const changesChannel = 'gongkai_changed'

const reconnectMs = 500

/**
 * Listens for commands of every process on this database: what was drawn before one of them may be old. While the connection is
 * away nothing is heard, so its return counts as a change.
 */
export function hearChanges(url: string, told: () => void): { stop(): Promise<void> } {
  const over = new AbortController()
  const stopped = new Promise<void>((resolve) => over.signal.addEventListener('abort', () => resolve()))
  let client: Client | null = null

  async function listen(): Promise<void> {
    while (!over.signal.aborted) {
      const ear = new Client({
        connectionString: url,
        application_name: `gongkai:${process.pid}`,
        keepAlive: true,
      })
      client = ear
      const ended = new Promise<void>((resolve) => {
        ear.once('end', resolve)
        ear.on('error', () => resolve())
      })
      try {
        // A connection that is ended while it is being made never answers: whoever stops must not wait for it.
        await Promise.race([ear.connect(), stopped])
        ear.on('notification', told)
        await Promise.race([ear.query(`listen ${changesChannel}`), stopped])
        told()
        await Promise.race([ended, stopped])
      } catch {
        // The database is away; it is tried again below.
      }
      await ear.end().catch(() => undefined)
      told()
      await pause(reconnectMs, undefined, { signal: over.signal }).catch(() => undefined)
    }
  }

  const listening = listen()
  return {
    async stop() {
      over.abort()
      await client?.end().catch(() => undefined)
      await listening
    },
  }
}
