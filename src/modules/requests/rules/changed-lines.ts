/** One line of a comparison: the same in both, only in the earlier, or only in the later. */
export interface ComparedLine {
  readonly is: 'same' | 'cut' | 'put'
  readonly text: string
}

/** Two wordings line by line, by their longest common course. Every line of both stands in it once. */
export function changedLines(before: readonly string[], after: readonly string[]): readonly ComparedLine[] {
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        before[i] === after[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
  const lines: ComparedLine[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]]
    if (old !== undefined && old === now) {
      lines.push({ is: 'same', text: old })
      i += 1
      j += 1
    } else if (
      now === undefined ||
      (old !== undefined && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      lines.push({ is: 'cut', text: old as string })
      i += 1
    } else {
      lines.push({ is: 'put', text: now })
      j += 1
    }
  }
  return lines
}
