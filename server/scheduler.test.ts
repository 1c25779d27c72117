import { expect, test } from 'vitest'
import { schedule } from '@/server/scheduler'

test('a job runs again and again, never beside itself, and stopping waits for it', async () => {
  let [running, most, done] = [0, 0, 0]
  const stop = schedule([
    {
      name: 'slow',
      every: 5,
      async run() {
        running += 1
        most = Math.max(most, running)
        await sleep(20)
        running -= 1
        done += 1
      },
    },
  ])
  await sleep(100)
  await stop()
  expect([running, most]).toEqual([0, 1])
  expect(done).toBeGreaterThanOrEqual(2)
})

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
