// Writes the outlines of the land as an SVG of one path, in degrees: node land.mjs > ../static/land.svg
// The data are Natural Earth's (public domain) at 1:110 million, by way of world-atlas.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const topology = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/land-110m.json'), 'utf8'))
const { scale, translate } = topology.transform

// Each arc is a list of differences, in whole numbers.
const arcs = topology.arcs.map(arc => {
  let x = 0, y = 0
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], -((y += dy) * scale[1] + translate[1])])
})
const ring = indexes => indexes.flatMap((i, n) => {
  const points = i < 0 ? [...arcs[~i]].reverse() : arcs[i]
  return n === 0 ? points : points.slice(1)
})

// A ring that crosses 180 degrees goes on beyond them, and is drawn again on the other side.
const unrolled = points => {
  let turn = 0
  return points.map(([x, y], i) => {
    if (i > 0 && Math.abs(x - points[i - 1][0]) > 180) turn += x < points[i - 1][0] ? 360 : -360
    return [x + turn, y]
  })
}
const tenth = v => Math.round(v * 10)
const drawn = points => {
  let [x, y] = [tenth(points[0][0]), tenth(points[0][1])]
  let out = `M${x} ${y}l`
  for (const p of points.slice(1)) {
    const dx = tenth(p[0]) - x, dy = tenth(p[1]) - y
    if (dx === 0 && dy === 0) continue
    out += `${dx} ${dy} `
    x += dx
    y += dy
  }
  return out.trimEnd() + 'z'
}

const paths = []
for (const polygon of topology.objects.land.geometries.flatMap(g => g.arcs)) {
  for (const indexes of polygon) {
    const points = unrolled(ring(indexes))
    paths.push(drawn(points))
    const xs = points.map(p => p[0])
    for (const [beyond, by] of [[Math.max(...xs) > 180.05, -360], [Math.min(...xs) < -180.05, 360]]) {
      if (beyond) paths.push(drawn(points.map(([x, y]) => [x + by, y])))
    }
  }
}
console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1800 -900 3600 1800" preserveAspectRatio="none"><path fill="#8d877b" fill-opacity=".38" d="${paths.join('')}"/></svg>`)
