// Walks the desk as a reader does, with scripts off: node walk.mjs CHROMIUM BASE
// Any step that cannot be taken ends it with an error; "walked" is the last line.
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'

const [executablePath, base] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })

for (const width of [360, 1440]) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: false, locale: 'en-GB' })
  context.setDefaultTimeout(8000)
  const page = await context.newPage()
  const sees = async text => assert.ok(await page.getByText(text).first().isVisible(), `${width} px: ${text} is not to be seen on ${page.url()}`)

  // From the overview to an incident, to a cell of its matrix, to the archived words.
  await page.goto(base + '/')
  await page.getByRole('link', { name: 'Bombing, Port Maren, 6 March 2025' }).first().click()
  await sees('Who says who did it')
  const row = page.getByRole('row', { name: /Sons of the Estuary/ })
  await row.locator('summary').first().click()
  await row.locator('.other .open').first().click()
  assert.match(page.url(), /\/articles\/[0-9a-f]{64}#w-[0-9a-f]{32}$/)
  await sees('What was read in it')

  // From words of the text to what was read in them, and to the record that holds it.
  await page.locator('.text a.toll').first().click()
  assert.match(page.url(), /#[ait]\d+$/)
  await page.locator('.told h3 a').first().click()
  assert.match(page.url(), /\/incidents\/i[a-z2-7]{12}$/)

  // Held at a moment, and back to now.
  await page.locator('.pinbar summary').click()
  await page.getByLabel('Published by').fill('2025-03-06')
  await page.locator('.pinbar button').click()
  assert.match(page.url(), /as_of=2025-03-06/)
  await sees('As it was known on 2025-03-06')
  assert.equal(await page.getByText('Black Anchor Brigade').count(), 0)
  await page.getByRole('link', { name: 'Back to now' }).click()
  await sees('Black Anchor Brigade')

  // The list by its form, the actor, the outlet, the search.
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Incidents' }).click()
  await page.getByLabel('Type').selectOption('kidnapping')
  await page.locator('.filters button').click()
  await sees('1 of 1 incidents shown')
  await page.locator('.who a').first().click()
  await sees('Names in the articles')
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Sources' }).click()
  await page.getByRole('link', { name: 'Harbour Watch' }).first().click()
  await sees('What it reports, and how that fared')
  await page.getByRole('searchbox').fill('departure hall')
  await page.getByRole('button', { name: 'Search' }).click()
  await sees('found.')

  // Another language and other colours, which stay.
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByRole('button', { name: 'Oscuros' }).click()
  await page.goto(base + '/')
  await sees('Lo que se discute')
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark')

  // A download of what was fetched, and nothing of it shown.
  await page.goto(base + '/search?q=ferry')
  await page.locator('.hits a').first().click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').first().click()])
  assert.match(download.suggestedFilename(), /^capture-[0-9a-f]{12}\.raw$/)
  await context.close()
}
await browser.close()
console.log('walked')
