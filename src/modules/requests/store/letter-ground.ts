import { isOutcomeCode } from '../../../law/outcomes/outcomes.ts'
import { beijingDay, yearOf, type PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Context } from '../../../platform/context.ts'
import { agencyNameOn, namesOfPeople } from '../../agencies/index.ts'
import { documentNumber } from '../letters/document-number.ts'
import type { LetterGround } from '../rules/letter-facts.ts'
import { seriesOf } from '../rules/papers.ts'
import { openApplicants } from './applicants.ts'
import type { StandingCase } from './cases.ts'
import { answerToken, consultationsOf } from './consultations.ts'
import { itemsOf } from './items.ts'
import { papersOf, signaturesOf, type Paper } from './papers.ts'
import { issuerOf, letterSettings } from './settings.ts'

/** What of a paper decides which records speak in it; a paper that is not kept yet has no id and no signatures. */
export type GroundPaper = Pick<Paper, 'letter' | 'consultationId' | 'outcome'> &
  Partial<Pick<Paper, 'paperId' | 'round' | 'draftedBy'>>

/**
 * Everything that the records know for one paper of a case.
 * @param number the paper's running number; 1 stands in while it is only looked at
 * @param publicUrl where the portal is, for the one-time answer link; null while the paper is only looked at
 * @throws Refused while the agency's settings for letters are missing
 */
export async function letterGround(
  context: Pick<Context, 'db' | 'cipher'>,
  found: StandingCase,
  paper: GroundPaper,
  issuedOn: PlainDay,
  number: number,
  publicUrl: string | null = null,
): Promise<LetterGround> {
  const { db, cipher } = context
  const settings = await letterSettings(context, found.agencyId)
  const name = (await agencyNameOn(db, found.agencyId, issuedOn)) ?? ''
  const [issuer, applicants, consultations, items, papers] = await Promise.all([
    issuerOf(db, found.agencyId, name),
    openApplicants(db, cipher, found.agencyId, found.requestId),
    consultationsOf(db, cipher, found.agencyId, found.requestId),
    itemsOf(db, found.agencyId, found.requestId),
    papersOf(db, cipher, found.agencyId, found.requestId),
  ])
  const signatures =
    paper.paperId === undefined
      ? []
      : (await signaturesOf(db, found.agencyId, [paper.paperId])).filter(
          ({ round, verdict }) => round === paper.round && verdict === 'approved',
        )
  const people = [paper.draftedBy ?? null, ...signatures.map(({ personId }) => personId)].filter(
    (id) => id !== null,
  )
  const names = await namesOfPeople(db, people)
  const series = seriesOf(paper.letter)
  const consulted =
    consultations.find(({ consultationId }) => consultationId === paper.consultationId) ??
    // A refusal for a third party's rights speaks of the party that was asked.
    (paper.outcome !== null && isOutcomeCode(paper.outcome) && paper.outcome === 'thirdPartyRights'
      ? (consultations.find(({ kind, opinion }) => kind === 'thirdParty' && opinion === 'objects') ??
        consultations.find(({ kind }) => kind === 'thirdParty'))
      : undefined) ??
    null
  return {
    request: found,
    standing: found.standing,
    events: found.events,
    calendar: found.calendar,
    settings,
    issuer,
    applicant: {
      name: applicants.map((one) => one.name).join('、'),
      isNaturalPerson: applicants[0]?.kind === 'natural',
    },
    consultation: consulted,
    items,
    drafter: paper.draftedBy ? (names.get(paper.draftedBy) ?? '') : '',
    signed: signatures.map(({ role, opinion, personId, signedAt }) => ({
      role,
      opinion: opinion || '同意',
      name: names.get(personId) ?? '',
      on: beijingDay(signedAt),
    })),
    sent: papers
      .filter(({ state }) => state === 'issued' || state === 'served')
      .map(({ letter, documentNumber: own, issuedOn: on, servedOn, consultationId }) => ({
        letter,
        documentNumber: own,
        issuedOn: on,
        servedOn,
        consultationId,
      })),
    documentNumber:
      series === null
        ? ''
        : documentNumber({
            code: `${settings.documentPrefix}${series}`,
            year: yearOf(issuedOn),
            number,
          }),
    issuedOn,
    answerLink:
      consulted === null || publicUrl === null
        ? null
        : `${publicUrl}/consultations/${answerToken(cipher, consulted.consultationId)}`,
  }
}
