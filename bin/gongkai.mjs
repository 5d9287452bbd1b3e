#!/usr/bin/env node
// The command. Builds first when the sources are newer than the build (a fresh clone, or install scripts switched off).
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`公开需要 Node.js 20.19 或更新的版本，现在是 ${process.versions.node}。请先升级 Node.js。`)
  process.exit(2)
}
if (existsSync(join(root, 'src'))) {
  const { build } = await import('../scripts/build.mjs')
  try {
    build({ ifNeeded: true })
  } catch (error) {
    console.error(`程序没有编译成功：${error.message}`)
    process.exit(2)
  }
}
const { main } = await import('../dist/bundle/main.js')
process.exitCode = await main(process.argv.slice(2))
