import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { root } from '../house/sources.ts'

/** The real program, `gongkai serve`, on a folder and a port of its own. */
export interface ServerProgram {
  readonly origin: string
  /** Starts it, or starts it again, and waits until it says that it listens. @throws Error with what it said when it ends instead */
  start(): Promise<void>
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** @param env settings besides folder and port */
export async function serverProgram(
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProgram> {
  const port = await freePort()
  let child: ChildProcess | null = null
  return {
    origin: `http://127.0.0.1:${port}`,
    async start() {
      const started = spawn(process.execPath, [join(root, 'bin', 'gongkai.mjs'), 'serve'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          GONGKAI_DATA: dataFolder,
          GONGKAI_PORT: String(port),
          GONGKAI_DEMO: 'off',
          GONGKAI_WORKERS: '0',
          ...env,
        },
      })
      child = started
      let said = ''
      await new Promise<void>((resolve, reject) => {
        const hear = (part: Buffer) => {
          said += part.toString('utf8')
          if (said.includes('公开已经启动')) resolve()
        }
        started.stdout.on('data', hear)
        started.stderr.on('data', (part: Buffer) => (said += part.toString('utf8')))
        started.once('close', (code) =>
          reject(new Error(`the server ended with ${code}: ${said.slice(-2000)}`)),
        )
      })
    },
    async kill() {
      const dying = child
      if (dying === null || dying.exitCode !== null || dying.signalCode !== null) return
      // Not 'close': the database it started lives on, and may hold the pipes.
      const gone = new Promise<void>((resolve) => dying.once('exit', () => resolve()))
      dying.kill('SIGKILL')
      await gone
      dying.stdout?.destroy()
      dying.stderr?.destroy()
    },
  }
}
