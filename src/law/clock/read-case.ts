import { type PlainDay, parsePlainDay } from '../calendar/plain-day.ts'
import type { Reason } from '../reason.ts'
import { type Channel, channels, type ClockCase, type ClockEvent } from './case.ts'

/** Days outside are slips of the pen: no disclosure regulation (条例) was in force before, no calendar is known after. */
const firstDay = '2000-01-01'
const lastDay = '2199-12-31'

type Fields = Readonly<Record<string, unknown>>

/** Thrown inside this file only, to leave the reading at the first fault. */
class Fault extends Error {}

/**
 * Reads a case described in JSON (contract `gongkai clock`). Fields that the contract does not name are passed over.
 * @param value what JSON.parse gave
 * @returns the case, or one Chinese sentence naming the first thing that is wrong and where
 */
export function readClockCase(
  value: unknown,
):
  | { readonly given: ClockCase; readonly problem: null }
  | { readonly given: null; readonly problem: Reason } {
  try {
    const fields = objectAt(value, '案件')
    const received = objectAt(required(fields, 'received', '案件'), 'received')
    const channel = required(received, 'channel', 'received')
    if (!isChannel(channel))
      throw new Fault(
        `received.channel（${shown(channel)}）不是规定的接收渠道，应为${channels.join('、')}之一。`,
      )
    const given: ClockCase = {
      received: { channel, on: dayAt(received, 'on', 'received') },
      events: listAt(fields).map(eventAt),
      today: dayAt(fields, 'today', '案件'),
    }
    return { given, problem: null }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { given: null, problem: { code: 'clock.input.unreadable', sentence: error.message } }
  }
}

function listAt(fields: Fields): readonly unknown[] {
  const events = fields.events
  if (events === undefined) return []
  if (!Array.isArray(events)) throw new Fault('events应为事件的列表。')
  return events
}

function eventAt(value: unknown, index: number): ClockEvent {
  const place = `第${index + 1}个事件`
  const fields = objectAt(value, place)
  const type = required(fields, 'type', place)
  const named = `${place}（${typeof type === 'string' ? shorten(type) : '类型不明'}）`
  switch (type) {
    case 'clarificationAsked':
      return { type, on: dayAt(fields, 'on', named), until: dayAt(fields, 'until', named) }
    case 'clarificationAnswered':
    case 'feePaid':
      return { type, on: dayAt(fields, 'on', named) }
    case 'thirdPartyAsked':
      return {
        type,
        id: idAt(fields, named),
        sentOn: dayAt(fields, 'sentOn', named),
        receivedOn: optionalDayAt(fields, 'receivedOn', named),
      }
    case 'agencyAsked':
      return {
        type,
        id: idAt(fields, named),
        sentOn: dayAt(fields, 'sentOn', named),
        receivedOn: optionalDayAt(fields, 'receivedOn', named),
        coMaker: flagAt(fields, 'coMaker', named),
      }
    case 'thirdPartyAnswered':
      return {
        type,
        id: idAt(fields, named),
        on: dayAt(fields, 'on', named),
        opinion: optionalTextAt(fields, 'opinion', named),
      }
    case 'agencyAnswered':
      return { type, id: idAt(fields, named), on: dayAt(fields, 'on', named) }
    case 'extended':
      return { type, on: dayAt(fields, 'on', named), days: wholeNumberAt(fields, 'days', named) }
    case 'feeNoticed':
      return {
        type,
        on: dayAt(fields, 'on', named),
        receivedOn: optionalDayAt(fields, 'receivedOn', named),
      }
    case 'answered':
      return {
        type,
        on: dayAt(fields, 'on', named),
        service: optionalTextAt(fields, 'service', named),
      }
    default:
      throw new Fault(`${place}的type（${shown(type)}）不是规定的事件类型。`)
  }
}

function isChannel(value: unknown): value is Channel {
  return (channels as readonly unknown[]).includes(value)
}

function objectAt(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Fault(`${place}应为一个对象（花括号括起来的若干字段）。`)
  return value as Fields
}

function required(fields: Fields, key: string, place: string): unknown {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined
  if (value === undefined || value === null) throw new Fault(`${place}缺少${key}。`)
  return value
}

function dayAt(fields: Fields, key: string, place: string): PlainDay {
  return checkedDay(required(fields, key, place), key, place)
}

function optionalDayAt(fields: Fields, key: string, place: string): PlainDay | null {
  const value = fields[key]
  return value === undefined || value === null ? null : checkedDay(value, key, place)
}

function checkedDay(value: unknown, key: string, place: string): PlainDay {
  const day = typeof value === 'string' ? parsePlainDay(value) : null
  if (day === null)
    throw new Fault(`${place}的${key}（${shown(value)}）不是真实的日期，应写成2026-01-20这样。`)
  if (day < firstDay || day > lastDay)
    throw new Fault(`${place}的${key}（${day}）不在${firstDay}至${lastDay}之间。`)
  return day
}

function idAt(fields: Fields, place: string): string {
  const id = required(fields, 'id', place)
  if (typeof id !== 'string' || id.trim() === '')
    throw new Fault(`${place}的id（${shown(id)}）应为一段不空的文字。`)
  return id
}

function wholeNumberAt(fields: Fields, key: string, place: string): number {
  const value = required(fields, key, place)
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw new Fault(`${place}的${key}（${shown(value)}）应为整数。`)
  return value
}

function flagAt(fields: Fields, key: string, place: string): boolean {
  const value = fields[key]
  if (value === undefined || value === null) return false
  if (typeof value !== 'boolean') throw new Fault(`${place}的${key}（${shown(value)}）应为true或false。`)
  return value
}

function optionalTextAt(fields: Fields, key: string, place: string): string | null {
  const value = fields[key]
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') throw new Fault(`${place}的${key}（${shown(value)}）应为文字。`)
  return value
}

/** A value as written, on one line and short, so that a sentence stays a sentence. What has parts is only named: it may be of any depth. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return '一个列表'
  if (typeof value === 'object' && value !== null) return '一个对象'
  return shorten(JSON.stringify(value) ?? String(value))
}

function shorten(text: string): string {
  const line = [...text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')]
  return line.length > 40 ? `${line.slice(0, 40).join('')}…` : line.join('')
}
