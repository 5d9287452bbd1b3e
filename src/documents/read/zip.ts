import { unzipSync, type UnzipFileInfo } from 'fflate'
import { UnreadableDocument } from '../tree.ts'
import { beyondLimit, inMegabytes, type ReadLimits } from './limits.ts'

/** An entry of a container as its directory declares it. */
export interface ZipEntry {
  readonly name: string
  readonly size: number
}

const damaged = () =>
  new UnreadableDocument('damagedZip', '文件已损坏，无法解开。请重新下载或重新保存后再试。')

/** Whether the bytes begin as a zip container. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  )
}

/** The entries of a container, nothing unpacked. Refuses too many entries, and containers locked with a password. */
export function listZip(bytes: Uint8Array, limits: ReadLimits): ZipEntry[] {
  const entries: ZipEntry[] = []
  walk(bytes, limits, (info) => {
    entries.push({ name: info.name, size: info.originalSize })
    return false
  })
  if ((bytes[6] ?? 0) & 1) {
    throw new UnreadableDocument('encrypted', '文件设有密码，无法读取。请提供没有密码的文件。')
  }
  return entries
}

/**
 * Unpacks the entries that `wanted` names, all in memory, nothing on disk. The declared sizes are checked before a byte is
 * unpacked, and no entry yields more than it declared, so a bomb costs nothing (documents research, section 6).
 */
export function unpackZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ReadLimits,
): Map<string, Uint8Array> {
  let total = 0
  const names = new Set<string>()
  const unpacked = walk(bytes, limits, (info) => {
    if (!wanted(info.name) || info.name.endsWith('/')) return false
    if (info.name.split(/[\\/]/).includes('..')) {
      throw new UnreadableDocument('unsafeZip', '压缩包里有指向包外的路径，已停止读取。')
    }
    if (names.has(info.name)) return false
    names.add(info.name)
    const size = info.originalSize
    if (size > limits.zipPart) {
      throw beyondLimit('zipPartTooLarge', `文件里有一个部分展开后有 ${inMegabytes(size)}`)
    }
    if (size > 1024 * 1024 && size > info.size * limits.zipRatio) {
      throw beyondLimit('zipBomb', '文件的压缩比异常，像是压缩炸弹')
    }
    total += size
    if (total > limits.zipTotal) {
      throw beyondLimit('zipTooLarge', `文件展开后超过 ${inMegabytes(limits.zipTotal)}`)
    }
    return true
  })
  return new Map(Object.entries(unpacked))
}

function walk(
  bytes: Uint8Array,
  limits: ReadLimits,
  filter: (info: UnzipFileInfo) => boolean,
): Record<string, Uint8Array> {
  let count = 0
  let refusal: unknown
  try {
    return unzipSync(bytes, {
      filter: (info) => {
        count += 1
        try {
          if (count > limits.zipEntries) {
            throw beyondLimit('zipEntries', `压缩包里超过 ${limits.zipEntries} 个文件`)
          }
          return filter(info)
        } catch (error) {
          refusal = error
          throw error
        }
      },
    })
  } catch (error) {
    throw refusal === error ? error : damaged()
  }
}

/** The name as it was meant: zip programs of Chinese Windows write GBK without saying so. */
export function entryName(name: string): string {
  const codes = Array.from(name, (character) => character.codePointAt(0) ?? 0)
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name
  const bytes = Uint8Array.from(codes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
