export * from './request.ts'
export { passwordProblems, shortestPassword } from './password-rules.ts'
export { hashPassword, newOneTimePassword } from './passwords.ts'
export { codeAt, totpAddress, totpPicture, type QrPicture } from './second-factor.ts'
export { digestOf, newToken } from './token.ts'
export { sessionRefusals } from './refusals.ts'
export * from './sign-in.ts'
export * from './own-account.ts'
export * from './single-sign-on.ts'
export * from './register.ts'
export { sessionRoom } from './room.ts'
export {
  accountById,
  clearFailures,
  closeAccount,
  createAccount,
  forgetSecondFactor,
  loginNameOf,
  setLoginName,
  setPasswordHash,
  type Account,
} from './store/accounts.ts'
export * from './store/sessions.ts'
