// Makes the outlines that the maps are drawn on: land, borders and where a country's
// name stands, out of world-atlas (Natural Earth, 1:50 million, one view of the borders).
// Polygons that cross 180 degrees are cut there, since they would be filled the wrong way round.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Position } from 'geojson'
import type { Name, Path, World } from '../src/world.ts'

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** world returns the outlines, in hundredths of a degree. */
export function world(): World {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Atlas
  const land: Path[][] = []
  for (const f of feature(atlas, atlas.objects.land).features) {
    const polygons = f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.type === 'MultiPolygon' ? f.geometry.coordinates : []
    for (const rings of polygons) land.push(...cut(rings))
  }
  const borders = mesh(atlas, atlas.objects.countries, (a, b) => a !== b).coordinates.flatMap(line => parted(line)).map(packed)
  return { land, borders: borders.filter(b => b.length > 2), names: names(atlas) }
}

/** cut parts a polygon at 180 degrees. */
function cut(rings: Position[][]): Path[][] {
  const whole = rings.map(unrolled)
  const out: Path[][] = []
  for (const turn of [-360, 0, 360]) {
    const parts = whole.map(ring => within(ring.map(([x, y]) => [x! + turn, y!]))).map(packed).filter(p => p.length > 6)
    if (parts.length > 0) out.push(parts)
  }
  return out
}

/** unrolled goes on beyond 180 degrees where a ring crosses them; one that goes round a pole is closed there. */
function unrolled(ring: Position[]): Position[] {
  let turn = 0
  const out = ring.map(([x, y], i) => {
    const before = i > 0 ? ring[i - 1]![0]! : x!
    if (Math.abs(x! - before) > 180) turn += x! < before ? 360 : -360
    return [x! + turn, y!]
  })
  const [first, last] = [out[0]!, out.at(-1)!]
  if (Math.abs(first[0]! - last[0]!) > 180) {
    const pole = first[1]! < 0 ? -90 : 90
    out.push([last[0]!, pole], [first[0]!, pole], first)
  }
  return out
}

/** within keeps of a ring what lies between -180 and 180 degrees (Sutherland and Hodgman). */
function within(ring: Position[]): Position[] {
  let out = ring
  for (const [edge, sign] of [[-180, 1], [180, -1]] as const) {
    const inside = (p: Position) => sign * (p[0]! - edge) >= 0
    const kept: Position[] = []
    out.forEach((p, i) => {
      const before = out.at(i - 1)!
      if (inside(p) !== inside(before)) {
        const part = (edge - before[0]!) / (p[0]! - before[0]!)
        kept.push([edge, before[1]! + part * (p[1]! - before[1]!)])
      }
      if (inside(p)) kept.push(p)
    })
    out = kept
  }
  return out.length > 0 ? [...out, out[0]!] : out
}

/** parted breaks a line where it jumps over 180 degrees. */
function parted(line: Position[]): Position[][] {
  const out: Position[][] = [[]]
  line.forEach((p, i) => {
    if (i > 0 && Math.abs(p[0]! - line[i - 1]![0]!) > 180) out.push([])
    out.at(-1)!.push(p)
  })
  return out
}

/** packed writes a line as steps of a hundredth of a degree: x, y, dx, dy, … */
function packed(line: Position[]): Path {
  const out: Path = []
  let [x, y] = [0, 0]
  for (const p of line) {
    const [dx, dy] = [Math.round(p[0]! * 100) - x, Math.round(p[1]! * 100) - y]
    if (out.length > 0 && dx === 0 && dy === 0) continue
    out.push(dx, dy)
    x += dx
    y += dy
  }
  return out
}

/** names says where the name of each country stands: in the middle of its largest part. */
function names(atlas: Atlas): Name[] {
  const out: Name[] = []
  for (const f of feature(atlas, atlas.objects.countries).features) {
    const polygons = f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.type === 'MultiPolygon' ? f.geometry.coordinates : []
    const largest = polygons.map(rings => middle(unrolled(rings[0]!))).sort((a, b) => b.area - a.area)[0]
    const id = f.id === undefined ? '' : String(f.id)
    if (largest !== undefined && /^\d{3}$/.test(id)) out.push([id, round(largest.x), round(largest.y), Math.round(largest.area * 10) / 10])
  }
  return out.sort((a, b) => b[3] - a[3] || a[0].localeCompare(b[0]))
}

const round = (v: number): number => Math.round(v * 100) / 100

/** middle is the centroid of a ring, and its area in square degrees as they are on the ground. */
function middle(ring: Position[]): { x: number; y: number; area: number } {
  let [area, x, y] = [0, 0, 0]
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!]
    const cross = a[0]! * b[1]! - b[0]! * a[1]!
    area += cross / 2
    x += (a[0]! + b[0]!) * cross / 6
    y += (a[1]! + b[1]!) * cross / 6
  }
  if (area === 0) return { x: ring[0]![0]!, y: ring[0]![1]!, area: 0 }
  return { x: x / area, y: y / area, area: Math.abs(area) * Math.cos(y / area * Math.PI / 180) }
}
