// The places that are told of one incident: the one on record as closely as it is known,
// crosses where some report puts it elsewhere.
import type { Map as Drawn } from 'maplibre-gl'
import type { Feature, FeatureCollection, Point } from 'geojson'
import { atlas, fonts, paintWith } from './atlas.ts'
import { colours } from './colours.ts'
import { bounds, isPoint, load, type Incident } from './incidents.ts'
import { reach } from './marks.ts'
import { reachOf } from './reach.ts'
import { element, Words } from './words.ts'

/** start draws the map of an incident within an element that has its locator. */
export async function start(root: HTMLElement): Promise<void> {
  const words = new Words(root)
  const drawing = root.firstElementChild
  const box = element('div', '', 'map-box')
  try {
    const data = await load(root.dataset.from ?? '')
    const placed = data.features.filter(f => f.geometry !== null)
    const chosen = placed.find(f => f.properties.chosen === true)
    if (chosen === undefined) return
    root.append(box)
    const map = await atlas(box, words)
    draw(map, chosen, placed)
    drawing?.classList.add('drawn-instead')
    map.once('idle', () => { root.dataset.state = 'drawn' })
  } catch (error) {
    box.remove()
    root.dataset.state = 'failed'
    console.warn(error)
  }
}

function draw(map: Drawn, chosen: Incident, placed: Incident[]): void {
  const at = chosen.geometry!.coordinates
  const precision = chosen.properties.place?.where_prec ?? 0
  const others = placed.filter(f => f !== chosen && isPoint(f.properties.place?.where_prec ?? 0) && String(f.geometry!.coordinates) !== String(at))
  const c = colours()
  map.addSource('reach', { type: 'geojson', data: reachOf(...at, precision) })
  map.addSource('place', { type: 'geojson', data: points([chosen]) })
  map.addSource('others', { type: 'geojson', data: points(others) })
  map.addLayer({ id: 'reach', type: 'fill', source: 'reach', paint: { 'fill-color': c.mark, 'fill-opacity': 0.08 } })
  map.addLayer({ id: 'reach-edge', type: 'line', source: 'reach', paint: { 'line-color': c.mark, 'line-width': 1.8, 'line-dasharray': [3, 2] } })
  map.addLayer({ id: 'others', type: 'symbol', source: 'others', layout: { 'icon-image': 'cross', 'icon-allow-overlap': true } })
  if (isPoint(precision) || (reach[precision] ?? 0) === 0) {
    map.addLayer({ id: 'place', type: 'symbol', source: 'place', layout: { 'icon-image': `spot-${isPoint(precision) ? 1 : 0}`, 'icon-allow-overlap': true } })
  }
  map.addLayer({
    id: 'called', type: 'symbol', source: 'place',
    layout: { 'text-field': ['get', 'name'], 'text-font': fonts, 'text-size': 13, 'text-anchor': 'top', 'text-offset': [0, 0.7], 'text-allow-overlap': true },
    paint: { 'text-color': c.ink, 'text-halo-color': c.land, 'text-halo-width': 1.6 },
  })
  paintWith(map, [['reach', 'fill-color', 'mark'], ['reach-edge', 'line-color', 'mark'], ['called', 'text-color', 'ink'], ['called', 'text-halo-color', 'land']])
  const wide = Math.max(4, (reach[precision] ?? 0) * 1.6)
  const all = [[at[0] - wide, at[1] - wide], [at[0] + wide, at[1] + wide], ...others.map(f => f.geometry!.coordinates)] as [number, number][]
  const box = bounds(all)
  if (box !== null) map.fitBounds(box, { padding: 32, duration: 0, maxZoom: 7 })
}

function points(of: Incident[]): FeatureCollection {
  const features: Feature<Point>[] = of.map(f => ({ type: 'Feature', properties: { name: f.properties.place?.name ?? '' }, geometry: { type: 'Point', coordinates: f.geometry!.coordinates } }))
  return { type: 'FeatureCollection', features }
}
