import { writeArchive, type ArchiveEntry } from '../../../documents/archive/write-archive.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { outcomeWords } from '../../../law/outcomes/words.ts'
import { sm3 } from '../../../platform/cipher/digest.ts'
import type { Db, FieldCipher, FileStore } from '../../../platform/context.ts'
import { readFile } from '../store/files.ts'
import { settingsOf } from '../store/settings.ts'
import { applicantKindWords, filePurposeWords, serviceWayWords } from '../words.ts'
import { caseFile, type CaseFileView } from './case-file.ts'

const folderOf: Readonly<Record<string, string>> = {
  application: '1 申请',
  identity: '1 申请',
  powerOfAttorney: '1 申请',
  clarification: '2 补正',
  reasons: '2 补正',
  searchRecord: '3 办理',
  evidence: '3 办理',
  opinion: '3 办理',
  original: '3 办理',
  letter: '4 文书',
  release: '5 提供的信息',
  serviceProof: '6 送达',
  paymentProof: '6 送达',
  withdrawal: '6 送达',
  remedy: '7 复议诉讼',
}

/**
 * The complete file of a case as one zip (条例 Art 45): every paper, enclosure and proof in order, the course of the case with the day
 * and article of each step, an index with the SM3 digest of each file. Erased identity papers are listed as erased.
 * @returns the bytes; undefined when the agency has no such case
 */
export async function caseArchive(
  ground: { readonly db: Db; readonly cipher: FieldCipher; readonly files: FileStore },
  agencyId: string,
  requestId: string,
  today: PlainDay,
): Promise<{ readonly bytes: Uint8Array; readonly number: string; readonly digest: string } | undefined> {
  const file = await caseFile(ground, agencyId, requestId, today)
  if (!file) return undefined
  const { request } = file
  const { retentionYears } = await settingsOf(ground.db, agencyId)
  const entries: ArchiveEntry[] = [
    {
      path: '0 办理经过.json',
      title: '办理经过（期限、依据、送达、审签）',
      on: today,
      bytes: Buffer.from(`${JSON.stringify(courseOf(file), null, 2)}\n`),
    },
  ]
  let serial = 0
  for (const one of file.files) {
    if (one.isErased) continue
    serial += 1
    const { bytes } = await readFile(ground, { agencyId, requestId, fileId: one.fileId })
    entries.push({
      path: `${folderOf[one.purpose] ?? '3 办理'}/${String(serial).padStart(3, '0')} ${safeName(one.name)}`,
      title: `${filePurposeWords[one.purpose]}：${one.name}`,
      on: one.addedAt.toISOString().slice(0, 10),
      bytes,
    })
  }
  const erased = file.files.filter(({ isErased }) => isErased).length
  const bytes = writeArchive(
    {
      title: `政府信息公开申请 ${request.number} 办理案卷`,
      facts: [
        ['申请编号', request.number],
        ['申请人类别', applicantKindWords[request.applicantKind]],
        ['收到申请之日', request.receivedOn ?? '未确认'],
        ['办结日期', request.closedOn ?? '未办结'],
        ['保管期限', `${retentionYears}年`],
        ['办理结果', request.outcome === null ? '未办结' : outcomeWords[request.outcome]],
        ...(erased > 0 ? [['已依法删除的身份证明', `${erased}份`] as const] : []),
      ],
      on: today,
      digestName: 'SM3',
    },
    entries,
    sm3,
  )
  return { bytes, number: request.number, digest: sm3(bytes) }
}

function courseOf({ request, steps, papers, consultations, items }: CaseFileView): unknown {
  return {
    number: request.number,
    content: request.content,
    receivedOn: request.receivedOn,
    closedOn: request.closedOn,
    outcome: request.outcome,
    steps,
    events: request.events.map(({ type, on }) => ({ type, on })),
    papers: papers.map((paper) => ({
      letter: paper.letter,
      documentNumber: paper.documentNumber,
      state: paper.state,
      issuedOn: paper.issuedOn,
      servedOn: paper.servedOn,
      toldDueOn: paper.toldDueOn,
      evidence: paper.evidence,
      signatures: paper.signatures.map(({ role, verdict, opinion, signedAt, round }) => ({
        role,
        verdict,
        opinion,
        signedAt,
        round,
      })),
      services: paper.services.map(({ way, sentOn, countedOn, deliveredOn, proofNumber }) => ({
        way: serviceWayWords[way],
        sentOn,
        countedOn,
        deliveredOn,
        proofNumber,
      })),
    })),
    consultations: consultations.map(({ kind, information, sentOn, deliveredOn, answeredOn, opinion }) => ({
      kind,
      information,
      sentOn,
      deliveredOn,
      answeredOn,
      opinion,
    })),
    items: items.map(({ title, documentNumber, pages, judgement, because }) => ({
      title,
      documentNumber,
      pages,
      judgement,
      because,
    })),
  }
}

/** A file name that every system can unpack. */
function safeName(name: string): string {
  const plain = name
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u001f\\/:*?"<>|]/g, '_')
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '')
  return [...plain].slice(-120).join('') || '文件'
}
