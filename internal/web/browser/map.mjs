// Looks at the map in a real browser: node map.mjs CHROMIUM BASE INCIDENT
// It prints one problem a line, and "drawn N" at the end: how many incidents stand on the map.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const [executablePath, base, incident] = process.argv.slice(2)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const problem = (where, what) => console.log(`${where}: ${what}`)

// colours counts the colours of a picture, in a page that no policy binds.
const blank = await (await browser.newContext()).newPage()
async function colours(element) {
  const picture = (await element.screenshot()).toString('base64')
  return await blank.evaluate(async data => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
    canvas.drawImage(image, 0, 0)
    const pixels = new Uint32Array(canvas.getImageData(0, 0, image.width, image.height).data.buffer)
    return new Set(pixels).size
  }, picture)
}

async function open(options, path, where) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.addInitScript(() => {
    window.violations = []
    document.addEventListener('securitypolicyviolation', e => window.violations.push(`${e.violatedDirective} ${e.blockedURI}`))
  })
  page.on('console', m => m.type() === 'error' && problem(where, `console: ${m.text()}`))
  page.on('pageerror', e => problem(where, `error: ${e}`))
  page.on('request', r => r.url().startsWith(base) || r.url().startsWith('blob:') || problem(where, `asks for ${r.url()}`))
  await page.goto(base + path)
  return page
}

async function closeOf(page, where) {
  for (const v of await page.evaluate('window.violations')) problem(where, `the policy refuses ${v}`)
  const wide = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')
  if (wide[0] > wide[1]) problem(where, `is ${wide[0]} pixels wide`)
  await page.evaluate(axe)
  const found = await page.evaluate('axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })')
  for (const v of found.violations) {
    if (v.impact === 'serious' || v.impact === 'critical') problem(where, `axe ${v.impact} ${v.id}: ${v.help} (${v.nodes.slice(0, 3).map(n => n.target).join('; ')})`)
  }
  await page.context().close()
}

let drawn = 0
for (const [width, colorScheme, reducedMotion] of [[1440, 'light', 'no-preference'], [360, 'dark', 'reduce']]) {
  const where = `/map at ${width} px, ${colorScheme}`
  const page = await open({ viewport: { width, height: 900 }, colorScheme, reducedMotion }, '/map', where)
  await page.waitForSelector('#map[data-state=drawn]', { timeout: 30_000 })
  const of = await page.evaluate(() => {
    const rows = [...document.querySelectorAll('table.spots tbody tr')]
    return { ...document.getElementById('map').dataset, rows: rows.length, counted: rows.reduce((n, r) => n + Number(r.querySelector('.num').textContent), 0) }
  })
  if (Number(of.shown) !== of.counted || Number(of.places) !== of.rows) problem(where, `draws ${of.shown} incidents at ${of.places} places, the table has ${of.counted} at ${of.rows}`)
  drawn = Number(of.shown)
  const many = await colours(page.locator('#map .map-box'))
  if (many < 20) problem(where, `the map has ${many} colours: nothing is drawn`)
  // By keys alone: into the list beside the map, one place, one incident, and back.
  const first = page.locator('.beside-map .spot-of').first()
  await first.focus()
  await page.keyboard.press('Enter')
  const listed = await page.locator('.beside-map a').count()
  if (listed === 0) problem(where, 'a place that is chosen lists no incident')
  if (await page.evaluate('document.activeElement.tagName') !== 'H3') problem(where, 'the focus is not on the place that was chosen')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  if (await page.locator('.beside-map .spot-of').count() === 0) problem(where, 'there is no way back to all places')
  await page.locator('.maplibregl-canvas').focus()
  await page.keyboard.press('Equal')
  // Without dragging: one day alone, without the undated, then any time again.
  const shown = () => page.evaluate('Number(document.getElementById("map").dataset.shown)')
  await page.fill('.span-of input[type=date] >> nth=0', '2199-01-01')
  if (await shown() >= drawn) problem(where, 'a day in the future takes nothing off the map')
  const undated = await shown()
  await page.uncheck('.span-of input[type=checkbox]')
  if (await shown() !== 0) problem(where, `${await shown()} of ${undated} undated incidents stay without them`)
  await page.click('.span-of button')
  if (await shown() !== drawn) problem(where, 'any time does not bring all back')
  await closeOf(page, where)
}
for (const [width, colorScheme] of [[1440, 'dark'], [360, 'light']]) {
  const where = `/incidents/${incident} at ${width} px, ${colorScheme}`
  const page = await open({ viewport: { width, height: 900 }, colorScheme }, `/incidents/${incident}`, where)
  if (await page.evaluate('performance.getEntriesByType("resource").some(r => r.name.includes("maplibre"))')) problem(where, 'the map is asked for before anybody comes to it')
  await page.locator('#where').scrollIntoViewIfNeeded()
  await page.waitForSelector('#where[data-state=drawn]', { timeout: 30_000 })
  const many = await colours(page.locator('#where .map-box'))
  if (many < 4) problem(where, `the map has ${many} colours: nothing is drawn`)
  await closeOf(page, where)
}
// Without WebGL the drawing of the server stands.
{
  const without = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-3d-apis'] })
  const page = await without.newPage()
  await page.goto(`${base}/map`)
  await page.waitForSelector('#map[data-state=failed]', { timeout: 30_000 })
  if (!await page.locator('#map svg.world').isVisible()) problem('/map without WebGL', 'the drawing does not stand')
  await without.close()
}
await browser.close()
console.log(`drawn ${drawn}`)
