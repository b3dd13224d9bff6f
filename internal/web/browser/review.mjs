// Reviews by keys alone: node review.mjs CHROMIUM BASE
// Any step that cannot be taken ends it with an error; "reviewed N" is the last line,
// before it how long the next card took in the middle.
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'

const [executablePath, base] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
page.setDefaultTimeout(8000)
page.on('pageerror', e => { throw e })
const card = () => page.locator('.verdict input[name=card]').inputValue()
const press = async key => {
  const begun = Date.now()
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press(key)])
  return Date.now() - begun
}

await page.goto(base + '/review')
const took = []
let decided = 0
for (const key of 'aaaraaasaaaaraaaasaaaa') {
  const before = await card()
  took.push(await press(key))
  assert.notEqual(await card(), before, `${key} left the card`)
  decided += key === 's' ? 0 : 1
}
assert.equal(decided, 20)

// Undo brings the card of the last decision back, to any depth.
const now = await card()
await press('u')
await press('u')
assert.match(await page.locator('[role=status]').innerText(), /^Taken back: d/)
await press('a')
await press('a')
assert.equal(await card(), now)

// Forward and back without a decision.
await press('j')
assert.notEqual(await card(), now)
await press('k')
assert.equal(await card(), now)

// E opens the form, in which keys write; Escape leaves the field.
await page.keyboard.press('e')
await page.locator('.edit input[name=value]').focus()
await page.keyboard.type('ar')
assert.equal(await page.locator('.edit input[name=value]').inputValue(), 'ar')
assert.equal(await card(), now)
await page.keyboard.press('Escape')
await press('s')

// Other keys, then none.
await page.getByText('Keys', { exact: true }).click()
await page.locator('input[name=accept]').fill('1')
await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Use these keys' }).click()])
const again = await card()
await page.keyboard.press('a')
assert.equal(await card(), again)
await press('1')
assert.notEqual(await card(), again)
await browser.close()
console.log(`the next card took ${took.sort((a, b) => a - b)[took.length >> 1]} ms in the middle`)
console.log(`reviewed ${decided}`)
