import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The command as a person at the shell starts it. */
const program = fileURLToPath(new URL('../../../bin/gongkai.mjs', import.meta.url))

/** What a command said and how it ended. */
export interface Said {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function start(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const { DATABASE_URL: _external, ...own } = process.env
  return spawn(process.execPath, [program, ...args], {
    env: { ...own, GONGKAI_LOG: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs a command to its end. @param until called with what it has said so far; true kills it on the spot */
export async function gongkai(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  until: (out: string) => boolean = () => false,
): Promise<Said> {
  const child = start(args, env)
  let [out, err] = ['', '']
  child.stdout?.on('data', (bytes: Buffer) => {
    out += bytes.toString()
    if (until(out)) child.kill('SIGKILL')
  })
  child.stderr?.on('data', (bytes: Buffer) => (err += bytes.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}

/** A running system: its address, what it said at the start, and the way to stop it in order. */
export interface Running {
  readonly url: string
  readonly said: string
  stop(): Promise<number | null>
}

/** Starts the system and waits until it says that it has started. @throws with what it said when it ends before */
export async function startGongkai(env: Readonly<Record<string, string>>): Promise<Running> {
  const child = start(['serve'], { GONGKAI_PORT: '0', ...env })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (bytes: Buffer) => {
      said += bytes.toString()
      if (said.includes('按 Ctrl+C 停止')) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('close', () => reject(new Error(said)))
  })
  const url = /门户\s+(http\S+?)\/?\s/.exec(said)?.[1] ?? ''
  return {
    url,
    said,
    stop() {
      child.kill('SIGINT')
      return ended
    },
  }
}
