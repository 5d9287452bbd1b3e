import type { DocTree } from '../../tree.ts'
import { finishTree } from '../draft.ts'
import type { ReadLimits } from '../limits.ts'
import { pageBlocks } from '../page-blocks.ts'
import { flowPages } from '../page-flow.ts'
import type { Recogniser } from './engine.ts'
import { decodePicture } from './picture.ts'
import { readPicturedPage } from './read-page.ts'
import { notesOf, recognised } from './recognised.ts'

/**
 * Reads a picture of a report, or of a page of one.
 * @throws UnreadableDocument `pictureFormat`, `damagedPicture`, `pictureTooLarge`, `noText`
 */
export async function readPicture(
  bytes: Uint8Array,
  recogniser: Recogniser,
  limits: ReadLimits,
): Promise<DocTree> {
  const { picture, dpi } = await decodePicture(bytes, limits)
  const read = readPicturedPage(picture, 1, dpi, recogniser)
  const flow = flowPages([pageBlocks(read.items, limits.cells)])
  return finishTree(
    {
      format: 'image',
      blocks: recognised(flow.blocks, new Set([1])),
      notes: [...notesOf(read), ...flow.notes],
    },
    limits,
  )
}
