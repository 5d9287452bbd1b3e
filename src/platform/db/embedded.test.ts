import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { keptLog, quietLog } from '../../../test/builders/log.ts'
import { clusterOf, killServer, postmasterOf } from '../../../test/builders/server-processes.ts'
import { bundledServer } from './binaries.ts'
import { CannotOpenDatabase, explainFailure } from './cannot-open.ts'
import { openEmbedded, type EmbeddedServer } from './embedded.ts'
import { openDatabase } from './open-database.ts'
import { openDb } from './open-db.ts'
import { accountsIn, serverAccount } from './server-account.ts'

const root = mkdtempSync(join(tmpdir(), 'gongkai-embedded-'))
chmodSync(root, 0o755)
const isRoot = process.getuid?.() === 0
let count = 0
/** A data folder of its own for each test. */
const folder = (): string => {
  count += 1
  return join(root, `data-${count}`)
}
after(() => rmSync(root, { recursive: true, force: true }))

async function ask<T>(server: { readonly url: string }, text: string): Promise<T[]> {
  const { pool } = openDb(server.url, 1)
  try {
    return (await pool.query(text)).rows as T[]
  } finally {
    await pool.end()
  }
}

/** Another process of ours that opens the data folder, says so, and stays. */
function otherProcess(dataFolder: string): {
  readonly pid: number
  readonly opened: Promise<void>
  kill(): void
} {
  const program = `
    import { openEmbedded } from ${JSON.stringify(new URL('./embedded.js', import.meta.url).href)}
    const quiet = { info() {}, warn() {}, error() {} }
    await openEmbedded(${JSON.stringify(dataFolder)}, quiet, { sole: true })
    process.stdout.write('opened')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const opened = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  const kill = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
  return { pid: child.pid ?? 0, opened, kill }
}

test('the first start makes the database, the second finds what was written', async () => {
  const data = folder()
  const first = await openEmbedded(data, quietLog)
  assert.equal(first.isNew, true)
  await ask(first, 'create table kept (n int); insert into kept values (1)')
  const [facts] = await ask<Record<string, string>>(
    first,
    `select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
      current_setting('listen_addresses') as addresses, current_setting('timezone') as zone,
      current_setting('server_encoding') as encoding, (select rolsuper from pg_roles where rolname = current_user)::text as super`,
  )
  assert.deepEqual(facts, {
    checksums: 'on',
    fsync: 'on',
    addresses: '',
    zone: 'UTC',
    encoding: 'UTF8',
    super: 'false',
  })
  await first.stop()
  assert.equal(postmasterOf(data), null, 'stopped with its last user')
  const second = await openEmbedded(data, quietLog)
  assert.equal(second.isNew, false)
  assert.deepEqual(await ask(second, 'select n from kept'), [{ n: 1 }])
  await second.stop()
})

test('only its owner can come near the socket and the data', async () => {
  const data = folder()
  const server = await openEmbedded(data, quietLog)
  for (const name of ['pg18', 'socket'])
    assert.equal(lstatSync(join(data, 'database', name)).mode & 0o777, 0o700, name)
  assert.equal(lstatSync(join(data, 'database', 'server.log')).mode & 0o777, 0o600)
  await server.stop()
})

test('the server’s log holds no values of failing statements', async () => {
  const data = folder()
  const server = await openEmbedded(data, quietLog)
  await ask(server, `create table person (name text primary key); insert into person values ('测试员甲')`)
  await assert.rejects(ask(server, `insert into person values ('测试员甲')`))
  await server.stop()
  const log = readFileSync(join(data, 'database', 'server.log'), 'utf8')
  assert.match(log, /duplicate key/)
  assert.doesNotMatch(log, /测试员甲/)
})

test('of two servers started at once on one data folder, the second is told who has it', async () => {
  const data = folder()
  const results = await Promise.allSettled([1, 2].map(() => openEmbedded(data, quietLog, { sole: true })))
  const opened = results.filter((r) => r.status === 'fulfilled')
  const [refused] = results.filter((r) => r.status === 'rejected')
  assert.equal(opened.length, 1)
  assert.ok(refused?.reason instanceof CannotOpenDatabase)
  assert.match(refused.reason.message, new RegExp(`正由另一个“公开”使用（进程 ${process.pid}）`))
  for (const { value } of opened) await value.stop()
})

test('commands and workers use the database beside the server; the last to leave stops it', async () => {
  const data = folder()
  const server = await openEmbedded(data, quietLog, { sole: true })
  const worker = await openEmbedded(data, quietLog)
  await server.stop()
  assert.deepEqual(await ask(worker, 'select 1 as n'), [{ n: 1 }])
  const again = await openEmbedded(data, quietLog, { sole: true })
  await worker.stop()
  assert.deepEqual(await ask(again, 'select 1 as n'), [{ n: 1 }])
  await again.stop()
  assert.equal(postmasterOf(data), null)
})

test('many short commands coming and going together always find a running database', async () => {
  const data = folder()
  await (await openEmbedded(data, quietLog)).stop()
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let round = 0; round < 3; round += 1) {
        const server = await openEmbedded(data, quietLog)
        assert.deepEqual(await ask(server, 'select 1 as n'), [{ n: 1 }])
        await server.stop()
      }
    }),
  )
  assert.equal(postmasterOf(data), null)
})

test('a first start killed while it makes the database does no harm to the next', async () => {
  for (const afterMs of [60, 200, 350, 500]) {
    const data = folder()
    const other = otherProcess(data)
    const until = Date.now() + 10_000
    while (!existsSync(join(data, 'database')) && Date.now() < until) await pause(5)
    await pause(afterMs)
    await other.kill()
    const server = await openEmbedded(data, quietLog)
    assert.deepEqual(await ask(server, 'select 1 as n'), [{ n: 1 }])
    await server.stop()
    await (await openEmbedded(data, quietLog)).stop()
    assert.deepEqual(
      readdirSync(join(data, 'database')).filter((name) => name.startsWith('.new-')),
      [],
    )
  }
})

test('a server left over by a killed process is taken over as it runs', async () => {
  const data = folder()
  const other = otherProcess(data)
  await other.opened
  const pid = postmasterOf(data)
  await other.kill()
  const server = await openEmbedded(data, quietLog, { sole: true })
  assert.equal(postmasterOf(data), pid)
  await server.stop()
})

test('a server that dies under us is started again, and the pool goes on', async () => {
  const data = folder()
  const log = keptLog()
  const database = await openDatabase({ databaseUrl: null, dataFolder: data }, log)
  await database.pool.query('create table kept (n int); insert into kept values (1)')
  const before = postmasterOf(data)
  killServer(data)
  const until = Date.now() + 20_000
  let rows: unknown[] = []
  while (rows.length === 0 && Date.now() < until)
    rows = await database.pool.query('select n from kept').then(
      (result) => result.rows,
      () => pause(20).then(() => []),
    )
  assert.deepEqual(rows, [{ n: 1 }])
  assert.notEqual(postmasterOf(data), before)
  assert.ok(log.lines.some((line) => line.message.startsWith('database connection lost')))
  await database.stop()
  assert.equal(postmasterOf(data), null)
})

test('a lock file with the number of some living stranger does not keep the database from starting', async () => {
  const data = folder()
  await (await openEmbedded(data, quietLog)).stop()
  writeFileSync(join(clusterOf(data), 'postmaster.pid'), `${process.ppid}\n${clusterOf(data)}\n0\n5432\n`)
  const server = await openEmbedded(data, quietLog)
  assert.deepEqual(await ask(server, 'select 1 as n'), [{ n: 1 }])
  await server.stop()
})

test('a socket folder that was cleaned away is made again', async () => {
  const data = folder()
  await (await openEmbedded(data, quietLog)).stop()
  rmSync(join(data, 'database', 'socket'), { recursive: true })
  await (await openEmbedded(data, quietLog)).stop()
})

test('it runs from a package whose install scripts were switched off', async () => {
  const native = join(root, 'package', 'native')
  copyWithoutLinks(native)
  const server = await openEmbedded(folder(), quietLog, {
    bundled: { native, version: bundledServer().version },
  })
  assert.ok(lstatSync(join(native, 'lib', 'libicuuc.so.60')).isSymbolicLink())
  await server.stop()
})

test('it runs with program and data below a home that only its owner may enter', async () => {
  const home = join(root, 'home')
  mkdirSync(home, { mode: 0o700 })
  const native = join(home, 'node_modules', 'server', 'native')
  copyWithoutLinks(native)
  const data = join(home, 'app', 'var')
  const version = `${bundledServer().version}-home-test-${process.pid}`
  const bundled = { native, version }
  for (const isNew of [true, false]) {
    const server = await openEmbedded(data, quietLog, { bundled })
    assert.equal(server.isNew, isNew)
    await ask(server, 'create table if not exists kept (n int)')
    await server.stop()
  }
  // The data stayed where the operator put it, though the server's account cannot walk there.
  assert.ok(existsSync(join(data, 'database', 'pg18', 'PG_VERSION')))
  for (const place of ['/var/lib/gongkai', join(tmpdir(), `gongkai-server-${process.getuid?.() ?? 0}`)])
    rmSync(join(place, `postgresql-${version}`), { recursive: true, force: true })
})

test('data restored from a backup as root is given back to the server’s account', async () => {
  const data = folder()
  await (await openEmbedded(data, quietLog)).stop()
  if (isRoot) giveToRoot(clusterOf(data))
  const server = await openEmbedded(data, quietLog)
  assert.deepEqual(await ask(server, 'select 1 as n'), [{ n: 1 }])
  await server.stop()
})

test('a path too long for a socket finds a shorter place for it', async () => {
  const data = join(root, 'long'.repeat(30))
  const server = await openEmbedded(data, quietLog)
  assert.deepEqual(await ask(server, 'select 1 as n'), [{ n: 1 }])
  assert.ok(existsSync(socketFolder(server)))
  await server.stop()
  assert.equal(existsSync(socketFolder(server)), false, 'nothing is left in the temporary folder')
})

const troubles: readonly [what: string, spoil: (data: string) => void, sentence: RegExp][] = [
  [
    'the data folder is a file',
    (data) => writeFileSync(data, ''),
    /不能写入（E[A-Z]+）。请检查它的权限，或者用 GONGKAI_DATA 换一个地方。/,
  ],
  [
    'the data is of another major version',
    (data) => {
      mkdirSync(join(data, 'database', 'pg17'), { recursive: true })
      writeFileSync(join(data, 'database', 'pg17', 'PG_VERSION'), '17\n')
    },
    /是 PostgreSQL 17 的数据，现在的程序带的是 18/,
  ],
]
for (const [what, spoil, sentence] of troubles)
  test(`a database that cannot be opened says why and what to do: ${what}`, async () => {
    const data = folder()
    spoil(data)
    await assert.rejects(openEmbedded(data, quietLog), (error: Error) => {
      assert.ok(error instanceof CannotOpenDatabase)
      assert.match(error.message, sentence)
      return true
    })
  })

test('damaged data is reported with the end of the server’s log, and left as it is', async () => {
  const data = folder()
  await (await openEmbedded(data, quietLog)).stop()
  const control = join(clusterOf(data), 'global', 'pg_control')
  truncateSync(control, 10)
  await assert.rejects(openEmbedded(data, quietLog), (error: Error) => {
    assert.match(error.message, /^数据库没有启动成功。/)
    assert.match(error.message, /pg_control/)
    return true
  })
  assert.equal(lstatSync(control).size, 10)
})

test('what the server prints is told in the operator’s words', () => {
  const says: readonly [string, RegExp][] = [
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', /磁盘满了/],
    ['initdb: error: could not look up effective user ID 12345: user does not exist', /没有登记/],
    ['postgres: error while loading shared libraries: libicuuc.so.60: cannot open', /缺少/],
    ['FATAL:  could not create shared memory segment: Cannot allocate memory', /内存不够/],
    ['PANIC:  could not locate a valid checkpoint record', /已经损坏/],
    ['FATAL:  data directory "x" has wrong ownership', /所有者或权限/],
    ['something new', /原因见下面的日志/],
  ]
  for (const [output, sentence] of says) assert.match(explainFailure(output), sentence)
})

test('as root the server runs as a named user: the data’s owner, else gongkai, postgres or nobody', () => {
  const passwd = 'root:x:0:0::/root:/bin/sh\npostgres:x:101:104::/:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n'
  assert.equal(accountsIn(passwd).length, 3)
  assert.equal(serverAccount(null, 0, passwd)?.name, 'postgres')
  assert.equal(serverAccount(65534, 0, passwd)?.name, 'nobody')
  assert.equal(serverAccount(0, 0, passwd)?.name, 'postgres')
  assert.equal(serverAccount(null, 0, 'root:x:0:0::/root:/bin/sh'), undefined)
  assert.equal(serverAccount(null, 1000, passwd), null)
})

test('an external database that cannot be used says why and what to do', async () => {
  const open = (databaseUrl: string) => openDatabase({ databaseUrl, dataFolder: root }, quietLog)
  await assert.rejects(open('postgres://gongkai@127.0.0.1:1/gongkai'), /没有数据库在运行/)
  const server = await openEmbedded(folder(), quietLog)
  await assert.rejects(open(server.url.replace('/gongkai?', '/nowhere?')), /没有这个名字的库/)
  const external = await open(server.url)
  assert.deepEqual((await external.pool.query('select 1 as n')).rows, [{ n: 1 }])
  await external.stop()
  await server.stop()
})

function copyWithoutLinks(native: string): void {
  cpSync(bundledServer().native, native, {
    recursive: true,
    filter: (source) => !lstatSync(source).isSymbolicLink(),
  })
}

function giveToRoot(path: string): void {
  chownSync(path, 0, 0)
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveToRoot(join(path, name))
}

function socketFolder(server: EmbeddedServer): string {
  return new URL(server.url).searchParams.get('host') ?? ''
}
