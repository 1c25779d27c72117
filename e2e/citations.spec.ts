import { readFile } from 'node:fs/promises'
import { expectReason } from './support/refused'
import { expect, test } from './support/test'

const paper = '/papers/2603.90004'
const title = 'A Thousand Names for the Same Detector'
const old = '/papers/cs/9809007'

test('Noor copies the BibTeX of a paper, and takes each of its files along', async ({ join }) => {
  const { page, context } = await join('noor')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(old)
  await page.waitForLoadState('networkidle')
  const copy = page.getByRole('button', { name: 'Copy BibTeX' })
  await expect(copy).toBeHidden()
  await page.getByText('Cite', { exact: true }).click()
  const shown = page.getByRole('region', { name: 'BibTeX' })
  await expect(shown).toContainText('title = {{An Old Note on Ropes and Strings}}')
  await copy.click()
  await expect(copy).toHaveText('Copied')
  await expect(page.getByText('BibTeX copied.')).toBeAttached()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.trimEnd()).toBe((await shown.textContent())?.trimEnd())
  for (const [name, ending, begins] of [
    ['BibTeX', 'bib', '@misc{quill2026old-cs-9809007,'],
    ['RIS', 'ris', 'TY  - GEN'],
    ['CSL-JSON', 'csl.json', '[\n'],
  ] as const) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `Download ${name}` }).click(),
    ])
    expect(file.suggestedFilename()).toBe(`quill2026old-cs-9809007.${ending}`)
    expect(await readFile((await file.path()) ?? '', 'utf8'), name).toContain(begins)
  }
})

test('when a citation cannot be copied, that is said', async ({ join }) => {
  const { page, context } = await join('noor')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(old)
  await page.waitForLoadState('networkidle')
  await page.getByText('Cite', { exact: true }).click()
  await context.setOffline(true)
  const copy = page.getByRole('button', { name: 'Copy RIS' })
  await copy.click()
  await expect(copy).toHaveText('Not copied')
  await expect(page.getByText('It could not be copied. Download it instead.')).toBeAttached()
})

test('without JavaScript the files are there, and no button that could not copy', async ({ visit }) => {
  const page = await visit({ javaScriptEnabled: false })
  await page.goto(paper)
  await page.getByText('Cite', { exact: true }).click()
  await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download BibTeX' }).click(),
  ])
  expect(await readFile((await file.path()) ?? '', 'utf8')).toContain(`title = {{${title}}}`)
})

test('a paper has the same key alone, in a selection, in a search and on a list', async ({ join, baseURL }) => {
  const { context } = await join('ines')
  const headers = { origin: baseURL ?? '' }
  const made = await context.request.post('/api/lists', { headers, data: { name: 'Old notes', isPublic: true } })
  const { id } = await made.json()
  const saved = await context.request.put(`/api/lists/${id}/papers/cs~9809007`, { headers, data: {} })
  expect(saved.ok(), await saved.text()).toBe(true)
  for (const address of [
    `${old}.bib`,
    '/papers/cite.bib?ids=2603.90004,cs/9809007v2',
    '/papers/search.bib?q=title:ropes',
    `/list/${id}.bib`,
  ])
    expect(await (await context.request.get(address)).text(), address).toContain('@misc{quill2026old-cs-9809007,')
})

for (const [address, status] of [
  ['/papers/2603.99999.bib', 404],
  ['/papers/cite.ris?ids=2603.90004,2603.99999', 404],
  ['/papers/cite.bib', 400],
  ['/papers/cite.bib?ids=nonsense', 400],
  ['/papers/search.bib', 400],
  ['/papers/search.csl.json?q=ropes&from=soon', 400],
] as const) {
  test(`${address} says why there is no citation`, async ({ request }) => {
    await expectReason(request, address, status)
  })
}

test('programs that keep references read a paper’s page', async ({ page }) => {
  await page.goto(old)
  const held = (name: string) => page.locator(`meta[name="${name}"]`).first().getAttribute('content')
  expect(await held('citation_title')).toBe('An Old Note on Ropes and Strings')
  expect(await held('citation_author')).toBe('Quill, Ada')
  expect(await held('citation_arxiv_id')).toBe('cs/9809007')
  expect(await held('citation_publication_date')).toBe('2026/02/27')
  const schema = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
  expect(schema).toMatchObject({ '@type': 'ScholarlyArticle', author: [{ name: 'Ada Quill' }] })
})

test('Ida goes from a paper to others like it, and reads what they share', async ({ visit }) => {
  const page = await visit()
  await page.goto('/papers/2603.90241')
  const beside = page.getByRole('complementary', { name: 'Similar papers' })
  await expect(beside.getByRole('link', { name: 'Counting Lanterns From Afar' })).toBeVisible()
  await expect(beside.getByText(/^Both say .*lantern/i).first()).toBeVisible()
  await beside.getByRole('link', { name: 'More similar papers' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Similar papers' })).toBeVisible()
  await expect(page.getByText('Found by words alone')).toBeVisible()
  const { by, papers } = await (await page.request.get('/api/papers/2603.90241/similar')).json()
  expect(by).toBe('words')
  const ids: string[] = papers.map(({ id }: { id: string }) => id)
  expect(ids).toContain('2603.90242')
  expect(ids).not.toContain('2603.90241')
  await page.getByRole('link', { name: 'Lanterns in Rain' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lanterns in Rain' })).toBeVisible()
  for (const path of ['/papers/2603.99999/similar', '/api/papers/2603.99999/similar'])
    expect((await page.request.get(path)).status(), path).toBe(404)
})
