import type { Form } from '../../../../platform/http/form.ts'
import type { IntakeInput, RequestInput } from '../../model.ts'

/** Fields of one applicant, as they are called in the form: `applicants.0.name`. */
export const applicantFields = [
  'kind',
  'name',
  'identityKind',
  'identityNumber',
  'contactName',
  'phone',
  'email',
  'address',
  'postcode',
  'agentName',
  'agentIdentityNumber',
  'agentPhone',
] as const

/** How many applicants the form holds: at least one, at most twenty; one more where the clerk asked for it. */
export function applicantRows(form: Form): number {
  let rows = 0
  while (rows < 20 && form.values[`applicants.${rows}.name`] !== undefined) rows += 1
  return Math.max(1, Math.min(20, rows + (form.text('go') === 'more' ? 1 : 0)))
}

/** What was typed, as the commands take it; empty rows after the first are left out. */
export function intakeOf(
  form: Form,
  agencyId: string,
): { readonly input: RequestInput; readonly intake: IntakeInput } {
  const applicants = Array.from({ length: applicantRows(form) }, (_, index) =>
    Object.fromEntries(
      applicantFields.map((field) => [field, form.text(`applicants.${index}.${field}`).trim()]),
    ),
  ).filter((row, index) => index === 0 || row['name'] !== '' || row['identityNumber'] !== '')
  return {
    input: {
      agencyId,
      kind: form.text('kind') || 'information',
      applicants,
      content: form.text('content').replaceAll('\r\n', '\n'),
      documentNumber: form.text('documentNumber'),
      wantedForm: form.text('wantedForm'),
      wantedWay: form.text('wantedWay'),
      assistance: form.text('assistance'),
      submissionKey: form.text('submissionKey'),
    } as RequestInput,
    intake: {
      channel: form.text('channel'),
      arrivedOn: form.text('arrivedOn'),
      confirmedOn: form.text('confirmedOn'),
      postNumber: form.text('postNumber'),
      readBack: form.text('readBack') === '1',
    } as IntakeInput,
  }
}
