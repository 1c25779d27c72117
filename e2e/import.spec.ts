import { importPapers } from './support/commands'
import { item, titles } from './support/lists'
import { paper } from './support/papers'
import { expect, test } from './support/test'

const { E2E_DATABASE_URL = '', E2E_FOLDER = '' } = process.env

test('Pilar imports papers while Ida reads, and Ida finds them within seconds', async ({ page }, { retry }) => {
  const day = `2026-02-1${retry}`
  const id = (n: number) => `2602.9${retry}00${n}`
  const old = paper(id(1), day, 1, 'Was Here Before', { upvotes: 3 })
  await importPapers([old], E2E_DATABASE_URL, E2E_FOLDER)
  await page.goto(`/papers/date/${day}`)
  await expect(item(page, 'Was Here Before')).toBeVisible()

  await importPapers([paper(id(2), day, 2, 'Came While You Read', { upvotes: 7 }), old], E2E_DATABASE_URL, E2E_FOLDER)
  await expect(async () => {
    await page.reload()
    expect(await titles(page)).toEqual(['Came While You Read', 'Was Here Before'])
  }).toPass({ timeout: 4_000 })

  // A newer row of the same paper corrects it; votes that came with it are named as such.
  await importPapers(
    [paper(id(2), day, 2, 'Came While You Were Reading', { upvotes: 8 })],
    E2E_DATABASE_URL,
    E2E_FOLDER,
  )
  await expect(async () => {
    await page.goto(`/papers/${id(2)}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Came While You Were Reading', { timeout: 500 })
  }).toPass({ timeout: 4_000 })
  await expect(page.getByText(/came with the import/)).toBeVisible()
})
