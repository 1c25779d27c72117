import { arxivPaper, openServices } from '@/testing/arxiv-stand-in'
import { item, triangle } from './support/lists'
import { expect, password, test } from './support/test'

test('what arXiv announces arrives by itself, and Noor’s upvote puts a paper of it on today’s list', async ({
  page,
  ownSite,
}) => {
  // A site of its own starts, and asks arXiv for four days with three seconds between two requests.
  test.setTimeout(180_000)
  const services = await openServices()
  const today = new Date().toISOString().slice(0, 10)
  services.arxiv.push(
    arxivPaper({ id: '2606.00001', datestamp: today, title: 'Heat in Small Rooms', categories: ['cs.LG', 'stat.ML'] }),
    arxivPaper({ id: '2606.00002', datestamp: today, title: 'A Proof of $x^2 \\geq 0$', categories: ['cs.LG'] }),
    arxivPaper({ id: '2606.00003', datestamp: today, title: 'Withdrawn at Once', isWithdrawn: true }),
  )
  try {
    const { url } = await ownSite({ ...services.settings, INGEST_CATEGORIES: 'cs.LG' })
    await expect(async () => {
      await page.goto(`${url}/new`)
      await expect(item(page, 'Heat in Small Rooms')).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 120_000 })
    await expect(item(page, 'Withdrawn at Once')).toHaveCount(0)
    await page.goto(`${url}/new/stat.ML`)
    await expect(page.getByRole('main').getByRole('article')).toHaveCount(1)

    const headers = { origin: url }
    await page.request.post(`${url}/api/signup`, { headers, data: { name: 'Noor', password } })
    await page.goto(`${url}/new`)
    await triangle(item(page, 'Heat in Small Rooms')).click()
    await expect(triangle(item(page, 'Heat in Small Rooms'))).toHaveAttribute('aria-pressed', 'true')
    await expect(async () => {
      await page.goto(`${url}/papers/date/${today}`)
      await expect(page.getByRole('main').getByRole('article')).toHaveCount(1, { timeout: 500 })
    }).toPass({ timeout: 5_000 })
    await expect(item(page, 'Heat in Small Rooms')).toBeVisible()
  } finally {
    services.close()
  }
})
