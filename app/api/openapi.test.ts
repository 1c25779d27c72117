import { readdirSync } from 'node:fs'
import { sep } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { routeModules } from '@/app/api/all-routes'
import { isRepeated, readApi } from '@/app/api/read-api'
import { guardOf } from '@/door'
import { apiMethods } from '@/lib/api-route'

/*
 * What stands in the description of the API: every route there is, but for those that say why not. A route that is
 * added tomorrow is missed by name.
 */

const root = new URL('./', import.meta.url)

// Next-auth's own way back from another site, and the word that there is nothing at an address.
const notOfTheApi = ['/api/auth/[...nextauth]', '/api/[...nowhere]']

const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith(`${sep}route.ts`))
  .map((file) => `/api/${file.split(sep).slice(0, -1).join('/')}`)
  .filter((path) => !notOfTheApi.includes(path))
  .map((path) => path.replace(/\[(\w+)\]/g, '{$1}'))
  .sort()

test('every route is in the list that the description is made of', () => {
  expect(paths.length).toBeGreaterThan(50)
  expect(Object.keys(routeModules).sort()).toEqual(paths)
})

test.each(paths)('%s is described, or takes no token, or says why it is not', (path) => {
  const module = routeModules[path] ?? {}
  for (const method of apiMethods) {
    const handler = module[method]
    if (typeof handler !== 'function') continue
    const guard = guardOf(handler)
    expect(guard, `${method} is made by the door`).not.toBeNull()
    const described = readApi().paths[path]?.[method.toLowerCase()]
    if (guard?.scope === 'session' || (guard?.api && 'untold' in guard.api)) expect(described).toBeUndefined()
    else if (method === 'POST' && isRepeated(module)) expect(described).toBeUndefined()
    else expect(described, `${method} says what it does: api of door()`).toMatchObject({ summary: expect.any(String) })
  }
})

test('the description is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const result = await validator.validate(JSON.parse(JSON.stringify(readApi())))
  expect(result.errors ?? []).toEqual([])
  expect([result.valid, validator.version]).toEqual([true, '3.1'])
})

test('each operation has a name of its own, and says something of each parameter', () => {
  const operations = Object.values(readApi().paths).flatMap((methods) => Object.values(methods))
  const names = operations.map((operation) => operation?.operationId)
  expect(new Set(names).size).toBe(names.length)
  for (const operation of operations) {
    for (const { name, description } of operation?.parameters ?? [])
      expect(description, `${operation?.operationId} ${name}`).toMatch(/\S/)
  }
})
