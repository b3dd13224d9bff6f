// How wide the place of a spot may be, on the ground.
import type { FeatureCollection, Position } from 'geojson'
import { reach } from './marks.ts'

/** reachOf is a circle as wide as what is known of a place, or nothing where the place is a point. */
export function reachOf(lon: number, lat: number, precision: number): FeatureCollection {
  const wide = reach[precision] ?? 0
  if (wide === 0) return { type: 'FeatureCollection', features: [] }
  const ring: Position[] = []
  const [phi, delta] = [radians(lat), radians(wide)]
  for (let i = 0; i <= 72; i++) {
    const bearing = radians(i * 5)
    const y = Math.asin(Math.sin(phi) * Math.cos(delta) + Math.cos(phi) * Math.sin(delta) * Math.cos(bearing))
    const x = Math.atan2(Math.sin(bearing) * Math.sin(delta) * Math.cos(phi), Math.cos(delta) - Math.sin(phi) * Math.sin(y))
    ring.push([lon + degrees(x), degrees(y)])
  }
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }] }
}

/** closeness is the zoom at which a place shows with what is around it. */
export function closeness(precision: number): number {
  const wide = reach[precision] ?? 0
  return wide === 0 ? 6 : Math.min(6, Math.log2(360 * 110 / 512 / wide))
}

const radians = (d: number): number => d * Math.PI / 180
const degrees = (r: number): number => r * 180 / Math.PI
