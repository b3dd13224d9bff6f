// The map of incidents: in the place of the drawing that the page came with.
import type { Map as Drawn, MapGeoJSONFeature } from 'maplibre-gl'
import { atlas, motion } from './atlas.ts'
import { bounds, load, spotsOf, within, type Collection, type Span, type Spot } from './incidents.ts'
import { closeness } from './reach.ts'
import { addSpots, choose, drawSpots, source } from './layers.ts'
import { Panel } from './panel.ts'
import { timeFields } from './time.ts'
import { element, Words } from './words.ts'

class Incidents {
  readonly #root: HTMLElement
  readonly #words: Words
  readonly #data: Collection
  readonly #map: Drawn
  readonly #panel: Panel
  readonly #counts = element('p', '', 'n')
  #span: Span = { from: '', to: '', undated: true }
  #spots: Spot[] = []
  #chosen = false

  constructor(root: HTMLElement, words: Words, data: Collection, map: Drawn, frame: HTMLElement) {
    this.#root = root
    this.#words = words
    this.#data = data
    this.#map = map
    this.#panel = new Panel(words, root.dataset, spot => this.choose(spot))
    this.#counts.setAttribute('role', 'status')
    addSpots(map)
    const beside = element('div', '', 'beside-map')
    beside.append(this.#counts, this.#panel.element)
    frame.append(beside)
    root.prepend(this.#bar())
    this.#draw()
    this.fit()
    this.#view()
    map.on('moveend', () => { if (!this.#chosen) this.#view() })
    for (const layer of ['spots', 'clusters']) {
      map.on('click', layer, e => { void this.#click(e.features?.[0]) })
      map.on('mouseenter', layer, () => { map.getCanvas().style.cursor = 'pointer' })
      map.on('mouseleave', layer, () => { map.getCanvas().style.cursor = '' })
    }
  }

  /** fit shows all spots. */
  fit(): void {
    const box = bounds(this.#spots.map(s => [s.lon, s.lat]))
    if (box !== null) this.#map.fitBounds(box, { padding: 48, maxZoom: 6.5, duration: 0 })
  }

  /** choose shows the incidents of one spot, which the map goes to unless it was chosen there; or all places in view. */
  choose(spot: Spot | null, onMap = false): void {
    this.#chosen = spot !== null
    choose(this.#map, spot)
    if (spot === null) return this.#view()
    if (!onMap) this.#map.easeTo({ center: [spot.lon, spot.lat], zoom: Math.max(this.#map.getZoom(), closeness(spot.precision)), ...motion() })
    this.#panel.at([spot])
  }

  #bar(): HTMLElement {
    const bar = element('div', '', 'map-bar')
    const zoom = element('span', '', 'acts')
    for (const [key, act] of [['map.in', () => this.#map.zoomIn(motion())], ['map.out', () => this.#map.zoomOut(motion())], ['map.all', () => this.fit()]] as const) {
      const button = element('button', this.#words.t(key))
      button.type = 'button'
      button.addEventListener('click', act)
      zoom.append(button)
    }
    bar.append(timeFields(this.#words, span => {
      this.#span = span
      this.#draw()
      this.choose(null)
    }), zoom)
    return bar
  }

  #draw(): void {
    const kept = this.#data.features.filter(i => within(i, this.#span))
    this.#spots = spotsOf(kept)
    drawSpots(this.#map, this.#spots)
    const shown = this.#spots.reduce((n, s) => n + s.incidents.length, 0)
    const undated = kept.filter(i => !i.properties.date?.from).length
    this.#counts.textContent = [this.#words.t('map.shown', shown, this.#data.total, this.#spots.length),
      `${this.#words.t('map.undated', undated)}, ${this.#words.t('map.unplaced', kept.length - shown)}.`].join(' ')
    Object.assign(this.#root.dataset, { shown: String(shown), places: String(this.#spots.length) })
  }

  #view(): void {
    const box = this.#map.getBounds()
    this.#panel.view(this.#spots.filter(s => box.contains([s.lon, s.lat]) || box.contains([s.lon + 360, s.lat]) || box.contains([s.lon - 360, s.lat])))
  }

  async #click(f: MapGeoJSONFeature | undefined): Promise<void> {
    const p = f?.properties
    if (p === undefined) return
    if (p.cluster !== true) return this.choose(this.#spots[Number(p.index)] ?? null, true)
    const id = Number(p.cluster_id)
    const zoom = await source(this.#map, 'spots').getClusterExpansionZoom(id)
    const [lon, lat] = (f!.geometry as GeoJSON.Point).coordinates as [number, number]
    if (zoom <= 9) return void this.#map.easeTo({ center: [lon, lat], zoom: zoom + 0.2, ...motion() })
    const leaves = await source(this.#map, 'spots').getClusterLeaves(id, 100, 0)
    this.#chosen = true
    this.#panel.at(leaves.flatMap(l => this.#spots[Number(l.properties?.index)] ?? []))
  }
}

async function start(root: HTMLElement): Promise<void> {
  const words = new Words(root)
  const drawing = root.firstElementChild
  const frame = element('div', '', 'map-frame')
  const box = element('div', '', 'map-box')
  frame.append(box)
  try {
    const data = load(root.dataset.from ?? '')
    root.append(frame)
    const map = await atlas(box, words)
    new Incidents(root, words, await data, map, frame)
    drawing?.classList.add('drawn-instead')
    map.once('idle', () => { root.dataset.state = 'drawn' })
  } catch (error) {
    frame.remove()
    root.append(element('p', words.t('map.failed'), 'note'))
    root.dataset.state = 'failed'
    console.warn(error)
  }
}

const root = document.getElementById('map')
if (root !== null) void start(root)
