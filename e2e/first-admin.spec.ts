import { expect, password, test } from './support/test'

test('the first person becomes admin by the link that the start prints, makes a moderator, and offers no letter', async ({
  page,
  visit,
  ownSite,
}) => {
  test.setTimeout(90_000)
  const site = await ownSite({ SAMPLE: 'on' })
  const link = /Nobody is admin yet\.\D*(http:\/\/\S+\/claim\/\S+)/.exec(site.said())?.[1] ?? ''
  expect(link).toContain(site.url)

  // A new site is not empty: it shows the sample, and says that it is one.
  await page.goto(site.url)
  expect(await page.getByRole('main').getByRole('article').count()).toBeGreaterThanOrEqual(8)
  await expect(page.getByText(/sample/i).first()).toBeVisible()

  await page.goto(link)
  await page.getByLabel('Name', { exact: true }).fill('wen-hao')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Become the admin' }).click()
  await expect(page.getByText('You are the admin now.')).toBeVisible()

  const noor = await visit()
  const made = await noor.request.post(`${site.url}/api/signup`, {
    headers: { origin: site.url },
    data: { name: 'noor', password },
  })
  expect(made.status()).toBe(201)
  await page.goto(`${site.url}/settings`)
  await page.getByLabel('Find a person by name').fill('noor')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: 'Change the role of noor' }).click()
  await page.getByRole('radio', { name: 'moderator' }).check()
  await page.getByRole('button', { name: 'Give this role' }).click()
  await expect(page.getByText('noor is a moderator from now on.')).toBeVisible()

  await page.goto(link)
  await expect(page.getByText('This link does not work')).toBeVisible()

  // No mail server was named: the letter is not offered.
  await page.goto(site.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByLabel('Your e-mail address')).toBeHidden()
  const answer = await page.request.post(`${site.url}/api/subscriptions`, {
    headers: { origin: site.url },
    data: { email: 'ida@lab.example' },
  })
  expect([answer.status(), await answer.json()]).toEqual([404, { error: 'This site sends no mail.' }])
  expect((await page.goto(`${site.url}/subscription`))?.status()).toBe(404)
})
