import type { Reason } from '../../law/reason.ts'

const separation = 'GB/T 22239-2019 三员分立'

/** Every way this room says no. */
export const agencyRefusals = {
  'agencies.permission.missing': {
    code: 'agencies.permission.missing',
    sentence: '您在这个机关没有办这件事的权限。',
    help: '需要的话，请安全管理员授予角色。',
  },
  'agencies.tree.wrongParent': {
    code: 'agencies.tree.wrongParent',
    sentence: '这类机关不能放在所选的上级机关之下。',
  },
  'agencies.tree.wrongBelow': {
    code: 'agencies.tree.wrongBelow',
    sentence: '下面已有的机关不能放在这类机关之下，请先给它们换上级。',
  },
  'agencies.tree.circle': {
    code: 'agencies.tree.circle',
    sentence: '不能把机关放到它自己或者它的下级机关之下。',
  },
  'agencies.tree.closed': {
    code: 'agencies.tree.closed',
    sentence: '这个机关已经撤销或者合并，只能查看。',
  },
  'agencies.tree.closedParent': {
    code: 'agencies.tree.closedParent',
    sentence: '所选的上级机关已经撤销。',
  },
  'agencies.tree.openBelow': {
    code: 'agencies.tree.openBelow',
    sentence: '它还有下级机关。请先把下级机关移到别处。',
  },
  'agencies.tree.dayTooEarly': {
    code: 'agencies.tree.dayTooEarly',
    sentence: '日期早于上一次变更，请核对。',
  },
  'agencies.tree.sameName': {
    code: 'agencies.tree.sameName',
    sentence: '新名称和现在的一样。',
  },
  'agencies.tree.slugTaken': {
    code: 'agencies.tree.slugTaken',
    sentence: '这个网址名已经有机关在用，请换一个。',
  },
  'agencies.profile.stale': {
    code: 'agencies.profile.stale',
    sentence: '你打开之后，有人改过这一页。请对照现在的内容再保存。',
  },
  'agencies.role.notAdministrators': {
    code: 'agencies.role.notAdministrators',
    sentence: '系统、安全、审计三个管理员必须是三个人，一人不能兼任。',
    basis: separation,
    help: '请由另一人担任。',
  },
  'agencies.role.administratorNoBusiness': {
    code: 'agencies.role.administratorNoBusiness',
    sentence: '管理员不能承办业务，承办业务的人也不能当管理员。',
    basis: separation,
    help: '请由另一人担任。',
  },
  'agencies.role.notToOneself': {
    code: 'agencies.role.notToOneself',
    sentence: '不能给自己授予或者收回角色，请另一位安全管理员来办。',
    basis: separation,
  },
  'agencies.role.lastAdministrator': {
    code: 'agencies.role.lastAdministrator',
    sentence: '这是最后一位担任这项管理工作的人，先让别人接任，再收回。',
  },
  'agencies.role.unknown': {
    code: 'agencies.role.unknown',
    sentence: '这个机关没有这个角色。',
  },
  'agencies.role.adminPermission': {
    code: 'agencies.role.adminPermission',
    sentence: '自定义角色不能带管理员的权限。',
    basis: separation,
  },
  'agencies.role.unknownPermission': {
    code: 'agencies.role.unknownPermission',
    sentence: '所选的权限里有一项并不存在，请刷新页面再选。',
  },
  'agencies.role.nameTaken': {
    code: 'agencies.role.nameTaken',
    sentence: '这个机关已有同名的角色。',
  },
  'agencies.person.left': {
    code: 'agencies.person.left',
    sentence: '这个人已经离岗。',
  },
  'agencies.person.emailTaken': {
    code: 'agencies.person.emailTaken',
    sentence: '这个邮箱已经登记给别人。一人一个账号，不能重复登记。',
  },
  'agencies.person.notOneself': {
    code: 'agencies.person.notOneself',
    sentence: '不能给自己办离岗。',
  },
  'agencies.invitation.over': {
    code: 'agencies.invitation.over',
    sentence: '这个链接已经用过或者过期了。',
    help: '请系统管理员重新发一个。',
  },
  'agencies.person.notMember': {
    code: 'agencies.person.notMember',
    sentence: '这个人不在这个机关工作。',
  },
} as const satisfies Readonly<Record<string, Reason>>

export type AgencyRefusal = keyof typeof agencyRefusals
