// The colours of the page, as its style sheet has them.

export interface Colours { paper: string; card: string; ink: string; soft: string; line: string; edge: string; sea: string; land: string; mark: string; accent: string }

/** colours reads them; they differ by light and dark. */
export function colours(): Colours {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return { paper: of('paper'), card: of('card'), ink: of('ink'), soft: of('soft'), line: of('line'), edge: of('edge'), sea: of('sea'), land: of('land'), mark: of('ties'), accent: of('accent') }
}

/** onColours calls back when the reader's machine turns light or dark. */
export function onColours(then: () => void): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', then)
}

/** still reports whether the reader wants nothing to move. */
export const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
