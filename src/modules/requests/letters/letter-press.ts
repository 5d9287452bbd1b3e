import { writeDocx } from '../../../documents/write/docx.ts'
import type { OfficialDocument } from '../../../documents/write/model.ts'
import { openPdfWriter, type PdfWriter } from '../../../documents/write/pdf/write-pdf.ts'
import { readFontFolder } from '../../../platform/files/font-folder.ts'
import type { Services } from '../../../platform/services.ts'

/** A letter as it leaves the office. */
export interface PrintedLetter {
  readonly pdf: Uint8Array
  readonly docx: Uint8Array
}

/** Prints letters in the layout of GB/T 9704-2012 with the agency's registered faces. */
export interface LetterPress {
  /** @throws MissingGlyphs when a name has a character that no face can draw */
  print(document: OfficialDocument): Promise<PrintedLetter>
}

const presses = new WeakMap<Services, LetterPress>()

/** The one press of an installation; typesetting threads start with the first letter and do not keep a process alive. */
export function letterPress(services: Services): LetterPress {
  const known = presses.get(services)
  if (known) return known
  let opening: Promise<PdfWriter> | null = null
  const open = async () =>
    openPdfWriter({ fonts: await readFontFolder(services.config.fontFolder), threads: 1 })
  const press: LetterPress = {
    async print(document) {
      opening ??= open()
      const writer = await opening
      const [pdf, docx] = await Promise.all([writer.write(document), writeDocx(document)])
      return { pdf, docx }
    },
  }
  presses.set(services, press)
  return press
}
