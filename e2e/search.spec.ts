import { item, titles, triangle } from './support/lists'
import { expect, test } from './support/test'

const search = '/papers/search'

test('Mira finds a paper from any page, by keyboard alone, and votes for it', async ({ join }) => {
  const { page } = await join('mira')
  await page.goto('/about')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: 'Search papers' })).toBeFocused()
  await page.keyboard.type('lanterns')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${search}?q=lanterns`)
  await expect(page.getByRole('heading', { level: 2, name: '3 papers' })).toBeVisible()
  const best = item(page, 'Counting Lanterns From Afar')
  await expect(best.locator('h3 mark')).toHaveText('Lanterns')
  await expect(best.getByText('the very last sentence of it')).toBeVisible()

  await page.waitForLoadState('networkidle')
  const [first = ''] = await titles(page)
  await page.keyboard.press('j')
  await page.keyboard.press('u')
  await expect(triangle(item(page, first))).toHaveAccessibleName(/yours among them$/)
  await page.keyboard.press('s')
  await expect(item(page, first).getByRole('button', { name: /^Saved/ })).toBeVisible()
  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { level: 1, name: first })).toBeVisible()
})

test('titles are offered while Tove types, and the arrows choose one', async ({ visit }) => {
  const page = await visit()
  await page.goto('/papers/trending')
  await page.waitForLoadState('networkidle')
  const box = page.getByRole('combobox', { name: 'Search papers' })
  await box.click()
  await page.keyboard.type('lanterns in r')
  const offered = page.getByRole('listbox', { name: 'Papers with such a title' })
  await expect(offered.getByRole('option')).toHaveText([/Lanterns in Rain/, /Search abstracts for/])
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  const chosen = offered.getByRole('option', { selected: true })
  await expect(chosen).toHaveAccessibleName(/^Lanterns in Rain/)
  await expect(box).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '')
  await page.keyboard.press('Escape')
  await expect(offered).toBeHidden()
  await expect(box).toHaveValue('lanterns in r')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(offered.getByRole('option', { selected: true })).toHaveText(/Search abstracts for/)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Lanterns in Rain' })).toBeVisible()
})

test('on the page of search the titles take the results’ place until Escape', async ({ visit }) => {
  const page = await visit()
  await page.goto(`${search}?q=lanterns`)
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('/')
  await page.keyboard.type('counting')
  await expect(page.getByRole('option', { name: /^Counting Lanterns/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: '3 papers' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: '3 papers' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${search}?q=counting`)
})

test('a phone has the way to search at its foot, and the filters on demand', async ({ visit }) => {
  const page = await visit({ viewport: { width: 390, height: 844 }, hasTouch: true })
  await page.goto('/')
  await page
    .getByRole('navigation', { name: /foot of the screen/ })
    .getByRole('link', { name: 'Search' })
    .click()
  await page.getByRole('combobox', { name: 'Search papers' }).fill('lanterns')
  await page.keyboard.press('Enter')
  const votes = page.getByLabel('with upvotes')
  await expect(votes).toBeHidden()
  await page.getByText('Narrow the results').click()
  await votes.selectOption('10 or more upvotes')
  await page.getByRole('button', { name: 'Narrow' }).click()
  await expect(page).toHaveURL(`${search}?q=lanterns&votes=10`)
  await expect(page.getByRole('heading', { name: '1 paper', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Take off: with 10 or more upvotes' }).click()
  await expect(page).toHaveURL(`${search}?q=lanterns`)
})

test('what cannot be read is said beside the box, with what was searched instead', async ({ visit }) => {
  const page = await visit()
  await page.goto(`${search}?q=lanterns+votes:many&from=nonsense`)
  await expect(page.getByRole('listitem').filter({ hasText: 'votes:many' })).toContainText('Searched instead: “many”.')
  await expect(page.getByRole('listitem').filter({ hasText: 'from=nonsense' })).toContainText('It was left out.')
  await expect(page.getByRole('combobox', { name: 'Search papers' })).toHaveAccessibleDescription(
    /votes:many wants a number/,
  )
  await expect(page.getByRole('article')).not.toHaveCount(0)
})

test('who was found by name is named, and a category that arXiv has not leads to one that it has', async ({
  visit,
}) => {
  const page = await visit()
  await page.goto(`${search}?q=lanterns+cat:ml+author:quill`)
  await expect(page.getByRole('article').first().locator('.meta mark')).toHaveText('Ada Quill')
  await page.getByRole('link', { name: 'cat:cs.LG', exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Search papers' })).toHaveValue('lanterns cat:cs.LG author:quill')
})

test('on paper a search says what was looked for, and offers nothing to press', async ({ visit }) => {
  const page = await visit()
  await page.goto(`${search}?q=lanterns+in+the+rain`)
  await page.emulateMedia({ media: 'print' })
  for (const width of [700, 1200]) {
    await page.setViewportSize({ width, height: 900 })
    const box = page.getByRole('combobox')
    await expect(box).toHaveValue('lanterns in the rain')
    expect(await box.evaluate((field) => field.scrollWidth - field.clientWidth)).toBe(0)
    await expect(page.getByRole('button', { name: 'Save this search' })).toBeHidden()
  }
})

test('a search that finds nothing says what to leave out', async ({ visit }) => {
  const page = await visit()
  await page.goto(`${search}?q=lanterns&votes=30&from=2026`)
  await expect(page.getByRole('heading', { name: 'No paper has all of this.' })).toBeVisible()
  await page.getByRole('listitem').filter({ hasText: 'Take off “with 30' }).getByRole('link').click()
  await expect(page.getByRole('heading', { name: '3 papers' })).toBeVisible()
  await page.goto(`${search}?q=lanterns+cat:math.CO+author:quill`)
  await page.getByRole('listitem').filter({ hasText: 'Without “cat:math.CO”:' }).getByRole('link').click()
  await expect(page.getByRole('combobox', { name: 'Search papers' })).toHaveValue('lanterns author:quill')
})

test('a word that is typed wrong is put right, and can be searched as it is', async ({ visit }) => {
  const page = await visit()
  const box = page.getByRole('combobox', { name: 'Search papers' })
  await page.goto(`${search}?q=lantrens`)
  await expect(page.getByText('Nothing says “lantrens”. These are papers for “lanterns”.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: '3 papers' })).toBeVisible()
  await expect(box).toHaveValue('lantrens')
  await expect(box).toHaveAccessibleDescription(/^Nothing says “lantrens”/)
  await page.getByRole('link', { name: 'Search for “lantrens” as typed' }).click()
  await expect(page).toHaveURL(`${search}?q=lantrens&verbatim=1`)
  await expect(page.getByRole('heading', { name: 'No paper has this word.' })).toBeVisible()
  await page.goto(`${search}?q=counting+lantrens`)
  await expect(page.locator('.spelt em')).toHaveText('lanterns')
  await page.getByText('Did you mean: counting lanterns').getByRole('link').click()
  await expect(page).toHaveURL(`${search}?q=counting+lanterns`)
  await expect(page.getByText('Did you mean')).toBeHidden()
})

test('an id and an address lead to their paper', async ({ request }) => {
  for (const q of ['2603.90241', 'https://arxiv.org/pdf/2603.90241v2', 'arXiv:2603.90241']) {
    const answer = await request.get(`${search}?${new URLSearchParams({ q })}`, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location], q).toEqual([307, '/papers/2603.90241'])
  }
})

test('nothing that is typed gives an error page', async ({ request }) => {
  const typed = [
    ...['', ' ', '"', '"lanterns', '((', '-', 'OR', 'a OR', 'constructor', '__proto__', '🏮', 'title:', '%', '*'],
    ...['a\u0000b\u0007', "'; drop table papers; --", 'x'.repeat(10_000), '<script>alert(1)</script>', '2603.99999'],
  ].map((q) => String(new URLSearchParams({ q })))
  const odd = [
    'q=lanterns&p=99999',
    'p=-1',
    'from=nonsense',
    'cat=%00',
    'votes=1e9',
    'sort=constructor',
    'q=a&q=b',
    'q=%ff',
  ]
  for (const query of [...typed, ...odd]) {
    const answer = await request.get(`${search}?${query}`)
    expect(answer.status(), query.slice(0, 60)).toBe(200)
    expect(await answer.text(), query.slice(0, 60)).toContain('Search papers')
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('search is a form, its filters too, and the address says only what was asked', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('combobox', { name: 'Search papers' }).fill('lanterns')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`${search}?q=lanterns`)
    expect(await titles(page)).toHaveLength(3)
    await page.getByLabel('by author').fill('Ada Quill')
    await page.getByLabel('with upvotes').selectOption('3')
    await page.getByRole('button', { name: 'Narrow' }).click()
    await expect(page).toHaveURL(`${search}?q=lanterns&author=Ada+Quill&votes=3`)
    expect(await titles(page)).toHaveLength(2)
    await page.getByRole('link', { name: 'Most votes' }).click()
    expect((await titles(page))[0]).toBe('Lanterns in Rain')
    await page.getByRole('link', { name: 'Take off: by Ada Quill' }).click()
    await expect(page).toHaveURL(`${search}?q=lanterns&votes=3&sort=votes`)
  })
})
