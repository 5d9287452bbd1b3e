import { Refused } from '../../../../../platform/refusals.ts'
import type { Services } from '../../../../../platform/services.ts'
import { namesOfPeople } from '../../../../agencies/index.ts'
import { letterTemplate } from '../../../letters/catalogue.ts'
import { composeLetter } from '../../../letters/template.ts'
import { changedLines } from '../../../rules/changed-lines.ts'
import { reasonsAgainstPaper } from '../../../rules/paper-reasons.ts'
import { reasonsAgainstSigning } from '../../../rules/signing.ts'
import { nameOnScreen } from '../../../store/applicants.ts'
import { letterPreview } from '../../../store/letter-preview.ts'
import { paperGround } from '../../../store/paper-ground.ts'
import { roundsOf } from '../../../store/rounds.ts'
import type { CaseHere } from './case-here.ts'
import type { PaperInFile, PaperView } from './paper-page.tsx'

/** Everything the page of one paper shows. */
export async function paperView(services: Services, here: CaseHere, paper: PaperInFile): Promise<PaperView> {
  const { request } = here.file
  const today = services.today()
  const isOut = paper.state === 'issued' || paper.state === 'served'
  const [letter, ground, rounds, names] = await Promise.all([
    isOut ? sentLetter(here, paper) : writtenLetter(services, here, paper),
    paperGround({ db: services.db, cipher: services.cipher, today }, request, paper, here.file.papers),
    roundsOf(services, here.agencyId, paper.paperId),
    namesOfPeople(
      services.db,
      [paper.draftedBy, ...paper.signatures.map(({ personId }) => personId)].filter((id) => id !== null),
    ),
  ])
  const signers = paper.signatures
    .filter(({ round, verdict }) => round === paper.round && verdict === 'approved')
    .map(({ personId }) => personId)
  const now = rounds.at(-1)
  const before = rounds.at(-2)
  return {
    paper,
    document: letter.document,
    missing: letter.missing,
    reasons: isOut || paper.state === 'discarded' ? [] : [...letter.reasons, ...reasonsAgainstPaper(ground)],
    againstSigning:
      paper.state === 'inReview'
        ? reasonsAgainstSigning({ ...paper, signers }, here.personId, here.permissions)
        : null,
    changed:
      paper.state === 'inReview' && now !== undefined && before !== undefined
        ? changedLines(before.lines, now.lines)
        : null,
    nameOf: (personId) => (personId === null ? '系统' : (names.get(personId) ?? '已离岗人员')),
  }
}

async function writtenLetter(services: Services, here: CaseHere, paper: PaperInFile) {
  try {
    const { document, missing } = await letterPreview(services, here.file.request, paper, services.today())
    return { document, missing, reasons: [] }
  } catch (error) {
    // Without the agency's settings no letter can be written; the page says so and stays.
    if (!(error instanceof Refused)) throw error
    return { document: null, missing: [], reasons: error.reasons }
  }
}

/** What went out, from the blanks it went out with; the applicant masked on the screen. */
async function sentLetter(here: CaseHere, paper: PaperInFile) {
  // The query code of a receipt is only on the print.
  if (paper.letter === 'D03')
    paper = { ...paper, blanks: { ...paper.blanks, queryCode: '（只在打印的回执上）' } }
  const applicant = paper.blanks['applicant'] as { readonly name: string } | undefined
  const blanks =
    applicant === undefined
      ? paper.blanks
      : {
          ...paper.blanks,
          applicant: { ...applicant, name: nameOnScreen(applicant.name, here.file.request.applicantKind) },
        }
  return { document: composeLetter(letterTemplate(paper.letter), blanks), missing: [], reasons: [] }
}
