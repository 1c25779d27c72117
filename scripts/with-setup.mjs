// node scripts/with-setup.mjs FILE args…: installs when needed, then runs a TypeScript program in this process.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode, ensureInstalled, fail, loadEnvironment } from './setup.mjs'

const [, , file, ...args] = process.argv
if (!file) fail('Which program? node scripts/with-setup.mjs FILE args…')

checkNode()
loadEnvironment()
await ensureInstalled()
const program = resolve(file)
process.argv = [process.execPath, program, ...args]
await import('tsx')
await import(pathToFileURL(program).href)
