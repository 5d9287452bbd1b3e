import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** One cell of a CSV that a spreadsheet will not take for a formula. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of a CSV with its end. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** The mark in front by which spreadsheets read a file as UTF-8. */
export const csvMark = '\uFEFF'

/** Sends lines as a file to keep. */
export function sendCsv(reply: FastifyReply, name: string, lines: Readable): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(lines)
}
