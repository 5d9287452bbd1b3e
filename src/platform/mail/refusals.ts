/** How mail says no; the worker tries again. */
export const mailRefusals = {
  unavailable: { code: 'mail.server.unavailable', sentence: '邮件服务器暂时不能发信，系统稍后会再试。' },
} as const
