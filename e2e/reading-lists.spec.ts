import { readFile } from 'node:fs/promises'
import type { APIRequestContext, Page } from '@playwright/test'
import { item, titles } from './support/lists'
import { days } from './support/papers'
import { expect, test } from './support/test'

const [first, second, third] = [
  'Weather for Vineyards, Part 1',
  'Weather for Vineyards, Part 2',
  'Weather for Vineyards, Part 3',
]
const ids = ['2603.90300', '2603.90301', '2603.90302']

// Several have two browsers.
test.describe.configure({ timeout: 60_000 })

test('s saves the paper one stands on, says so, and takes it off again', async ({ join }) => {
  const { page } = await join('mira')
  await page.goto(`/papers/date/${days.newest}`)
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  const save = page.getByRole('button', { name: `Save ${first}`, exact: true })
  const saved = page.getByRole('button', { name: `Saved ${first}`, exact: true })
  await expect(saved).toHaveText('saved')
  await expect(saved).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('Saved to To read.')).toBeAttached()
  await page.goto('/lists')
  await page.getByRole('link', { name: 'To read' }).click()
  await expect.poll(() => titles(page)).toEqual([first])

  await page.goto('/papers/2603.90300')
  await expect(saved).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('s')
  await expect(save).toHaveAttribute('aria-pressed', 'false')
  await expect(page.getByText('No longer on To read.')).toBeAttached()
  await page.reload()
  await page.waitForLoadState('networkidle')
  await expect(save).toHaveAttribute('aria-pressed', 'false')
})

test('who is signed out and saves goes to sign in', async ({ page }) => {
  await page.goto('/papers/2603.90300')
  await page.getByRole('button', { name: `Save ${first}`, exact: true }).click()
  await expect(page).toHaveURL(/\/signin\?next=%2Fpapers%2F2603.90300/)
})

test('beside a paper one chooses lists, and makes a new one', async ({ join }) => {
  const { page } = await join('tove')
  await page.goto('/papers/2603.90301')
  await page.getByRole('button', { name: `Choose a list for ${second}` }).click()
  const dialog = page.getByRole('dialog', { name: 'Your lists' })
  await expect(dialog.getByText('You have no list yet.')).toBeVisible()
  await dialog.getByLabel('Name of a new list').fill('Harvest')
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await expect(dialog.getByRole('checkbox', { name: 'Harvest' })).toBeChecked()
  await dialog.getByLabel('Name of a new list').fill('Cellar')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('checkbox', { name: 'Cellar' })).toBeChecked()
  await dialog.getByRole('checkbox', { name: 'Harvest' }).uncheck()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: `Choose a list for ${second}` })).toBeFocused()
  await page.goto('/lists')
  await page.getByRole('link', { name: 'Harvest' }).click()
  await expect(page.getByText('No papers yet.')).toBeVisible()
  await page.goto('/lists')
  await page.getByRole('link', { name: 'Cellar' }).click()
  await expect.poll(() => titles(page)).toEqual([second])
})

test('a list is put in order by the keyboard, and the focus stays on the paper that moved', async ({
  join,
  baseURL,
}) => {
  const { page, context } = await join('rohit')
  const list = await makeList(context.request, baseURL, 'Ordered')
  await page.goto(list)
  await page.waitForLoadState('networkidle')
  await expect.poll(() => titles(page)).toEqual([first, second, third])
  await move(page, `Move up: ${third}`)
  await expect.poll(() => titles(page)).toEqual([first, third, second])
  await expect(page.getByRole('button', { name: `Move up: ${third}` })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => titles(page)).toEqual([third, first, second])
  await move(page, `Move down: ${third}`)
  await expect.poll(() => titles(page)).toEqual([first, third, second])
  await move(page, `Move to the top: ${second}`)
  await expect.poll(() => titles(page)).toEqual([second, first, third])
  await page.reload()
  await expect.poll(() => titles(page)).toEqual([second, first, third])
})

test('a stranger reads a public list at its address, without the owner’s notes, and cannot find a private one', async ({
  join,
  visit,
  baseURL,
}) => {
  const { page, context } = await join('pilar')
  const list = await makeList(context.request, baseURL, 'Shared')
  await page.goto(list)
  await page.waitForLoadState('networkidle')
  await item(page, first).getByText('Add note').click()
  await item(page, first).getByLabel('Note, seen only by you').fill('My <b>secret</b> thoughts')
  await item(page, first).getByRole('button', { name: 'Keep the note' }).click()
  await expect(item(page, first).getByText('My <b>secret</b> thoughts').first()).toBeVisible()
  await expect(item(page, first).getByText('The note is kept.')).toBeVisible()
  await expect(item(page, first).getByText('Change note')).toBeFocused()
  await item(page, first)
    .getByRole('button', { name: `Read: ${first}` })
    .click()
  await expect(page.getByText('2 to read')).toBeVisible()

  const stranger = await visit()
  expect((await stranger.goto(list))?.status()).toBe(404)
  for (const part of ['.json', '.bib', '.ris', '.csl.json', '/json', '/bibtex']) {
    expect((await stranger.request.get(list + part)).status(), part).toBe(404)
  }

  await page.getByLabel('Everybody, without your notes').check()
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByText('Kept. Everybody can see this list, and your page names it.')).toBeFocused()
  await expect(page.getByLabel('Address of this list')).toHaveValue(new RegExp(`${list}$`))

  expect((await stranger.goto(list))?.status()).toBe(200)
  await expect.poll(() => titles(stranger)).toEqual([first, second, third])
  await expect(stranger.getByRole('button', { name: /^(Move|Read:|Take off)/ })).toHaveCount(0)
  expect(await stranger.content()).not.toContain('secret')
  expect(await (await stranger.request.get(`${list}.json`)).text()).not.toMatch(/secret|note|readAt/)
  expect(await (await stranger.request.get(`/api/lists/${list.split('/').at(-1)}`)).text()).not.toMatch(/secret|note/)
  expect(await (await context.request.get(`${list}.json`)).text()).toContain('secret')
})

test('a list is taken along as BibTeX and as JSON', async ({ join, baseURL }) => {
  const { page, context } = await join('ines')
  const list = await makeList(context.request, baseURL, 'Für die Arbeit')
  await page.goto(list)
  const [bibtex] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'BibTeX' }).click(),
  ])
  expect(bibtex.suggestedFilename()).toBe('fur-die-arbeit.bib')
  const text = await readFile((await bibtex.path()) ?? '', 'utf8')
  expect(text.match(/^@misc\{/gm)).toHaveLength(3)
  expect(text).toContain(`title = {{${first}}}`)
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'JSON', exact: true }).click(),
  ])
  const { papers } = JSON.parse(await readFile((await json.path()) ?? '', 'utf8'))
  expect(papers.map(({ id }: { id: string }) => id)).toEqual(ids)
})

test('a public list is followed, and what is put on it appears', async ({ join, baseURL }) => {
  const owner = await join('tove')
  const list = await makeList(owner.context.request, baseURL, 'Tide tables', true)
  const { page } = await join('mira')
  await page.goto(list)
  await page.getByRole('button', { name: 'Follow Tide tables' }).click()
  await expect(page.getByRole('button', { name: 'Following Tide tables' })).toBeVisible()
  await page.goto('/following')
  await expect(item(page, first).getByText('list: Tide tables')).toBeVisible()
  const added = await owner.context.request.put(`/api${list.replace('/list/', '/lists/')}/papers/math.GT~0309136`, {
    headers: { origin: baseURL ?? '' },
  })
  expect(added.status()).toBe(200)
  await page.reload()
  const old = item(page, 'Knots That Come Undone Overnight')
  await expect(old.getByText('New', { exact: true })).toBeVisible()
})

test('two windows with one list do not lose each other’s changes', async ({ join, baseURL }) => {
  const { page, context } = await join('mira')
  const list = await makeList(context.request, baseURL, 'Two windows')
  const other = await context.newPage()
  await page.goto(list)
  await page.waitForLoadState('networkidle')
  await other.goto(list)
  await other.waitForLoadState('networkidle')
  await note(other, first, 'from the other window')
  await expect(item(other, first).getByText('from the other window').first()).toBeVisible()

  await note(page, first, 'from this window')
  await expect(page.getByRole('alert').getByText('The note was changed elsewhere meanwhile')).toBeVisible()
  await expect(item(page, first).getByText('from the other window').first()).toBeVisible()
  await expect(item(page, first).getByLabel('Note, seen only by you')).toHaveValue('from this window')
  await page.getByRole('button', { name: 'Keep the note' }).first().click()
  await expect(item(page, first).locator('.note')).toHaveText('from this window')
  await other.getByRole('button', { name: `Take off ${third}` }).click()
  await expect.poll(() => titles(other)).toEqual([first, second])
  await page.getByRole('button', { name: `Take off ${second}` }).click()
  await expect.poll(() => titles(page)).toEqual([first])
  await expect(item(page, first).locator('.note')).toHaveText('from this window')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a paper is saved, noted, moved and taken off, and a list made and deleted', async ({ join }) => {
    const { page } = await join('ida', { javaScriptEnabled: false })
    for (const id of ids.slice(0, 2)) {
      await page.goto(`/papers/${id}`)
      await page.getByRole('link', { name: 'save', exact: true }).click()
      await page.getByRole('button', { name: 'To read' }).click()
      await expect(page.getByText('Saved.')).toBeVisible()
    }
    await page.getByRole('link', { name: 'To read' }).click()
    await expect.poll(() => titles(page)).toEqual([second, first])
    await page.getByRole('button', { name: `Move up: ${first}` }).click()
    await expect.poll(() => titles(page)).toEqual([first, second])
    await note(page, first, 'Plain words')
    await expect(item(page, first).locator('.note')).toHaveText('Plain words')
    await page.getByRole('button', { name: `Take off ${second}` }).click()
    await expect.poll(() => titles(page)).toEqual([first])

    await page.goto('/lists')
    await page.getByLabel('Name', { exact: true }).fill('Short-lived')
    await page.getByRole('button', { name: 'Make it', exact: true }).click()
    await page.getByRole('link', { name: 'Short-lived' }).click()
    await page.getByText('Delete this list').click()
    await page.getByRole('button', { name: 'Delete it' }).click()
    await expect(page.getByText('The list is gone.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Short-lived' })).toBeHidden()
  })
})

test('a list holds together at 390 pixels, with a long name', async ({ join, baseURL }) => {
  const { page, context } = await join('mira', { viewport: { width: 390, height: 844 } })
  const list = await makeList(context.request, baseURL, 'Antidisestablishmentarianism'.repeat(2))
  await page.goto(list)
  await expect(item(page, first)).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

/** A list with three papers. @returns its path */
async function makeList(request: APIRequestContext, origin = '', name: string, isPublic = false): Promise<string> {
  const headers = { origin }
  const made = await request.post('/api/lists', { headers, data: { name, isPublic } })
  expect(made.status()).toBe(201)
  const { id } = await made.json()
  for (const paper of ids.toReversed()) {
    expect((await request.put(`/api/lists/${id}/papers/${paper}`, { headers })).status()).toBe(200)
  }
  return `/list/${id}`
}

async function move(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

async function note(page: Page, title: string, text: string): Promise<void> {
  await item(page, title)
    .getByText(/^(Add|Change) note$/)
    .click()
  await item(page, title).getByLabel('Note, seen only by you').fill(text)
  await item(page, title).getByRole('button', { name: 'Keep the note' }).click()
}
