// A map of the world in the page's colours, without anything from elsewhere.
import { Map as Drawn, setWorkerUrl, type StyleSpecification } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { colours, onColours, still, type Colours } from './colours.ts'
import { cross, mark, plate, precisions, type Mark } from './marks.ts'
import { bordersOf, landOf, loadWorld, namesOf } from './world.ts'
import type { Words } from './words.ts'

/** fonts are of the reader's machine: no glyphs are asked for. */
export const fonts = ['Arial Unicode MS Regular']

/** atlas makes a map within an element, with the land, borders and names of countries. */
export async function atlas(container: HTMLElement, words: Words): Promise<Drawn> {
  const outlines = await loadWorld()
  setWorkerUrl(new URL(workerUrl, import.meta.url).href)
  const c = colours()
  const map = new Drawn({
    container,
    style: style(c),
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    minZoom: -1,
    maxZoom: 11,
    renderWorldCopies: true,
    locale: {
      'Map.Title': words.t('map.label'),
      'CooperativeGesturesHandler.WindowsHelpText': words.t('map.gestures.wheel'),
      'CooperativeGesturesHandler.MacHelpText': words.t('map.gestures.wheel.mac'),
      'CooperativeGesturesHandler.MobileHelpText': words.t('map.gestures.touch'),
    },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  await new Promise<void>((done, fail) => {
    map.once('load', () => done())
    map.once('error', e => fail(e.error))
  })
  for (const [name, data] of [['land', landOf(outlines)], ['borders', bordersOf(outlines)], ['names', namesOf(outlines, words.language)]] as const) {
    map.getSource<import('maplibre-gl').GeoJSONSource>(name)?.setData(data)
  }
  images(map, c)
  onColours(() => paint(map))
  return map
}

/** paints says which part of which layer has which colour. */
const paints: [layer: string, property: string, colour: keyof Colours][] = [
  ['sea', 'background-color', 'sea'], ['land', 'fill-color', 'land'], ['coast', 'line-color', 'edge'], ['borders', 'line-color', 'edge'],
  ['names', 'text-color', 'soft'], ['names', 'text-halo-color', 'land'],
]

/** repaints are what the layers of a page add to paints. */
const repaints = new WeakMap<Drawn, typeof paints>()

/** paintWith adds layers to those that turn with the colours of the page. */
export function paintWith(map: Drawn, more: typeof paints): void {
  repaints.set(map, [...paints, ...more])
  paint(map)
}

function paint(map: Drawn): void {
  const c = colours()
  for (const [layer, property, colour] of repaints.get(map) ?? paints) map.setPaintProperty(layer, property as 'fill-color', c[colour])
  images(map, c)
}

/** images draws the marks. */
function images(map: Drawn, c: Colours): void {
  const put = (id: string, m: Mark) => {
    if (map.hasImage(id)) map.removeImage(id)
    map.addImage(id, m.image, { pixelRatio: m.pixelRatio })
  }
  for (const p of precisions) put(`spot-${p}`, mark(p, c.mark, c.card))
  put('cross', cross(c.ink, c.card))
  put('plate', plate(c.card, c.mark))
}

const none = { type: 'FeatureCollection', features: [] } as const

function style(c: Colours): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: { ...none, features: [] }, maxzoom: 9, tolerance: 0.2 },
      borders: { type: 'geojson', data: { ...none, features: [] }, maxzoom: 9, tolerance: 0.2 },
      names: { type: 'geojson', data: { ...none, features: [] } },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': c.sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': c.land, 'fill-antialias': true } },
      { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': c.edge, 'line-width': 0.6, 'line-opacity': 0.8 } },
      { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': c.edge, 'line-width': 0.8, 'line-opacity': 0.8, 'line-dasharray': [3, 2] } },
      {
        id: 'names', type: 'symbol', source: 'names',
        filter: ['>=', ['get', 'area'], ['interpolate', ['exponential', 0.5], ['zoom'], 1, 300, 3, 60, 5, 2, 7, 0]],
        layout: { 'text-field': ['get', 'name'], 'text-font': fonts, 'text-size': ['interpolate', ['linear'], ['zoom'], 2, 10, 6, 13], 'text-max-width': 7, 'text-letter-spacing': 0.06 },
        paint: { 'text-color': c.soft, 'text-halo-color': c.land, 'text-halo-width': 1 },
      },
    ],
  }
}

/** motion is how long the map takes to move. */
export const motion = (): { duration: number } => ({ duration: still() ? 0 : 400 })
