import type { Form } from '../../../../platform/http/form.ts'
import {
  isApplicantKind,
  type ApplyStep,
  type DraftApplicant,
  type DraftContent,
} from '../../rules/application.ts'

/** Longer than any field may be: what is too long is told by the rules, but not kept without end. */
const longest = { line: 400, text: 6_000 }

function typed(form: Form, name: string, before: string, most = longest.line): string {
  if (!Object.hasOwn(form.values, name)) return before
  return form.text(name).replaceAll('\r\n', '\n').replaceAll('\0', '').slice(0, most)
}

/** Lays what one step's form holds over what was typed before. Fields the form does not have stay as they are. */
export function mergeStep(step: ApplyStep, draft: DraftContent, form: Form): DraftContent {
  switch (step) {
    case 'who':
      return {
        ...draft,
        applicants: draft.applicants.map((applicant, position) => mergeApplicant(applicant, position, form)),
        agentName: typed(form, 'agentName', draft.agentName).trim(),
        agentIdentityNumber: typed(form, 'agentIdentityNumber', draft.agentIdentityNumber).trim(),
        agentPhone: typed(form, 'agentPhone', draft.agentPhone).trim(),
      }
    case 'what':
      return {
        ...draft,
        content: typed(form, 'content', draft.content, longest.text),
        documentNumber: typed(form, 'documentNumber', draft.documentNumber).trim(),
      }
    case 'how':
      return {
        ...draft,
        applicants: draft.applicants.map((applicant, position) =>
          position === 0 ? mergeApplicant(applicant, 0, form) : applicant,
        ),
        wantedForm: typed(form, 'wantedForm', draft.wantedForm),
        wantedWay: typed(form, 'wantedWay', draft.wantedWay),
        assistance: typed(form, 'assistance', draft.assistance),
      }
    case 'review':
      return draft
  }
}

function mergeApplicant(applicant: DraftApplicant, position: number, form: Form): DraftApplicant {
  const field = (name: keyof DraftApplicant) =>
    typed(form, `applicants.${position}.${name}`, applicant[name]).trim()
  const kind = field('kind')
  const isOther = isApplicantKind(kind) && kind !== applicant.kind
  const wasPersonal = ['identityCard', 'passport', 'otherPersonal'].includes(field('identityKind'))
  const becomesPersonal = kind === 'natural'
  return {
    kind: isApplicantKind(kind) ? kind : applicant.kind,
    name: field('name'),
    // Another group has other papers: a company has no identity card.
    identityKind:
      isOther && wasPersonal !== becomesPersonal
        ? becomesPersonal
          ? 'identityCard'
          : 'businessLicence'
        : field('identityKind'),
    identityNumber: field('identityNumber'),
    contactName: field('contactName'),
    phone: field('phone'),
    email: field('email'),
    address: field('address'),
    postcode: field('postcode'),
  }
}
