/**
 * The parts of a picture file that carry text about it (EXIF, comments, text chunks), without the picture's own data, in
 * which any four bytes turn up by chance. Null when the bytes are no JPEG, PNG or GIF.
 */
export function imageMetadata(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegMetadata(bytes)
  if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47)
    return pngMetadata(bytes)
  return null
}

function jpegMetadata(bytes: Uint8Array): Uint8Array {
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // Start of scan: from here on it is the picture.
    if (marker === 0xda) break
    at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
  }
  return bytes.subarray(0, Math.min(at, bytes.length))
}

function pngMetadata(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: number[] = []
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (type !== 'IDAT' && type !== 'fdAT') {
      for (const byte of bytes.subarray(at + 8, Math.min(at + 8 + length, bytes.length))) kept.push(byte)
    }
    at += 12 + length
  }
  return Uint8Array.from(kept)
}
