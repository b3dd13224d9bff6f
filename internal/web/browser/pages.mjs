// Looks at pages in a real browser: node pages.mjs CHROMIUM BASE PATH…
// It prints one problem a line, and "looked N" at the end.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const [executablePath, base, ...paths] = process.argv.slice(2)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
let looked = 0
const problem = (where, what) => console.log(`${where}: ${what}`)

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1440]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
    const page = await context.newPage()
    let where = ''
    page.on('console', m => m.type() === 'error' && problem(where, `console: ${m.text()}`))
    page.on('pageerror', e => problem(where, `error: ${e}`))
    page.on('request', r => r.url().startsWith(base) || problem(where, `asks for ${r.url()}`))
    for (const path of paths) {
      where = `${path} at ${width} px, ${colorScheme}`
      const answer = await page.goto(base + path)
      if (answer.status() !== 200) problem(where, `status ${answer.status()}`)
      await page.evaluate('document.querySelectorAll("details").forEach(d => d.open = true)')
      const wide = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')
      if (wide[0] > wide[1]) problem(where, `is ${wide[0]} pixels wide`)
      looked++
      if ((width < 1000) !== (colorScheme === 'light')) continue // each rule holds for one width and one light as for the others
      await page.evaluate(axe)
      const found = await page.evaluate('axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })')
      if (found.passes.length < 15) problem(where, `axe passed ${found.passes.length} rules alone`)
      for (const v of found.violations) {
        if (v.impact === 'serious' || v.impact === 'critical') problem(where, `axe ${v.impact} ${v.id}: ${v.help} (${v.nodes.length}: ${v.nodes.slice(0, 3).map(n => n.target).join('; ')})`)
      }
    }
    await context.close()
  }
}
await browser.close()
console.log(`looked ${looked}`)
