// Answers whether two incidents are one, by keys: node doubts.mjs CHROMIUM BASE
// Any step that cannot be taken ends it with an error; "answered" is the last line.
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'

const [executablePath, base] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
page.setDefaultTimeout(8000)
page.on('pageerror', e => { throw e })
const press = key => Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press(key)])
const pair = async () => await page.locator('input[name=one]').count() ? page.locator('input[name=one]').inputValue() : ''
const said = () => page.locator('[role=status]').innerText()

await page.goto(base + '/review')
await page.getByRole('link', { name: 'One incident or two?' }).click()
const first = await pair()
assert.notEqual(first, '', 'a pair is asked about')
await press('s')
assert.notEqual(await pair(), first, 's puts it aside')
await page.getByRole('button', { name: /Lay 1 skipped pair/ }).click()
await press('r')
assert.match(await said(), /^They are two/)
await press('u')
assert.match(await said(), /^Taken back/)
assert.equal(await pair(), first, 'u asks again')
await press('a')
assert.match(await said(), /^They are one/)
await page.getByRole('link', { name: 'Decisions', exact: true }).click()
assert.equal(await page.locator('.rulings tbody tr').count(), 3)
assert.equal(await page.locator('.rulings .fallen').count(), 1)
await page.locator('.rulings summary').first().click()
await page.locator('.rulings details[open] button').click()
assert.equal(await page.locator('.rulings .fallen').count(), 2)
await browser.close()
console.log('answered')
