/** Keeps drawn pages for a moment, so that a crowd looking at the same public page costs one drawing. */
export interface KeptPages {
  /** The page kept under the key, or the one `draw` gives. Callers that come while it is being drawn wait for the same one. */
  get(key: string, draw: () => Promise<Buffer>): Promise<Buffer>
  /** Forgets everything: after a publication, so that nobody sees the old page. */
  forget(): void
}

interface Kept {
  readonly page: Promise<Buffer>
  readonly until: number
  bytes: number
}

/**
 * Only for pages that are the same for everyone: key them by address and look, never keep what depends on who asks.
 * @param forMs how long a page is good; a few seconds are enough to carry a rush
 * @param largestBytes how much is kept in all, oldest forgotten first
 * @param now milliseconds, given by the door
 */
export function keepPages(forMs: number, largestBytes: number, now: () => number): KeptPages {
  const kept = new Map<string, Kept>()
  let bytes = 0
  const drop = (key: string) => {
    bytes -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
  async function settle(key: string, entry: Kept): Promise<void> {
    try {
      const page = await entry.page
      if (kept.get(key) !== entry) return
      entry.bytes = page.length
      bytes += page.length
      for (const oldest of kept.keys()) {
        if (bytes <= largestBytes) break
        drop(oldest)
      }
    } catch {
      // Whoever asked hears the reason; nothing is kept.
      if (kept.get(key) === entry) drop(key)
    }
  }
  return {
    get(key, draw) {
      const found = kept.get(key)
      if (found && found.until > now()) return found.page
      if (found) drop(key)
      const entry = { page: draw(), until: now() + forMs, bytes: 0 }
      kept.set(key, entry)
      void settle(key, entry)
      return entry.page
    },
    forget() {
      kept.clear()
      bytes = 0
    },
  }
}
