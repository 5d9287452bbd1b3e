import assert from 'node:assert/strict'
import { writeDocx } from '../../../src/documents/write/docx.ts'
import { paragraph } from '../../../src/documents/write/model.ts'
import { at, type Case } from './clerk.ts'
import type { Office } from './office.ts'
import type { Typed, TypedFile, Window } from './window.ts'

/** A Word file with these paragraphs, as an office keeps it. */
export async function wordFile(title: string, lines: readonly string[]): Promise<TypedFile> {
  const bytes = await writeDocx({
    layout: 'plain',
    letterhead: '云汀市应急管理局',
    title: [title],
    body: lines.map((line) => paragraph(line)),
  })
  return {
    name: `${title}.docx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(bytes),
  }
}

/** Puts a piece of information on the inventory and judges it. */
export async function clerkLists(
  office: Office,
  one: Case,
  item: { readonly title: string; readonly pages: number },
  judgement: Typed,
): Promise<Window> {
  const window = await office.staff('officer')
  await window.go(at(one, '/items'))
  await window.fills({ title: item.title, pages: String(item.pages) })
  await window.presses('列入清单')
  await window.fills(judgement)
  await window.presses('记下判断')
  return window
}

/** Uploads the original of the piece that stands open, and makes the copy that goes out. */
export async function clerkReleases(window: Window, original: TypedFile, mask: Typed = {}): Promise<void> {
  await window.fills({ original })
  await window.presses('上传原件')
  await window.fills(mask)
  await window.presses('生成并检查')
  assert.match(await window.words(), /供公开的文件/)
}
