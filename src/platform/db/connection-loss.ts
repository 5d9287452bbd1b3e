/** Whether the error says that there is no connection (any more), rather than that the question was wrong. */
export function isConnectionLoss(error: unknown): boolean {
  const {
    code = '',
    message = '',
    syscall,
  } = (error ?? {}) as { code?: string; message?: string; syscall?: string }
  return (
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH)$/.test(code) ||
    // A missing socket; a missing file is something else.
    (code === 'ENOENT' && syscall === 'connect') ||
    /^(08|57P)/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|connection error|not queryable/i.test(
      message,
    )
  )
}
