import { UnreadableDocument } from '../tree.ts'
import { openRecogniser, ocrPackages, type Recogniser } from './ocr/engine.ts'

/**
 * The refusal for pictures and scans where nothing is recognised: the caller reads without it, because it takes long, or because
 * what is read so must not be relied on.
 */
export function needsOcr(what: string): UnreadableDocument {
  return new UnreadableDocument(
    'needsOcr',
    `${what}，没有可以读取的文字。请提供含有文字的文件（docx、pdf、html 等），或者先做文字识别再试。`,
  )
}

/** The recogniser. @throws UnreadableDocument `noOcr` with the command that installs it */
export async function recogniserFor(what: string): Promise<Recogniser> {
  const recogniser = await openRecogniser()
  if (recogniser) return recogniser
  throw new UnreadableDocument(
    'noOcr',
    `${what}，这里没有安装文字识别组件。请提供含有文字的文件（docx、pdf、html 等），或者请维护人员运行 npm install ${ocrPackages.join(' ')} 后再试。`,
  )
}
