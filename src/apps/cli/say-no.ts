/** Tells the person at the shell, in one Chinese sentence on one line of standard error, why nothing was done. @returns exit code 2 */
export function sayNo(sentence: string): number {
  process.stderr.write(`${sentence.replace(/\p{Cc}+/gu, ' ')}\n`)
  return 2
}

/** The sentence for a flag that the command does not know, lacks its value, or has one too many. @returns exit code 2 */
export function badFlags(word: string, error: unknown): number {
  const { code, message = '' } = error as { code?: string; message?: string }
  const flag = /'(-[^'\s<]+)/.exec(message)?.[1] ?? ''
  const what =
    code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
      ? `没有 ${flag} 这个参数`
      : /argument missing|is ambiguous/.test(message)
        ? `${flag} 后面要写内容`
        : /does not take an argument/.test(message)
          ? `${flag} 后面不用写内容`
          : '参数写错了'
  return sayNo(`${what}。运行 gongkai ${word} --help 看用法。`)
}
