/**
 * The database cannot be opened. The message is for the operator: one Chinese sentence with the cause, one with what to do,
 * and the last lines of the server's log where there are any.
 */
export class CannotOpenDatabase extends Error {
  override readonly name = 'CannotOpenDatabase'
}

interface Cause {
  readonly shows: RegExp
  readonly sentence: string
}

/** What the server or initdb prints, and what it means to an operator. First match wins. */
const causes: readonly Cause[] = [
  {
    shows: /No space left on device/i,
    sentence: '磁盘满了。请腾出空间（至少 1 GB），再启动一次，数据不会丢。',
  },
  {
    shows: /could not look up effective user ID/i,
    sentence:
      '当前用户号在系统里没有登记（容器里常见）。请换一个有名字的用户运行，或者用 DATABASE_URL 连接外部数据库。',
  },
  {
    shows: /error while loading shared libraries: (\S+):/i,
    sentence: '系统缺少数据库要用的程序库。请按日志里的文件名补装，或者用 DATABASE_URL 连接外部数据库。',
  },
  {
    shows: /database files are incompatible with server|is not a valid data directory|PG_VERSION/i,
    sentence:
      '数据文件夹是另一个大版本的数据库建立的。请用原来的版本导出，再导入新的文件夹；不要直接改动这些文件。',
  },
  {
    shows:
      /could not locate a valid checkpoint record|invalid (primary )?checkpoint|unexpected pageaddr|PANIC/i,
    sentence: '数据文件已经损坏，数据库不能自行恢复。请先原样复制整个数据文件夹，再从最近的备份恢复。',
  },
  {
    shows: /has wrong ownership|has invalid permissions|Permission denied/i,
    sentence:
      '数据文件夹的所有者或权限不对。请用建立它的那个用户运行，或者把文件夹的所有者改成现在运行的用户，权限改成 700。',
  },
  {
    shows: /could not (create|resize|map) shared memory|could not create semaphores|Cannot allocate memory/i,
    sentence: '内存不够，或者系统对共享内存的限制太小。请留出至少 512 MB 内存后再启动。',
  },
  {
    shows: /still in use|already exists/i,
    sentence: '上一次的数据库进程还没有完全退出。请等一分钟再启动；如果仍然不行，请重新启动这台机器。',
  },
]

/** The sentence of the cause shown in the server's output; a plain pointer to the log when it is none we know. */
export function explainFailure(output: string): string {
  return (
    causes.find((cause) => cause.shows.test(output))?.sentence ??
    '原因见下面的日志。改正后再启动；也可以用 DATABASE_URL 连接外部数据库。'
  )
}

/** The error for a server that would not start: what failed, why, what to do, and the end of its output. */
export function serverWouldNotStart(what: string, output: string, logFile?: string): CannotOpenDatabase {
  const tail = output.trimEnd().split('\n').slice(-8).join('\n').trim()
  return new CannotOpenDatabase(
    `${what}${explainFailure(output)}${logFile ? `\n日志：${logFile}` : ''}${tail ? `\n${tail}` : ''}`,
  )
}
