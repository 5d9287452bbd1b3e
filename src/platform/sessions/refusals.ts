import type { Reason } from '../../law/reason.ts'
import { failuresBeforeLock, lockMinutes } from './store/accounts.ts'

/** Every way sign-in and accounts say no. One sentence for all failures of sign-in: it must not tell whether the name exists. */
export const sessionRefusals = {
  'sessions.signIn.first': { code: 'sessions.signIn.first', sentence: '请先登录。' },
  'sessions.permission.missing': {
    code: 'sessions.permission.missing',
    sentence: '您在这个机关没有办这件事的权限。',
    help: '需要的话，请安全管理员授予角色。',
  },
  'sessions.signIn.refused': {
    code: 'sessions.signIn.refused',
    sentence: `用户名或密码不对，或者账号正在锁定。连续${failuresBeforeLock}次不对，账号锁定${lockMinutes}分钟。`,
    help: '忘记密码，请找系统管理员重发一次性链接。',
  },
  'sessions.signIn.addressBusy': {
    code: 'sessions.signIn.addressBusy',
    sentence: `这个网络地址失败的次数太多，请${lockMinutes}分钟后再试。`,
  },
  'sessions.signIn.stepOver': {
    code: 'sessions.signIn.stepOver',
    sentence: '这一步等得太久，已经作废。请从用户名和密码重新开始。',
  },
  'sessions.secondFactor.wrongCode': {
    code: 'sessions.secondFactor.wrongCode',
    sentence: '验证码不对，或者已经用过。验证码每30秒换一次，请输入最新的6位数字。',
    help: '手机不在身边，可以用一个恢复码。',
  },
  'sessions.secondFactor.locked': {
    code: 'sessions.secondFactor.locked',
    sentence: `连续${failuresBeforeLock}次不对，账号已锁定${lockMinutes}分钟。`,
  },
  'sessions.secondFactor.required': {
    code: 'sessions.secondFactor.required',
    sentence: '你的账号必须使用动态验证码，不能停用。换手机时请重新绑定。',
    basis: 'GB/T 22239-2019',
  },
  'sessions.singleSignOn.unknown': {
    code: 'sessions.singleSignOn.unknown',
    sentence: '统一身份认证已通过，但还没有账号与它关联。请先用密码登录，在“我的账号”里关联。',
  },
  'sessions.singleSignOn.failed': {
    code: 'sessions.singleSignOn.failed',
    sentence: '统一身份认证没有完成。可以再试一次，或者用密码登录。',
  },
  'sessions.singleSignOn.taken': {
    code: 'sessions.singleSignOn.taken',
    sentence: '这个统一身份已经关联了别的账号。',
  },
} as const satisfies Readonly<Record<string, Reason>>
