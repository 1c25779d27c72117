import { item, triangle } from './support/lists'
import { days } from './support/papers'
import { expect, test } from './support/test'

test('Mira follows a day by keyboard alone', async ({ join }) => {
  const { page } = await join('mira')
  await page.goto(`/papers/date/${days.keys}`)
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('u')
  const second = item(page, 'The Second Key From the Left')
  await expect(triangle(second)).toHaveAccessibleName(/yours among them$/)

  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { level: 1, name: 'The Second Key From the Left' })).toBeVisible()
  await page.goBack()
  await expect(second).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('j')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/\/papers\/2603\.9013\d#talk$/)
})

test('the brackets turn the days, past those without papers', async ({ page }) => {
  await page.goto(`/papers/date/${days.afterKeys}`)
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('[')
  await expect(page).toHaveURL(new RegExp(`/papers/date/${days.keys}$`))
  await page.waitForLoadState('networkidle')
  await page.keyboard.press(']')
  await expect(page).toHaveURL(new RegExp(`/papers/date/${days.afterKeys}$`))
})

test('a question mark lists the keys, and Escape puts the list away', async ({ page }) => {
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  for (const key of ['j', 'k', 'o', 'u', 'c', '[', ']']) {
    await expect(dialog.getByText(key, { exact: true }).first()).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('letters typed into a field stay letters', async ({ join }) => {
  const { page } = await join('tove')
  await page.goto('/papers/2603.90131')
  const field = page.getByLabel('Add to the discussion')
  await field.click()
  await page.keyboard.type('joku? [c]')
  await expect(field).toHaveValue('joku? [c]')
  await expect(page).toHaveURL(/2603\.90131/)
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('the first Tab leads past the header', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the page' })
  await expect(skip).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main$/)
})
