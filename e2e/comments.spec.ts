import { listening } from './support/lists'
import { act, commentWith, say } from './support/talk'
import { expect, test } from './support/test'

test('Mira writes a comment with math, code and a table', async ({ join }) => {
  const { page } = await join('mira')
  await page.goto('/papers/2603.90201#talk')
  const text = [
    'The bound is $O(n^2)$, or written out',
    '',
    '$$\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}$$',
    '',
    '```python',
    'def total(n): return n * (n + 1) // 2',
    '```',
    '',
    '| optimizer | loss |',
    '|---|---|',
    '| AdamW | 2.914 |',
  ].join('\n')
  await page.getByLabel('Add to the discussion').fill(text)
  await page.getByRole('button', { name: 'Comment', exact: true }).click()

  const comment = commentWith(page, 'The bound is')
  await expect(comment.locator('math').first()).toBeVisible()
  await expect(comment.locator('math[display="block"]')).toBeVisible()
  await expect(comment.getByText('def total(n)')).toBeVisible()
  await expect(comment.getByRole('table')).toContainText('2.914')
  await expect(page.getByLabel('Add to the discussion')).toHaveValue('')
  await page.reload()
  await expect(commentWith(page, 'The bound is').locator('math').first()).toBeVisible()
})

test('Tove replies to Mira, under her words', async ({ join }) => {
  const mira = await join('mira')
  await say(mira.context.request, '2603.90202', 'Does it converge?')
  const { page, name } = await join('tove')
  await page.goto('/papers/2603.90202')
  const question = commentWith(page, 'Does it converge?')
  await act(question, 'Reply').click()
  await page.getByLabel(`Answer ${mira.name}`).fill('In the limit, yes.')
  await page.getByLabel(`Answer ${mira.name}`).press('Control+Enter')
  const answer = question.getByRole('listitem').filter({ hasText: 'In the limit, yes.' })
  await expect(answer.getByRole('heading', { name })).toBeVisible()
})

test('Mira edits her comment, which is then marked as edited', async ({ join, visit }) => {
  const { page, context } = await join('mira')
  await say(context.request, '2603.90203', 'It is three.')
  await page.goto('/papers/2603.90203')
  await act(commentWith(page, 'It is three.'), 'Edit').click()
  await expect(page.getByLabel('Change your comment')).toHaveValue('It is three.')
  await page.getByLabel('Change your comment').fill('It is four.')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(commentWith(page, 'It is four.').getByText('edited')).toBeVisible()

  const reader = await visit()
  await reader.goto('/papers/2603.90203')
  await expect(commentWith(reader, 'It is four.').getByText('edited')).toBeVisible()
  await expect(reader.getByText('It is three.')).toHaveCount(0)
})

test('a deleted comment keeps the replies it had', async ({ join, visit }) => {
  const mira = await join('mira')
  const tove = await join('tove')
  const id = await say(mira.context.request, '2603.90204', 'I take this back in a moment.')
  await say(tove.context.request, '2603.90204', 'And this stays.', id)
  const { page } = mira
  await page.goto('/papers/2603.90204')
  await act(commentWith(page, 'I take this back in a moment.'), 'Delete').click()
  const sure = page.getByRole('group', { name: /^Delete this comment\?/ })
  await sure.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByText('I take this back in a moment.')).toHaveCount(0)

  const reader = await visit()
  await reader.goto('/papers/2603.90204')
  await expect(reader.getByText('And this stays.').first()).toBeVisible()
  await expect(reader.getByRole('heading', { name: 'Deleted by its author' }).first()).toBeVisible()
  await expect(reader.getByText('I take this back in a moment.')).toHaveCount(0)
})

test('Ida previews what she wrote before she sends it', async ({ join, visit }) => {
  const { page } = await join('ida')
  await page.goto('/papers/2603.90205')
  await page.getByLabel('Add to the discussion').fill('Is it *really* $x^2$?')
  await page.getByRole('button', { name: 'Preview' }).click()
  const talk = page.getByRole('region', { name: /comment/ })
  await expect(talk.getByRole('emphasis').filter({ hasText: 'really' })).toBeVisible()
  await expect(talk.locator('math')).toBeVisible()

  const reader = await visit()
  await reader.goto('/papers/2603.90205')
  await expect(reader.getByText('really')).toHaveCount(0)
})

test('a comment appears on a page that somebody else has open, counted', async ({ join, visit }) => {
  const ida = await visit()
  await listening(ida, () => ida.goto('/papers/2603.90206'))
  const { context } = await join('tove')
  await say(context.request, '2603.90206', 'Anybody here?')
  await expect(commentWith(ida, 'Anybody here?')).toBeVisible({ timeout: 3_000 })
  await expect(ida.getByRole('heading', { name: /\d+ comments?/ })).toBeVisible()
})

test('a draft survives a reload, and is gone once it was sent', async ({ join }) => {
  const { page } = await join('mira')
  await page.goto('/papers/2603.90207')
  await page.getByLabel('Add to the discussion').fill('Half a thought, to be')
  await page.reload()
  await expect(page.getByLabel('Add to the discussion')).toHaveValue('Half a thought, to be')
  await page.getByLabel('Add to the discussion').fill('Half a thought, to be continued.')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(commentWith(page, 'Half a thought, to be continued.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Add to the discussion')).toHaveValue('')
})

test('a comment can be linked to, and stands among the newest of the site', async ({ join, visit }) => {
  const { context, name } = await join('mira')
  const id = await say(context.request, '2603.90207', 'Found at last by mira.')
  const reader = await visit()
  await reader.goto('/comments')
  await expect(reader.getByText('Found at last by mira.').first()).toBeVisible()
  await reader.goto(`/papers/2603.90207#comment-${id}`)
  await expect(commentWith(reader, 'Found at last by mira.')).toBeInViewport()
  await reader.goto(`/user/${name}`)
  await expect(reader.getByText('Found at last by mira.').first()).toBeVisible()
})

test('a thread twelve deep can be followed to its end on a phone', async ({ join, visit }) => {
  const { context } = await join('mira')
  let last: string | undefined
  for (let step = 1; step <= 12; step += 1) {
    last = await say(context.request, '2603.90210', `This is step ${step} down.`, last)
  }
  const reader = await visit({ viewport: { width: 390, height: 844 } })
  await reader.goto('/papers/2603.90210')
  const onward = reader.getByRole('link', { name: /Continue this thread/i })
  while ((await reader.getByText('This is step 12 down.').count()) === 0) await onward.last().click()
  await expect(reader.getByText('This is step 12 down.').first()).toBeVisible()
})
