/** A word of the command line: its own file, found by name. */
export interface Command {
  /** One Chinese line for the list of commands. */
  readonly summary: string
  /** Full help text. */
  readonly help: string
  /** @returns the exit code: 0 fine, 1 findings, 2 unusable input */
  run(args: readonly string[]): Promise<number>
}

/** Loaded one at a time, so that `audit` never pays for the server. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).command,
  audit: async () => (await import('./audit.ts')).command,
  clock: async () => (await import('./clock.ts')).command,
  days: async () => (await import('./days.ts')).command,
  fee: async () => (await import('./fee.ts')).command,
  inspect: async () => (await import('./inspect.ts')).command,
  journal: async () => (await import('./journal.ts')).command,
  worker: async () => (await import('./worker.ts')).command,
  import: async () => (await import('./import.ts')).command,
  keys: async () => (await import('./keys.ts')).command,
  backup: async () => (await import('./backup.ts')).command,
  restore: async () => (await import('./restore.ts')).command,
}

/** The command line: `gongkai WORD …`. */
export async function main(args: readonly string[]): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe)
  const [word, ...rest] = args
  if (word === undefined || word === 'help' || word === '--help' || word === '-h') {
    const name = rest[0]
    if (name !== undefined && commands[name]) {
      process.stdout.write(`${(await commands[name]()).help.trimEnd()}\n`)
      return 0
    }
    const lines: string[] = []
    for (const [key, load] of Object.entries(commands))
      lines.push(`  ${key.padEnd(12)}${(await load()).summary}`)
    process.stdout.write(
      `公开（gongkai）\n\n用法：gongkai 命令 …\n\n${lines.join('\n')}\n\n每个命令加 --help 看详细说明。\n`,
    )
    return 0
  }
  const load = commands[word]
  if (!load) {
    process.stderr.write(`没有“${word}”这个命令。运行 gongkai help 看有哪些命令。\n`)
    return 2
  }
  const command = await load()
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${command.help.trimEnd()}\n`)
    return 0
  }
  return command.run(rest)
}

/** Whoever read what we print may leave before the end (`gongkai audit … | head`): no fault, and no reason for a server to stop. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
