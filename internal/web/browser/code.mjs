// Codes by hand what an article says: node code.mjs CHROMIUM BASE ARTICLE [SHOTS]
// First with words selected in the text, then with scripts off. Any step that cannot be
// taken ends it with an error; "coded" is the last line.
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'

const [executablePath, base, article, shots] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const words = 'the departure hall'

for (const scripts of [true, false]) {
  const context = await browser.newContext({ viewport: { width: scripts ? 1440 : 360, height: 900 }, javaScriptEnabled: scripts, locale: scripts ? 'en-GB' : 'es' })
  context.setDefaultTimeout(8000)
  const page = await context.newPage()
  page.on('pageerror', e => { throw e })
  await page.goto(`${base}/articles/${article}`)
  await page.getByRole('link', { name: scripts ? 'Code by hand what was missed' : 'Codificar a mano lo que faltó' }).click()
  const sentence = page.locator('.sentence', { hasText: words }).first()
  if (scripts) {
    await sentence.evaluate((el, words) => {
      const text = el.firstChild, at = text.data.indexOf(words), range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + words.length)
      const chosen = getSelection()
      chosen.removeAllRanges()
      chosen.addRange(range)
    }, words)
    await page.waitForFunction(() => document.getElementById('form').at.value !== '')
    assert.equal(await page.locator('textarea[name=words]').inputValue(), words)
  } else {
    await sentence.locator('xpath=preceding-sibling::a[1]').click()
    assert.match(page.url(), /sentence=\d+#form$/)
    await page.locator('textarea[name=words]').fill(words)
  }
  await page.locator('input[name=slot][value=toll]').check()
  assert.equal(await page.locator('select[name=position]').isVisible(), false, 'fields of other slots are folded')
  await page.locator('select[name=harm]').selectOption('missing')
  await page.locator('input[name=figure]').fill('3+')
  await page.locator('input[name=speaker]').fill('police')
  await page.locator('select[name=role]').selectOption('authority')
  if (shots) await page.screenshot({ path: `${shots}/code-${scripts ? 'wide' : 'narrow'}.png`, fullPage: !scripts })
  await page.locator('form.code button').click()
  assert.match(await page.locator('[role=status]').innerText(), scripts ? /^Coded by hand: missing: at least 3/ : /^Codificado a mano: desaparecid/)

  // It stands in the course of the toll, with its words, which lead to the article.
  await page.locator('.coded a.open').first().click()
  const row = page.locator('#tolls .course tr', { hasText: words })
  await page.evaluate(() => 0).catch(() => {})
  assert.equal(await row.count(), 1)
  if (!(await row.isVisible())) await page.locator('#tolls summary').last().click()
  await row.locator('a.ref').first().click()
  assert.match(page.url(), /\/articles\/[0-9a-f]{64}#w-/)
  if (shots) await page.screenshot({ path: `${shots}/coded-${scripts ? 'wide' : 'narrow'}.png` })

  // And is taken back.
  await page.goto(`${base}/articles/${article}/code`)
  await page.locator('button[value=undo]').click()
  assert.equal(await page.locator('.coded').count(), 0)
  await context.close()
}
await browser.close()
console.log('coded')
