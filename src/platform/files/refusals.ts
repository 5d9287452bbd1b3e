/** How the file store says no. */
export const fileRefusals = {
  unavailable: { code: 'files.store.unavailable', sentence: '文件存储暂时没有回应，请过一会儿再试。' },
  damaged: {
    code: 'files.file.damaged',
    sentence: '这个文件在存储中已经损坏，没有交出。',
    help: '请通知系统管理员从备份恢复。',
  },
  busy: {
    code: 'files.upload.busy',
    sentence: '现在上传的人太多，请过一会儿再传。',
  },
  scanUnavailable: {
    code: 'files.scan.unavailable',
    sentence: '病毒检查暂时没有回应，文件还没有收下，请过一会儿再传。',
    help: '请通知系统管理员检查 ClamAV。',
  },
} as const
