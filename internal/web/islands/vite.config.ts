// Builds the islands into ../static/dist, which the program embeds. Names are stable, the
// addresses bear a version, and what comes out is the same on every machine.
import { defineConfig, type Plugin } from 'vite'
import { world } from './build/world.ts'

const outlines: Plugin = {
  name: 'outlines',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'world.json', source: JSON.stringify(world()) })
  },
}

const names = { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' }

export default defineConfig({
  base: './',
  plugins: [outlines],
  worker: { format: 'es', rolldownOptions: { output: names } },
  build: {
    target: 'es2022',
    outDir: '../static/dist',
    emptyOutDir: true,
    modulePreload: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { map: 'src/map.ts', place: 'src/place.ts' },
      output: { ...names, codeSplitting: { groups: [{ name: 'maplibre', test: /node_modules.maplibre/ }, { name: 'atlas', test: /src.(atlas|words|incidents|marks|colours|reach|world)\.ts/ }] } },
    },
  },
})
