import { item, listening, titles, triangle } from './support/lists'
import { days } from './support/papers'
import { expect, test } from './support/test'

const { moving } = days

test('Mira votes, and Tove sees the paper climb in her own browser within a second', async ({ join, visit }) => {
  const mira = await join('mira')
  const tove = await visit()
  await listening(tove, () => tove.goto(`/papers/date/${moving}`))
  const before = await titles(tove)
  const [first = '', second = '', third = ''] = before

  await mira.page.goto(`/papers/date/${moving}`)
  const button = triangle(item(mira.page, second))
  await button.click()
  await expect(button).toHaveAccessibleName(/yours among them$/)
  await expect(button).toHaveAttribute('aria-pressed', 'true')

  await expect.poll(() => titles(tove), { timeout: 1_000 }).toEqual([second, first, third])
  await expect.poll(() => titles(mira.page)).toEqual([second, first, third])

  // Taking it back puts both lists as they were.
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(() => titles(tove), { timeout: 1_000 }).toEqual(before)
})

test('a vote is there after a reload, on the list and on the paper’s own page', async ({ join }) => {
  const { page } = await join('mira')
  await page.goto(`/papers/date/${days.programs}`)
  await page.waitForLoadState('networkidle')
  await triangle(item(page, 'Scripts That Write')).click()
  await expect(triangle(item(page, 'Scripts That Write'))).toHaveAttribute('aria-pressed', 'true')
  await expect(triangle(item(page, 'Scripts That Write'))).not.toHaveAttribute('aria-busy', 'true')
  await page.reload()
  await expect(triangle(item(page, 'Scripts That Write'))).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('link', { name: 'Scripts That Write' }).click()
  await expect(triangle(page)).toHaveAccessibleName(/yours among them$/)
})

test('the number on a paper’s open page follows votes from elsewhere', async ({ join, visit }) => {
  const ida = await visit()
  await listening(ida, () => ida.goto('/papers/2603.90231'))
  const before = await countOn(ida)
  const mira = await join('mira')
  await mira.page.goto(`/papers/date/${days.programs}`)
  await triangle(item(mira.page, 'Scripts That Vote')).click()
  await expect.poll(() => countOn(ida), { timeout: 2_000 }).toBe(before + 1)
})

async function countOn(page: Parameters<typeof triangle>[0]): Promise<number> {
  const name = (await triangle(page).getAttribute('aria-label')) ?? ''
  return Number(/^Upvote, ([\d,]+) vote/.exec(name)?.[1]?.replaceAll(',', ''))
}
