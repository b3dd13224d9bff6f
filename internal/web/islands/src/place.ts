// The place of one incident on a map, in the place of the locator, once a reader comes
// to see it.
export {}

const root = document.getElementById('where')
if (root !== null) {
  new IntersectionObserver(([seen], observer) => {
    if (seen?.isIntersecting !== true) return
    observer.disconnect()
    void import('./incident.ts').then(m => m.start(root))
  }, { rootMargin: '200px' }).observe(root)
}
