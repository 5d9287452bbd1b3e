import type { Writable } from 'node:stream'
import type { Log } from './context.ts'

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof levels)[number]

/** One JSON object a line. What is logged is chosen by the caller: numbers of cases, never names. */
export function jsonLog(level: LogLevel, out: Writable): Log {
  const from = levels.indexOf(level)
  const write = (name: LogLevel) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    if (levels.indexOf(name) < from) return
    out.write(`${JSON.stringify({ at: new Date().toISOString(), level: name, message, ...fields })}\n`)
  }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
