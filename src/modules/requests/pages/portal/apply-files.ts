import type { FieldProblem } from '../../../../platform/refusals.ts'
import { inWords } from '../../../../platform/html/index.ts'
import type { FilePurpose } from '../../model.ts'
import { requestRefusals } from '../../refusals.ts'
import { enclosureField, mostIdentityFiles, powerField } from '../../rules/application.ts'
import { mostFiles } from '../../rules/uploads.ts'
import type { DraftFile } from '../../store/drafts.ts'
import type { TakenFile } from '../take-files.ts'
import { ordinal } from './apply-words.ts'

/** What a file of the form is for; null when the form has no such input. */
export function purposeOf(field: string, applicants: number): FilePurpose | null {
  if (field === powerField) return 'powerOfAttorney'
  if (field === enclosureField) return 'application'
  const position = /^applicants\.(\d{1,2})\.identityFile$/.exec(field)?.[1]
  return position !== undefined && Number(position) < applicants ? 'identity' : null
}

/** Which of the files still have room, and what is said of the others. */
export function withRoom(
  taken: readonly TakenFile[],
  kept: readonly Pick<DraftFile, 'field'>[],
  applicants: number,
): {
  readonly files: readonly (TakenFile & { readonly purpose: FilePurpose })[]
  readonly problems: readonly FieldProblem[]
} {
  const files: (TakenFile & { purpose: FilePurpose })[] = []
  const problems: FieldProblem[] = []
  for (const file of taken) {
    const purpose = purposeOf(file.field, applicants)
    if (purpose === null) continue
    const beside = [...kept, ...files].filter(({ field }) => field === file.field).length
    if (purpose === 'identity' && beside >= mostIdentityFiles)
      problems.push({
        field: file.field,
        sentence: `身份证明最多${inWords(mostIdentityFiles)}个文件，“${file.name}”没有收下。先删去一个再传`,
      })
    else if (kept.length + files.length >= mostFiles + applicants * mostIdentityFiles)
      problems.push({ field: file.field, sentence: requestRefusals['requests.file.tooMany'].sentence })
    else files.push({ ...file, purpose })
  }
  return { files, problems }
}

/** Whether one more file has room beside those that are there. */
export function hasRoom(
  file: TakenFile,
  kept: readonly Pick<DraftFile, 'field'>[],
  applicants: number,
): boolean {
  return withRoom([file], kept, applicants).files.length > 0
}

/** The name under which a file goes into the case: with several applicants it says whose proof it is. */
export function nameInCase(file: TakenFile, applicants: number): string {
  const position = /^applicants\.(\d{1,2})\./.exec(file.field)?.[1]
  return applicants > 1 && position !== undefined
    ? `${ordinal(Number(position))}申请人-${file.name}`
    : file.name
}
