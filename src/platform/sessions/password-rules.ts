import { isCommonPassword } from './known-passwords.ts'

/** Usual measure of an assessment under GB/T 22239-2019 (the standard itself gives no numbers). */
export const shortestPassword = 10
export const longestPassword = 128

/**
 * What is wrong with a password, in sentences for the person; empty when it may be used.
 * @param loginName the password may not hold it
 */
export function passwordProblems(password: string, loginName: string): readonly string[] {
  const problems: string[] = []
  if ([...password].length < shortestPassword) problems.push(`密码至少${shortestPassword}个字符`)
  if (password.length > longestPassword) problems.push(`密码最多${longestPassword}个字符`)
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]
  if (kinds.filter((kind) => kind.test(password)).length < 3)
    problems.push('大写字母、小写字母、数字、符号，至少用其中三种')
  if (loginName.length >= 3 && password.toLowerCase().includes(loginName.toLowerCase()))
    problems.push('密码里不能有用户名')
  if (problems.length === 0 && isCommonPassword(password))
    problems.push('这个密码太常见，别人容易猜到，请换一个')
  return problems
}
