/** A bar on the terminal for whoever waits. */
export interface Progress {
  at(done: number): void
  /** Wipes the line, so that what is printed next stands alone. */
  wipe(): void
}

const silent: Progress = { at: () => undefined, wipe: () => undefined }
const cells = 24

/** A bar on standard error; nothing when that is no terminal or there is only one file. */
export function progressBar(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY || total < 2) return silent
  const begun = performance.now()
  let last = -Infinity
  return {
    at(done) {
      const now = performance.now()
      if (now - last < 100 && done < total) return
      last = now
      const full = Math.round((done / total) * cells)
      const left = done === 0 ? null : Math.round((((now - begun) / done) * (total - done)) / 1000)
      const wait = left === null || left < 2 || done === total ? '' : `　约还要 ${inMinutes(left)}`
      stream.write(`\r\u001b[K检查中 ${'█'.repeat(full)}${'░'.repeat(cells - full)} ${done}/${total}${wait}`)
    },
    wipe() {
      stream.write('\r\u001b[K')
      last = -Infinity
    },
  }
}

function inMinutes(seconds: number): string {
  return seconds < 90 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分钟`
}
