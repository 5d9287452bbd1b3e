import { groundWords } from '../journal/in-words.ts'
import type { Room } from '../room.ts'
import { sessionMigrations } from './store/migrations.ts'

/** What sessions bring along: their tables, which come before every room's. */
export const sessionRoom: Room = {
  name: 'sessions',
  migrations: sessionMigrations,
  sealed: [{ table: 'accounts', columns: ['totp_secret'] }],
  journalWords: groundWords,
  verbs: {
    'sign-in': '登录',
    'begin-sign-in': '通过密码，等下一步',
    'refuse-sign-in': '登录没有成功',
    'refuse-second-factor': '动态验证码不对',
    'sign-out': '退出',
    'revoke-session': '结束另一处登录',
    'change-password': '改密码',
    'replace-one-time-password': '换掉一次性密码',
    'enrol-second-factor': '绑定动态验证码',
    'drop-second-factor': '停用动态验证码',
    'link-single-sign-on': '关联统一身份',
    'unlink-single-sign-on': '解除统一身份',
  },
}
