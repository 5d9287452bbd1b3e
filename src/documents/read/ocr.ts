import { UnreadableDocument } from '../tree.ts'

/** The refusal for pictures and scans when no character recognition is at hand. */
export function needsOcr(what: string): UnreadableDocument {
  return new UnreadableDocument(
    'needsOcr',
    `${what}，没有可以读取的文字。请提供含有文字的文件（docx、pdf、html 等），或者先做文字识别再试。`,
  )
}
