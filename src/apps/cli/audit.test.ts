import assert from 'node:assert/strict'
import { execFile, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { reportPage, textOfFile } from '../../../test/builders/written-report.ts'

const root = join(import.meta.dirname, '../../../..')
const labelled = join(root, 'test/reports/labelled')
const folder = mkdtempSync(join(tmpdir(), 'gongkai-audit-'))
after(() => rmSync(folder, { recursive: true, force: true }))

interface Answer {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** `input` goes to standard input. */
function audit(words: readonly string[], input?: Uint8Array): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'bin/gongkai.mjs'), 'audit', ...words],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
    child.stdin?.end(input)
  })
}

const sound = join(labelled, 'sound-plan-2023.txt')
const faulty = join(labelled, 'faulty-water-2023.txt')
writeFileSync(join(folder, 'weather.txt'), '今天天气很好。')

interface Judged {
  readonly file: string
  readonly year: number
  readonly findings: readonly { readonly code: string; readonly severity: string }[]
  readonly error?: { readonly code: string; readonly message: string }
  readonly comparedWith?: { readonly previous: string }
}

test('the exit code says: clean 0, findings 1, a file that cannot be used 2', async () => {
  assert.equal((await audit([sound])).code, 0)
  assert.equal((await audit([faulty])).code, 1)
  const unusable = await audit([sound, 'weather.txt'])
  assert.equal(unusable.code, 2)
  assert.match(unusable.err, /^weather\.txt：.*。\n$/)
  assert.equal((await audit(['nowhere.txt'])).code, 2)
})

test('one file gives one JSON object, several a list in the order given', async () => {
  const one: Judged = JSON.parse((await audit(['--json', faulty])).out)
  assert.deepEqual([one.file, one.year], ['faulty-water-2023.txt', 2023])
  const many: Judged[] = JSON.parse((await audit(['--json', faulty, 'weather.txt', sound])).out)
  assert.deepEqual(
    many.map((each) => each.file),
    ['faulty-water-2023.txt', 'weather.txt', 'sound-plan-2023.txt'],
  )
  assert.equal(many[1]?.error?.code, 'notAReport')
  assert.equal((await audit(['--json', 'weather.txt'])).out, '')
})

test('standard input, an archive, a folder and a pattern in quotes are read as well', async () => {
  const { out } = await audit(['-', '--json'], readFileSync(faulty))
  assert.equal((JSON.parse(out) as Judged).file, '-')

  const archive = zipSync({
    '甲.txt': readFileSync(faulty),
    '乙/乙.txt': readFileSync(sound),
    '丙.txt': strToU8('丙'),
  })
  writeFileSync(join(folder, 'all.zip'), archive)
  const packed: Judged[] = JSON.parse((await audit(['--json', 'all.zip'])).out)
  assert.deepEqual(
    packed.map((each) => [each.file, each.findings?.length ?? each.error?.code]),
    [
      ['甲.txt', 4],
      ['乙.txt', 0],
      ['丙.txt', 'notAReport'],
    ],
  )
  writeFileSync(join(folder, 'one.zip'), zipSync({ '甲.txt': readFileSync(faulty) }))
  assert.equal((JSON.parse((await audit(['--json', 'one.zip'])).out) as Judged).file, '甲.txt')

  mkdirSync(join(folder, 'reports/2023/.hidden'), { recursive: true })
  for (const name of ['b.txt', 'a.txt']) cpSync(sound, join(folder, 'reports/2023', name))
  writeFileSync(join(folder, 'reports/2023/.hidden/x.txt'), '')
  writeFileSync(join(folder, 'reports/style.css'), 'p{}')
  for (const words of [
    ['reports'],
    ['reports/**/*.txt'],
    ['reports/2023/[ab].{txt,md}'],
    ['reports/*/?.txt'],
  ]) {
    const lines = (await audit(['--jsonl', ...words])).out.trim().split('\n')
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as Judged).file),
      ['a.txt', 'b.txt'],
      words.join(' '),
    )
  }
})

test('a folder that cannot be opened and a link that leads to itself do not stop the rest', async () => {
  const odd = join(folder, 'odd')
  mkdirSync(odd)
  cpSync(sound, join(odd, 'sound.txt'))
  symlinkSync('circle.txt', join(odd, 'circle.txt'))
  // Nobody, not even root, can open a folder whose path is longer than the system takes.
  const step = 'd'.repeat(200)
  execFileSync('sh', ['-c', `for i in $(seq 21); do mkdir ${step} && cd -P ${step} || exit 1; done`], {
    cwd: odd,
  })
  try {
    const answer = await audit(['--jsonl', 'odd'])
    assert.equal(answer.code, 2)
    assert.match(answer.err, /d{200}：打不开这个文件夹，里面的文件都没有检查。/)
    assert.doesNotMatch(answer.err, /Error|errno/)
    assert.match(answer.out, /sound\.txt/)
    assert.equal((await audit(['circle.txt/x', sound])).code, 2)
  } finally {
    execFileSync('rm', ['-rf', odd])
  }
})

test('findings can be narrowed by severity and by rule, and the exit code follows what is left', async () => {
  const errors: Judged = JSON.parse((await audit(['--json', '--severity', 'error', faulty])).out)
  assert.equal(errors.findings.length, 3)
  const sums: Judged = JSON.parse(
    (await audit(['--json', '--rules', 'text.requestsReceived,sum', faulty])).out,
  )
  assert.deepEqual(
    sums.findings.map((each) => each.code),
    ['text.requestsReceived'],
  )
  assert.equal((await audit(['--rules', 'privacy', faulty])).code, 0)
})

test('last year’s report of the same agency is found among the files given, or named', async () => {
  for (const year of [2022, 2023]) writeFileSync(join(folder, `${year}.html`), reportPage(7, year))
  const pair: Judged[] = JSON.parse((await audit(['--json', '2023.html', '2022.html'])).out)
  assert.equal(pair[0]?.comparedWith?.previous, '2022.html')
  assert.ok(pair[0]?.findings.some((each) => each.code === 'carry.requests'))
  assert.equal(pair[1]?.comparedWith, undefined)
  const apart: Judged[] = JSON.parse((await audit(['--json', '--no-pairs', '2023.html', '2022.html'])).out)
  assert.ok(apart.every((each) => !each.findings.some((one) => one.code.startsWith('carry.'))))
  const named: Judged = JSON.parse((await audit(['--json', '--previous', '2022.html', '2023.html'])).out)
  assert.equal(named.comparedWith?.previous, '2022.html')
  const missing = await audit(['--previous', 'nowhere.html', '2023.html'])
  assert.deepEqual([missing.code, missing.err.trim().split('\n').length], [2, 1])
})

test('reports of sister agencies are compared only when asked', async () => {
  writeFileSync(join(folder, 'east.html'), reportPage(8, 2023, '云汀市东湖区教育局'))
  writeFileSync(join(folder, 'west.html'), reportPage(9, 2023, '云汀市西湖区教育局'))
  const copied = (answer: Answer) =>
    (JSON.parse(answer.out) as Judged[]).map((each) =>
      each.findings.some((one) => one.code === 'identity.copiedText'),
    )
  assert.deepEqual(copied(await audit(['--json', 'east.html', 'west.html'])), [false, false])
  assert.deepEqual(copied(await audit(['--json', '--sisters', 'east.html', 'west.html'])), [true, true])
})

test('judgements are kept as web pages that load nothing and as Word files that open', async () => {
  const alone = await audit(['--summary', '--html', 'out/one.html', '--docx', 'out/one.docx', faulty])
  assert.match(alone.err, /检查结果写在 out\/one\.html。/)
  const page = readFileSync(join(folder, 'out/one.html'), 'utf8')
  assert.match(page, /三处错误，一处存疑/)
  assert.doesNotMatch(page, /<script|<link|<img|url\(/)
  const sheet = await textOfFile(readFileSync(join(folder, 'out/one.docx')))
  assert.match(sheet, /政府信息公开工作年度报告检查单/)

  await audit([
    '--summary',
    '--html',
    'out/many.html',
    '--docx',
    'out/many.docx',
    faulty,
    sound,
    'weather.txt',
    faulty,
  ])
  const list = readFileSync(join(folder, 'out/many.html'), 'utf8')
  const links = [...list.matchAll(/<a href="([^"]+)"/g)].map((match) => decodeURIComponent(match[1] ?? ''))
  assert.equal(new Set(links).size, 3)
  for (const link of links) assert.match(readFileSync(join(folder, 'out', link), 'utf8'), /<main/)
  assert.match(list, /不能用/)
  assert.match(
    await textOfFile(readFileSync(join(folder, 'out/many.docx'))),
    /共 4 份：1 份没有发现问题，2 份有发现，1 份不能用/,
  )
  const nowhere = await audit(['--html', 'weather.txt/x.html', sound])
  assert.deepEqual([nowhere.code, nowhere.err.trim().split('\n').length], [2, 1], nowhere.err)
})

test('for people there is a table of several, without colours in a pipe', async () => {
  const { out } = await audit([faulty, sound])
  assert.match(out, / 3 +1 +0 +2023 +望河县水利局 /)
  assert.match(out, /共 2 份：1 份没有发现，1 份有发现，0 份不能用。/)
  assert.ok(!out.includes('\u001b'))
})

test('a spreadsheet takes no finding for a formula', async () => {
  const { out } = await audit(['--csv', faulty])
  const lines = out.trimEnd().split('\n')
  assert.match(lines[0] ?? '', /^\uFEFF文件,机关,年度,代码/)
  assert.equal(lines.length, 5)
  assert.match(lines[1] ?? '', /^faulty-water-2023\.txt,望河县水利局,2023,text\./)
})

test('rules are listed and explained; a wrong word is answered in one Chinese sentence', async () => {
  assert.match((await audit(['--list-rules'])).out, /^text\.requestsReceived\t错误\t/m)
  assert.match((await audit(['--explain', 'sum.row'])).out, /怎么办：/)
  for (const words of [
    [],
    ['--nonsense', sound],
    ['--severity', 'grave', sound],
    ['--severity'],
    ['--rules', 'nonsense', sound],
    ['--explain', 'nonsense'],
    ['--json', '--csv', sound],
    ['--jobs', '0', sound],
  ]) {
    const { code, err, out } = await audit(words)
    assert.deepEqual([code, out, err.trim().split('\n').length], [2, '', 1], words.join(' '))
    assert.match(err, /\p{Script=Han}.*。\n$/u)
  }
})

test('Ctrl+C says how far it came and that the results are not whole', async () => {
  const child = spawn(process.execPath, [join(root, 'bin/gongkai.mjs'), 'audit', '-'], { cwd: folder })
  let err = ''
  child.stderr.on('data', (chunk) => (err += String(chunk)))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  // More than a pipe holds: once it is taken, the command is at work and waits for the end of its input.
  await new Promise((resolve) => child.stdin.write(Buffer.alloc(1 << 20, ' '), resolve))
  child.kill('SIGINT')
  assert.equal(await ended, 130)
  assert.equal(err, '已停止，读完 0 份，共 1 份，结果不全。\n')
})

test('a folder for the judgements that cannot be made is one sentence and exit 2', async () => {
  for (const out of ['/proc/x', '/proc/x/deep/list.html', join(faulty, 'list.html')]) {
    const { code, err } = await audit(['--summary', '--html', out, faulty, sound])
    assert.equal(code, 2, err)
    assert.match(err, /检查结果写不到 .+：(?:没有写的权限|路径不对)。/)
  }
})
