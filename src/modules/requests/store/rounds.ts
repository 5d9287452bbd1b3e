import type { Db, FieldCipher } from '../../../platform/context.ts'

/** Keeps a paper's wording as it was handed in for a round of approval, so that the next signer sees what changed. */
export async function keepRound(
  ground: { readonly db: Db; readonly cipher: FieldCipher; readonly now: Date },
  key: { readonly agencyId: string; readonly paperId: string; readonly round: number },
  lines: readonly string[],
): Promise<void> {
  const sealed = ground.cipher.seal(JSON.stringify(lines))
  await ground.db
    .insertInto('request_paper_rounds')
    .values({
      agency_id: key.agencyId,
      paper_id: key.paperId,
      round: key.round,
      lines_sealed: sealed,
      submitted_at: ground.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'paper_id', 'round'])
        .doUpdateSet({ lines_sealed: sealed, submitted_at: ground.now }),
    )
    .execute()
}

export interface PaperRound {
  readonly round: number
  readonly lines: readonly string[]
  readonly submittedAt: Date
}

/** The wordings a paper was handed in with, the first round first. */
export async function roundsOf(
  ground: { readonly db: Db; readonly cipher: FieldCipher },
  agencyId: string,
  paperId: string,
): Promise<readonly PaperRound[]> {
  const rows = await ground.db
    .selectFrom('request_paper_rounds')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('paper_id', '=', paperId)
    .orderBy('round')
    .execute()
  return rows.map((row) => ({
    round: row.round,
    lines: JSON.parse(ground.cipher.open(row.lines_sealed)) as string[],
    submittedAt: row.submitted_at,
  }))
}
