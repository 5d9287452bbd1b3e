import { defaultLimits, filesOf } from '../../documents/read/index.ts'

/** The files of a zip archive, or the one file that the bytes are. */
export function filesInside(
  bytes: Uint8Array,
  name: string,
): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return filesOf(bytes, defaultLimits, name)
}
