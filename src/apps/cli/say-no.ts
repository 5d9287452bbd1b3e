/** Tells the person at the shell, in one Chinese sentence on one line of standard error, why nothing was done. @returns exit code 2 */
export function sayNo(sentence: string): number {
  process.stderr.write(`${sentence.replace(/\p{Cc}+/gu, ' ')}\n`)
  return 2
}
