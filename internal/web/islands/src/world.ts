// The outlines that a map is drawn on.
import type { FeatureCollection, Position } from 'geojson'

/** A line in hundredths of a degree: x, y, then steps. */
export type Path = number[]

/** The number of a country (ISO 3166-1), where its name stands, and how large it is. */
export type Name = [id: string, x: number, y: number, area: number]

export interface World { land: Path[][]; borders: Path[]; names: Name[] }

/** loadWorld asks for the outlines, which lie beside this script. */
export async function loadWorld(): Promise<World> {
  const file = 'world.json'
  const answer = await fetch(new URL(file, import.meta.url))
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`)
  return await answer.json() as World
}

function unpacked(path: Path): Position[] {
  const out: Position[] = []
  let [x, y] = [0, 0]
  for (let i = 0; i + 1 < path.length; i += 2) {
    x += path[i]!
    y += path[i + 1]!
    out.push([x / 100, y / 100])
  }
  return out
}

/** landOf is the land as polygons. */
export function landOf(w: World): FeatureCollection {
  return collection(w.land.map(rings => ({ type: 'Polygon' as const, coordinates: rings.map(unpacked) })))
}

/** bordersOf is the borders as lines. */
export function bordersOf(w: World): FeatureCollection {
  return collection([{ type: 'MultiLineString' as const, coordinates: w.borders.map(unpacked) }])
}

/** namesOf is where names of countries stand, in a language. */
export function namesOf(w: World, language: string): FeatureCollection {
  const called = new Intl.DisplayNames(language, { type: 'region' })
  return {
    type: 'FeatureCollection',
    features: w.names.map(([id, x, y, area]) => ({
      type: 'Feature', properties: { name: called.of(new Intl.Locale(`und-${id}`).region ?? id) ?? '', area }, geometry: { type: 'Point', coordinates: [x, y] },
    })),
  }
}

function collection(geometries: FeatureCollection['features'][number]['geometry'][]): FeatureCollection {
  return { type: 'FeatureCollection', features: geometries.map(geometry => ({ type: 'Feature', properties: {}, geometry })) }
}
