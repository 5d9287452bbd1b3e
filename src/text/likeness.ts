/**
 * How much two texts have in common, 0 to 1, by the pairs of neighbouring signs (Dice); spaces and punctuation aside. Cheap enough
 * for thousands of comparisons, unlike an edit distance.
 */
export function likeness(one: string, other: string): number {
  const left = pairs(one)
  const right = pairs(other)
  const total = sum(left) + sum(right)
  if (total === 0) return 0
  let common = 0
  for (const [pair, count] of left) common += Math.min(count, right.get(pair) ?? 0)
  return (2 * common) / total
}

function pairs(text: string): Map<string, number> {
  const signs = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{P}\p{S}\s]/gu, ''),
  ]
  const found = new Map<string, number>()
  for (let place = 1; place < signs.length; place += 1) {
    const pair = `${signs[place - 1]}${signs[place]}`
    found.set(pair, (found.get(pair) ?? 0) + 1)
  }
  return found
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const count of counts.values()) total += count
  return total
}
