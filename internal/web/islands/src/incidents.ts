// What the desk says of incidents (docs/formats.md, the map), and where they lie together.

export interface When { edtf: string | null; from: string | null; to: string | null; precision: string }
export interface Where { name: string | null; admin1: string | null; country: string | null; where_prec: number | null }

export interface Incident {
  id: string
  geometry: { coordinates: [number, number] } | null
  properties: {
    title: string | null; type: string; date: When | null; place: Where | null; chosen?: boolean
    origins: number; contested: number; withdrawn: boolean
  }
}

export interface Collection { total: number; shown: number; undated: number; unplaced: number; features: Incident[] }

/** A Spot is a point with the incidents that are known to be there, all as closely. */
export interface Spot { lon: number; lat: number; precision: number; place: Where; incidents: Incident[] }

/** load asks for the incidents. */
export async function load(from: string): Promise<Collection> {
  const answer = await fetch(from)
  if (!answer.ok) throw new Error(`${from}: ${answer.status}`)
  return await answer.json() as Collection
}

/** A Span is the days that are looked at; an empty one is open. */
export interface Span { from: string; to: string; undated: boolean }

/** within reports whether an incident may have been on one of the days. A date that is known to the month is on each of its days. */
export function within(i: Incident, span: Span): boolean {
  const date = i.properties.date
  if (!date?.from || !date.to) return span.undated
  return (span.from === '' || date.to >= span.from) && (span.to === '' || date.from <= span.to)
}

/** spotsOf gathers placed incidents by where they are, those of most incidents first. */
export function spotsOf(incidents: Incident[]): Spot[] {
  const spots = new Map<string, Spot>()
  for (const i of incidents) {
    if (i.geometry === null || i.properties.place === null) continue
    const [lon, lat] = i.geometry.coordinates
    const precision = i.properties.place.where_prec ?? 0
    const key = `${lon} ${lat} ${precision}`
    const spot = spots.get(key) ?? { lon, lat, precision, place: i.properties.place, incidents: [] }
    spot.incidents.push(i)
    spots.set(key, spot)
  }
  return [...spots.values()].sort((a, b) => b.incidents.length - a.incidents.length)
}

/** isPoint reports whether the point of a spot is the place, and not the middle of what holds it. */
export const isPoint = (precision: number): boolean => precision === 1 || precision === 2

/** placeParts names a place and what holds it. */
export function placeParts(p: Where): string[] {
  const parts = [p.name ?? p.admin1 ?? p.country ?? '']
  for (const s of [p.admin1, p.country]) if (s !== null && s !== parts.at(-1)) parts.push(s)
  return parts
}

/** bounds is the narrowest part of the map that holds some points: west, south, east, north. East is more than 180 where it crosses them. */
export function bounds(points: [number, number][]): [number, number, number, number] | null {
  const xs = points.map(p => p[0]).sort((a, b) => a - b)
  const ys = points.map(p => p[1])
  if (xs.length === 0) return null
  let [gap, at] = [xs[0]! + 360 - xs.at(-1)!, 0]
  for (let i = 1; i < xs.length; i++) if (xs[i]! - xs[i - 1]! > gap) [gap, at] = [xs[i]! - xs[i - 1]!, i]
  const west = xs[at]!
  const east = at === 0 ? xs.at(-1)! : xs[at - 1]! + 360
  return [west, ys.reduce((a, b) => Math.min(a, b)), east, ys.reduce((a, b) => Math.max(a, b))]
}
