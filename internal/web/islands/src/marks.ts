// How a spot is drawn, by how closely its place is known: the same as in the legend.

interface Ring { dashes: number[]; radius: number; point: boolean }

/** rings by UCDP where_prec; 0 is not known how closely. */
const rings: Ring[] = [
  { dashes: [1, 3], radius: 7, point: false },
  { dashes: [], radius: 0, point: true },
  { dashes: [3, 2], radius: 8, point: true },
  { dashes: [2, 2], radius: 7, point: false },
  { dashes: [4, 2.5], radius: 8.5, point: false },
  { dashes: [1, 2.5], radius: 8.5, point: false },
  { dashes: [7, 3], radius: 10, point: false },
  { dashes: [3, 2], radius: 8, point: false },
]

/** reach is how far from its point a place may be, in degrees, by how closely it is known. */
export const reach = [0, 0, 0.25, 0.6, 1.8, 3, 5, 3]

/** precisions are all that there are marks for. */
export const precisions = rings.map((_, p) => p)

const scale = 2

function canvas(wide: number, high: number): CanvasRenderingContext2D {
  const c = document.createElement('canvas')
  c.width = wide * scale
  c.height = high * scale
  const context = c.getContext('2d', { willReadFrequently: true })!
  context.scale(scale, scale)
  return context
}

/** A Mark is a picture for the map. */
export interface Mark { image: ImageData; pixelRatio: number }

function finish(context: CanvasRenderingContext2D): Mark {
  return { image: context.getImageData(0, 0, context.canvas.width, context.canvas.height), pixelRatio: scale }
}

/** mark draws a spot of one precision. */
export function mark(precision: number, colour: string, halo: string): Mark {
  const size = 26
  const context = canvas(size, size)
  const { dashes, radius, point } = rings[precision] ?? rings[0]!
  context.translate(size / 2, size / 2)
  const circle = (r: number) => { context.beginPath(); context.arc(0, 0, r, 0, 2 * Math.PI) }
  const drawn = precision === 7 ? [radius, radius / 2] : radius > 0 ? [radius] : []
  for (const [width, style, dash] of [[4, halo, []], [1.8, colour, dashes]] as const) {
    context.lineWidth = width
    context.strokeStyle = style
    context.setLineDash([...dash])
    for (const r of drawn) {
      circle(r)
      context.stroke()
    }
  }
  if (point) {
    circle(4.7)
    context.fillStyle = colour
    context.fill()
    context.setLineDash([])
    context.lineWidth = 1
    context.strokeStyle = halo
    context.stroke()
  }
  return finish(context)
}

/** cross draws a place that some report gives otherwise. */
export function cross(colour: string, halo: string): Mark {
  const size = 16
  const context = canvas(size, size)
  context.translate(size / 2, size / 2)
  for (const [width, style] of [[4.5, halo], [1.8, colour]] as const) {
    context.lineWidth = width
    context.strokeStyle = style
    context.beginPath()
    for (const [x, y] of [[-5, -5], [-5, 5]] as const) {
      context.moveTo(x, y)
      context.lineTo(-x, -y)
    }
    context.stroke()
  }
  return finish(context)
}

/** plate draws what the number of a cluster stands on: no circle, so that it is no place. */
export function plate(fill: string, edge: string): Mark {
  const size = 24
  const context = canvas(size, size)
  context.beginPath()
  context.roundRect(1, 1, size - 2, size - 2, 5)
  context.fillStyle = fill
  context.fill()
  context.lineWidth = 1.4
  context.strokeStyle = edge
  context.stroke()
  return finish(context)
}
