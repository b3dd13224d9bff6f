// The spots on a map: marks by precision, numbers where one mark stands for several, and
// plates with numbers where marks would hide each other.
import type { Feature, FeatureCollection, Point } from 'geojson'
import type { ExpressionSpecification, GeoJSONSource, Map as Drawn } from 'maplibre-gl'
import { fonts, paintWith } from './atlas.ts'
import { colours } from './colours.ts'
import { reachOf } from './reach.ts'
import type { Spot } from './incidents.ts'

const empty = (): FeatureCollection => ({ type: 'FeatureCollection', features: [] })

/** addSpots adds the layers of the spots, and nothing on them yet. */
export function addSpots(map: Drawn): void {
  const c = colours()
  map.addSource('reach', { type: 'geojson', data: empty() })
  map.addSource('spots', { type: 'geojson', data: empty(), cluster: true, clusterRadius: 26, clusterMaxZoom: 9, clusterProperties: { incidents: ['+', ['get', 'incidents']] } })
  map.addSource('chosen', { type: 'geojson', data: empty() })
  map.addLayer({ id: 'reach', type: 'fill', source: 'reach', paint: { 'fill-color': c.mark, 'fill-opacity': 0.1 } })
  map.addLayer({ id: 'reach-edge', type: 'line', source: 'reach', paint: { 'line-color': c.mark, 'line-width': 1.6, 'line-dasharray': [3, 2] } })
  map.addLayer({ id: 'chosen', type: 'circle', source: 'chosen', paint: { 'circle-radius': 15, 'circle-opacity': 0, 'circle-stroke-width': 2.5, 'circle-stroke-color': c.accent } })
  map.addLayer({
    id: 'spots', type: 'symbol', source: 'spots', filter: ['!', ['has', 'point_count']],
    layout: { 'icon-image': ['concat', 'spot-', ['get', 'precision']], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  })
  map.addLayer({
    id: 'numbers', type: 'symbol', source: 'spots', filter: ['all', ['!', ['has', 'point_count']], ['>', ['get', 'incidents'], 1]],
    layout: { 'text-field': ['to-string', ['get', 'incidents']], 'text-font': fonts, 'text-size': 11, 'text-anchor': 'left', 'text-offset': [1.05, -0.75], 'text-allow-overlap': true, 'text-ignore-placement': true },
    paint: { 'text-color': c.ink, 'text-halo-color': c.card, 'text-halo-width': 1.6 },
  })
  map.addLayer({
    id: 'clusters', type: 'symbol', source: 'spots', filter: ['has', 'point_count'],
    layout: {
      'icon-image': 'plate', 'icon-size': large, 'icon-allow-overlap': true, 'icon-ignore-placement': true,
      'text-field': ['to-string', ['get', 'incidents']], 'text-font': fonts, 'text-size': 12, 'text-allow-overlap': true, 'text-ignore-placement': true,
    },
    paint: { 'text-color': c.ink },
  })
  paintWith(map, [
    ['reach', 'fill-color', 'mark'], ['reach-edge', 'line-color', 'mark'], ['chosen', 'circle-stroke-color', 'accent'],
    ['numbers', 'text-color', 'ink'], ['numbers', 'text-halo-color', 'card'], ['clusters', 'text-color', 'ink'],
  ])
}

/** large grows with the digits of the number. */
const large: ExpressionSpecification = ['step', ['get', 'incidents'], 1, 100, 1.25, 1000, 1.55, 10000, 1.9]

/** drawSpots draws these in the place of those before. */
export function drawSpots(map: Drawn, spots: Spot[]): void {
  const features: Feature<Point>[] = spots.map((s, index) => ({
    type: 'Feature', properties: { index, precision: s.precision, incidents: s.incidents.length }, geometry: { type: 'Point', coordinates: [s.lon, s.lat] },
  }))
  source(map, 'spots').setData({ type: 'FeatureCollection', features })
}

/** choose rings one spot, and shows how far its place may reach. */
export function choose(map: Drawn, spot: Spot | null): void {
  source(map, 'reach').setData(spot === null ? empty() : reachOf(spot.lon, spot.lat, spot.precision))
  source(map, 'chosen').setData(spot === null ? empty() : { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [spot.lon, spot.lat] } })
}

export const source = (map: Drawn, id: string): GeoJSONSource => map.getSource<GeoJSONSource>(id)!
