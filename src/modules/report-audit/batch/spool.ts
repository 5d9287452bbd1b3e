import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Where a kept value lies: in memory, or at its place in the file. */
type Kept = Buffer | { readonly offset: number; readonly length: number }

/** Keeps many values in little memory: the first in memory, the rest in a temporary file that only this user can read. */
export interface Spool<Value> {
  /** @returns the number under which the value is found again, from 0 */
  add(value: Value): number
  get(index: number): Value
  /** Removes the file. */
  close(): void
}

/** @param most bytes kept in memory */
export function openSpool<Value>(most = 32 * 1024 * 1024): Spool<Value> {
  const kept: Kept[] = []
  let inMemory = 0
  let end = 0
  let folder: string | undefined
  let file: number | undefined

  function write(packed: Buffer): Kept {
    if (file === undefined) {
      folder = mkdtempSync(join(tmpdir(), 'gongkai-'))
      file = openSync(join(folder, 'judged'), 'wx+', 0o600)
    }
    const place = { offset: end, length: packed.length }
    for (let written = 0; written < packed.length; )
      written += writeSync(file, packed, written, packed.length - written, end + written)
    end += packed.length
    return place
  }

  function read({ offset, length }: { readonly offset: number; readonly length: number }): Buffer {
    const packed = Buffer.alloc(length)
    for (let got = 0; got < length; ) {
      const more = readSync(file as number, packed, got, length - got, offset + got)
      if (more === 0) throw new Error('The temporary file of judged reports was cut short.')
      got += more
    }
    return packed
  }

  return {
    add(value) {
      const packed = deflateRawSync(JSON.stringify(value), { level: 1 })
      const fits = inMemory + packed.length <= most
      if (fits) inMemory += packed.length
      kept.push(fits ? packed : write(packed))
      return kept.length - 1
    },
    get(index) {
      const place = kept[index]
      if (place === undefined) throw new RangeError(`nothing is kept under ${index}`)
      const packed = Buffer.isBuffer(place) ? place : read(place)
      return JSON.parse(inflateRawSync(packed).toString('utf8')) as Value
    },
    close() {
      kept.length = 0
      if (file !== undefined) closeSync(file)
      file = undefined
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
      folder = undefined
    },
  }
}
