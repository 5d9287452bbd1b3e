import { createCanvas, loadImage } from '@napi-rs/canvas'
import { UnreadableDocument } from '../../tree.ts'
import { beyondLimit, type ReadLimits } from '../limits.ts'
import { type Grey, greyOf } from './grey.ts'

/** Type is read best at this many pixels an inch; finer pictures only take longer (documents research, section 1, OCR). */
const bestDpi = 200
/** Between these a picture is left as it is. */
const fineEnough = { from: 145, to: 260 }
/** A page is taken to be A4 upright, or on its side when it is wider than high. */
const inchesWide = { upright: 8.27, onSide: 11.69 }

/** A picture of a page ready to be read. */
export interface PagePicture {
  readonly picture: Grey
  readonly dpi: number
}

/**
 * Decodes a picture of one page. A damaged one may end the process: called only where that is provided for.
 * @throws UnreadableDocument `pictureFormat`, `damagedPicture`, `pictureTooLarge`
 */
export async function decodePicture(bytes: Uint8Array, limits: ReadLimits): Promise<PagePicture> {
  // The head says how large the picture will be: one that says a million by a million is not unpacked.
  const size = sizeOf(bytes)
  if (size === undefined) {
    throw new UnreadableDocument('pictureFormat', '这种图片读不了。请转存为 png 或 jpg 再试。')
  }
  if (size.width * size.height > limits.picturePixels) {
    throw beyondLimit('pictureTooLarge', `图片有 ${size.width}×${size.height} 个像素`)
  }
  if (bytes[0] === 0x89 && !isSoundPng(bytes)) throw damagedPicture()
  const image = await loadImage(Buffer.from(bytes)).catch(() => undefined)
  if (!image || image.width === 0 || image.height === 0) {
    throw damagedPicture()
  }
  const inches = image.width > image.height ? inchesWide.onSide : inchesWide.upright
  const found = image.width / inches
  const wanted = found < fineEnough.from || found > fineEnough.to ? bestDpi : found
  const most = Math.sqrt(limits.picturePixels / (image.width * image.height))
  const scale = Math.min(wanted / found, most)
  const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)]
  const context = createCanvas(width, height).getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0, width, height)
  return {
    picture: greyOf(context.getImageData(0, 0, width, height).data, width, height),
    dpi: found * scale,
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The size that the head of a png, gif, bmp, jpeg or webp names. */
function sizeOf(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = new TextDecoder('latin1').decode(bytes.subarray(0, 16))
  if (bytes.length < 30) return undefined
  if (mark.startsWith('\u0089PNG')) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (mark.startsWith('GIF8')) return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (mark.startsWith('BM'))
    return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
  if (mark.startsWith('RIFF') && mark.slice(8, 12) === 'WEBP') return sizeOfWebp(view, mark.slice(12, 16))
  if (mark.startsWith('\u00ff\u00d8')) return sizeOfJpeg(view)
  return undefined
}

function damagedPicture(): UnreadableDocument {
  return new UnreadableDocument('damagedPicture', '图片已损坏，无法读取。请重新扫描或者另存后再试。')
}

/** The decoder falls over a head without a depth of colour, and over a file that has no picture in it. */
function isSoundPng(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 1_000_000))
  return text.slice(12, 16) === 'IHDR' && [1, 2, 4, 8, 16].includes(bytes[24] ?? 0) && text.includes('IDAT')
}

function sizeOfWebp(view: DataView, kind: string): Size | undefined {
  if (kind === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind === 'VP8L') {
    const packed = view.getUint32(21, true)
    return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 }
  }
  if (kind === 'VP8X')
    return { width: (view.getUint32(23, true) >>> 8) + 1, height: (view.getUint32(26, true) >>> 8) + 1 }
  return undefined
}

/** Segments follow each other until one that begins a frame: its height and width stand after the precision. */
function sizeOfJpeg(view: DataView): Size | undefined {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const kind = view.getUint8(at + 1)
    if (kind === 0xff) {
      at += 1
      continue
    }
    const isFrame = kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
