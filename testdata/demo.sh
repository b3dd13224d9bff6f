#!/bin/sh
# Reads the invented newsroom into a fresh store, shows the incidents and writes
# the dossier. `make demo` calls it from the root of the repository.
set -eu
out=${DEMO_DIR:-demo}
rm -rf "$out" && mkdir -p "$out"
say() { printf '\n$ %s\n' "$*"; "$@"; }
say bin/ascribe gazetteer import --db "$out/newsroom.db" testdata/newsroom/places.csv
say bin/ascribe add --db "$out/newsroom.db" testdata/newsroom/articles.jsonl testdata/newsroom/feed.xml \
	testdata/newsroom/meridian.html testdata/newsroom/radio-talvik.txt testdata/newsroom/repost.txt
say bin/ascribe incidents --db "$out/newsroom.db"
say bin/ascribe check --db "$out/newsroom.db"
bin/ascribe export --db "$out/newsroom.db" --format dossier -o "$out/dossier.html"
bin/ascribe export --db "$out/newsroom.db" --format dossier -o "$out/dossier.md"
printf '\nThe dossier: %s (to print or share) and %s\n' "$out/dossier.html" "$out/dossier.md"
# Opened only where somebody looks: at a terminal with a desktop.
if [ -t 1 ] && [ -z "${CI:-}" ]; then
	for open in xdg-open open; do
		if command -v "$open" >/dev/null 2>&1; then "$open" "$out/dossier.html" >/dev/null 2>&1 || true; break; fi
	done
fi
