/** A sleep that can be cut short. */
export interface AlarmClock {
  /** Resolves after the clock's time, or as soon as somebody rings. */
  sleep(): Promise<void>
  /** Wakes all sleepers; when nobody sleeps, the next sleep ends at once. */
  ring(): void
}

/** @param afterMs how long a sleep lasts when nobody rings, in milliseconds */
export function alarmClock(afterMs: number): AlarmClock {
  const sleepers = new Set<() => void>()
  let rang = false
  return {
    sleep() {
      if (rang) {
        rang = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          sleepers.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, afterMs)
        sleepers.add(wake)
      })
    },
    ring() {
      if (sleepers.size === 0) rang = true
      for (const wake of sleepers) wake()
    },
  }
}
