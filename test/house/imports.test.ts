import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesBelow, importsOf, type Import, type Source } from './sources.ts'

/** Who may import whom. No arrow turns back. */
const floors: Readonly<Record<string, readonly string[]>> = {
  text: [],
  law: ['text'],
  documents: [],
  platform: ['law'],
  modules: ['law', 'text', 'documents', 'platform', 'modules'],
  apps: ['platform', 'modules', 'apps', 'law'],
}

/** Which rooms a room may ask, through the other's index.ts. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  agencies: [],
  publications: ['agencies'],
  requests: ['agencies', 'publications'],
  proposals: ['agencies', 'publications'],
  inspection: ['agencies', 'publications'],
  'annual-reports': ['agencies', 'publications', 'requests', 'proposals'],
  'report-audit': ['agencies'],
  supervision: [
    'agencies',
    'publications',
    'requests',
    'proposals',
    'inspection',
    'annual-reports',
    'report-audit',
  ],
}

/** Files of documents/ that read data shipped with the code (the open font, the typesetting template, the recogniser's), never anyone's file. */
const readsShippedData: readonly string[] = [
  'src/documents/write/fonts/shipped.ts',
  'src/documents/read/ocr/engine.ts',
]

function floorOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1]
}

function roomOf(path: string): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1]
}

/** Says what is wrong with an import, and where the line would be at home; undefined when nothing is. */
export function faultOf(source: Source, imported: Import): string | undefined {
  const from = floorOf(source.path)
  if (from === undefined) return undefined
  if (imported.isPackage) {
    const node = imported.target.startsWith('node:')
    if ((from === 'law' || from === 'text') && !source.isTest)
      return `${source.path} imports ${imported.target}: ${from}/ is pure and has no lodgers. Hand the value in as an argument.`
    if (
      from === 'documents' &&
      node &&
      !readsShippedData.includes(source.path) &&
      /^node:(fs|net|http|https|child_process|dgram|dns)/.test(imported.target) &&
      !source.isTest
    )
      return `${source.path} imports ${imported.target}: documents/ is bytes in, bytes out. Let the caller open the file.`
    return undefined
  }
  if (source.isTest && imported.target.startsWith('test/')) return undefined
  const to = floorOf(imported.target)
  if (to === undefined)
    return source.isTest ? undefined : `${source.path} imports ${imported.target}, which is outside src/.`
  if (from !== to && !floors[from]?.includes(to))
    return `${source.path} imports ${imported.target}: ${from}/ may import ${floors[from]?.join(', ') || 'nothing'} and itself. Move the line up a floor, or hand the value in.`
  if (from === 'platform' && to === 'law' && !/^src\/law\/(reason\.ts|calendar\/)/.test(imported.target))
    return `${source.path} imports ${imported.target}: platform knows of the law only the plain day and the shape of a reason.`
  const fromRoom = roomOf(source.path)
  const toRoom = roomOf(imported.target)
  if (fromRoom && toRoom && fromRoom !== toRoom) {
    if (!rooms[fromRoom]?.includes(toRoom))
      return `${fromRoom} may not import ${toRoom} (${source.path}); if you need its data, ask ${toRoom} for a named query, or let it journal and subscribe from above.`
    if (imported.target !== `src/modules/${toRoom}/index.ts`)
      return `${source.path} imports ${imported.target}: rooms meet only through index.ts; ask ${toRoom} to offer it there.`
  }
  if (from === 'apps' && toRoom && !/^src\/modules\/[^/]+\/(room|index|judging)\.tsx?$/.test(imported.target))
    return `${source.path} imports ${imported.target}: a door opens a room only by its room.ts or index.ts.`
  return undefined
}

test('every import follows the table of the house: law ← rooms ← doors, and rooms meet through index.ts', () => {
  const faults = filesBelow('src', ['.ts', '.tsx']).flatMap((source) =>
    importsOf(source).flatMap((imported) => faultOf(source, imported) ?? []),
  )
  assert.deepEqual(faults, [], `\n${faults.join('\n')}\n`)
})

test('the table itself refuses what it should refuse', () => {
  const at = (path: string): Source => ({ path, text: '', isTest: false })
  const file = (target: string): Import => ({ target, isPackage: false })
  assert.match(faultOf(at('src/law/clock/fold.ts'), file('src/platform/db/open.ts')) ?? '', /law/)
  assert.match(faultOf(at('src/law/clock/fold.ts'), { target: 'zod', isPackage: true }) ?? '', /pure/)
  assert.match(
    faultOf(at('src/modules/inspection/x.ts'), file('src/modules/requests/index.ts')) ?? '',
    /may not import requests/,
  )
  assert.match(faultOf(at('src/modules/requests/x.ts'), file('src/modules/agencies/model.ts')) ?? '', /index/)
  assert.match(faultOf(at('src/apps/server.ts'), file('src/modules/requests/commands/x.ts')) ?? '', /room/)
  assert.equal(faultOf(at('src/modules/requests/x.ts'), file('src/modules/agencies/index.ts')), undefined)
})
