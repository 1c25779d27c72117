import { setImmediate as settled } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { turns } from '@/components/talk/turns'

test('one runs at a time, and of those that wait only the last', async () => {
  const ran: string[] = []
  const inTurn = turns()
  for (const name of ['first', 'second', 'third']) {
    inTurn(async () => {
      await settled()
      ran.push(name)
    })
  }
  expect(ran).toEqual([])
  await expect.poll(() => ran).toEqual(['first', 'third'])
})

test('one that fails is reported, and the next has its turn', async () => {
  const errors: unknown[] = []
  const ran: string[] = []
  const inTurn = turns((error) => errors.push(error))
  inTurn(() => Promise.reject(new Error('No answer.')))
  inTurn(async () => void ran.push('waiting'))
  await expect.poll(() => ran).toEqual(['waiting'])
  inTurn(async () => void ran.push('later'))
  await expect.poll(() => ran).toEqual(['waiting', 'later'])
  expect(errors).toEqual([new Error('No answer.')])
})
