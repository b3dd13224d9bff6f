// What stands beside the map: the places in view, or the incidents of one of them. All
// that the map shows can be reached here by keys.
import { placeParts, type Incident, type Spot, type When } from './incidents.ts'
import { element, type Words } from './words.ts'

const mostListed = 60

export class Panel {
  readonly element = element('section')
  readonly #words: Words
  readonly #incidents: string // what the address of an incident begins with
  readonly #query: string // what keeps the pins
  readonly #chosen: (spot: Spot | null) => void

  constructor(words: Words, of: DOMStringMap, chosen: (spot: Spot | null) => void) {
    this.#words = words
    this.#incidents = of.incidents ?? ''
    this.#query = of.query ?? ''
    this.#chosen = chosen
    this.element.setAttribute('aria-label', words.t('map.view'))
  }

  /** view lists the places in view. */
  view(spots: Spot[]): void {
    const list = element('ul', '', 'plain')
    for (const s of spots.slice(0, mostListed)) {
      const item = element('li')
      const button = element('button', '', 'spot-of')
      button.type = 'button'
      button.append(this.#place(s), ' ', element('span', `${this.#many(s.incidents.length)} · ${this.#words.t(`nearness.${s.precision}`)}`, 'n'))
      button.addEventListener('click', () => this.#chosen(s))
      item.append(button)
      list.append(item)
    }
    const head = element('h3', this.#words.t('map.view'))
    this.element.replaceChildren(head, spots.length === 0 ? element('p', this.#words.t('map.none'), 'n') : list)
    this.#more(spots.length)
  }

  /** at lists the incidents of places that one mark stands for. */
  at(spots: Spot[]): void {
    const head = element('h3')
    head.tabIndex = -1
    const back = element('button', this.#words.t('map.back'))
    back.type = 'button'
    back.addEventListener('click', () => this.#chosen(null))
    this.element.replaceChildren(head, back)
    if (spots.length === 1) head.append(this.#place(spots[0]!))
    else head.append(this.#words.t('map.here'))
    for (const s of spots.slice(0, mostListed)) {
      if (spots.length > 1) this.element.append(element('h4', placeParts(s.place).join(', ')))
      this.element.append(element('p', this.#words.capital(this.#words.t(`nearness.${s.precision}`)), 'n'), this.#list(s.incidents))
    }
    head.focus({ preventScroll: true })
  }

  #list(incidents: Incident[]): HTMLElement {
    const list = element('ul', '', 'plain')
    const latest = [...incidents].sort((a, b) => (b.properties.date?.from ?? '').localeCompare(a.properties.date?.from ?? ''))
    for (const i of latest.slice(0, mostListed)) {
      const item = element('li')
      const link = element('a', this.#words.capital(this.#words.t(`type.${i.properties.type}`)))
      link.href = `${this.#incidents}${encodeURIComponent(i.id)}${this.#query}`
      const notes = [dateWords(this.#words, i.properties.date)]
      if (i.properties.contested > 0) notes.push(this.#words.t('map.contested'))
      if (i.properties.withdrawn) notes.push(this.#words.t('map.withdrawn'))
      item.append(link, ' ', element('span', notes.join(' · '), 'n'))
      list.append(item)
    }
    if (latest.length > mostListed) list.append(element('li', this.#words.t('map.more', latest.length - mostListed), 'n'))
    return list
  }

  #place(s: Spot): HTMLElement {
    const name = element('bdi')
    name.textContent = placeParts(s.place).join(', ')
    return name
  }

  #many(n: number): string {
    return n === 1 ? this.#words.t('map.one') : this.#words.t('map.many', n)
  }

  #more(all: number): void {
    if (all > mostListed) this.element.append(element('p', this.#words.t('map.more', all - mostListed), 'n'))
  }
}

/** dateWords writes a date as closely as it is known. */
export function dateWords(words: Words, d: When | null): string {
  if (d === null || d.from === null || d.to === null) return words.t('undated')
  if (d.from === d.to) return words.day(d.from)
  return `${words.day(d.from)} – ${words.day(d.to)}`
}
