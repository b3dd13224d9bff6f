package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
)

// dist is what vite makes of the islands. Its files ask for one another by their names
// alone, so all stand below one version.
type dist struct {
	files   map[string]*packed
	version string
}

// A packed file is one that is sent packed, to a browser that takes it so.
type packed struct {
	asset
	once sync.Once
	gzip []byte
}

// loadDist reads the folder of the islands.
func loadDist(static fs.FS) (dist, error) {
	dir, err := fs.Sub(static, "dist")
	if err != nil {
		return dist{}, err
	}
	all, err := loadAssets(dir)
	if err != nil {
		return dist{}, err
	}
	d := dist{files: map[string]*packed{}}
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		d.files[name] = &packed{asset: all[name]}
		sum.Write([]byte(name + " " + all[name].version + "\n"))
	}
	d.version = hex.EncodeToString(sum.Sum(nil)[:8])
	return d, nil
}

// distPath is the address of an island.
func (s *Server) distPath(name string) string {
	return s.Base + "/static/dist/" + s.dist.version + "/" + name
}

// distAsset serves a file of the islands.
func (pr *press) distAsset(w http.ResponseWriter, r *http.Request) {
	a, ok := pr.dist.files[r.PathValue("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("Content-Security-Policy", islandPolicy) // of the worker, which is a file of its own
	h.Set("Vary", "Accept-Encoding")
	if r.PathValue("version") == pr.dist.version {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	body := a.body
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		body = a.pack()
	}
	_, _ = w.Write(body) // who does not want it any more loses nothing
}

// pack packs the file, once.
func (p *packed) pack() []byte {
	p.once.Do(func() {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, _ = w.Write(p.body) // a buffer takes all
		_ = w.Close()
		p.gzip = b.Bytes()
	})
	return p.gzip
}
