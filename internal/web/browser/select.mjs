// Selects words in a text of several scripts and reads where the form says they stand:
// node select.mjs CHROMIUM BASE ARTICLE WORDS…
// It prints the code point at which each stands, one a line.
import { chromium } from 'playwright-core'

const [executablePath, base, article, ...all] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 360, height: 900 } })
page.setDefaultTimeout(8000)
page.on('pageerror', e => { throw e })
await page.goto(`${base}/articles/${article}/code`)
for (const words of all) {
  await page.locator('.sentence', { hasText: words }).first().evaluate((el, words) => {
    const text = el.firstChild, at = text.data.indexOf(words), range = document.createRange()
    range.setStart(text, at)
    range.setEnd(text, at + words.length)
    const form = document.getElementById('form')
    form.at.value = ''
    getSelection().removeAllRanges()
    getSelection().addRange(range)
  }, words)
  await page.waitForFunction(() => document.getElementById('form').at.value !== '')
  console.log(await page.locator('#form input[name=at]').inputValue())
  if (await page.locator('#form textarea[name=words]').inputValue() !== words) throw new Error(`the form has other words than ${words}`)
}
// What is typed is looked for in its sentence.
await page.locator('#form textarea[name=words]').fill('typed')
if (await page.locator('#form input[name=at]').inputValue() !== '') throw new Error('typed words have a place')
await browser.close()
