package web

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"mime"
	"net/http"
	"path"
)

// An asset is a file that pages load. Its address bears its hash, so it may be kept
// for ever.
type asset struct {
	body    []byte
	kind    string
	version string
}

// loadAssets reads the files that pages load.
func loadAssets(dir fs.FS) (map[string]asset, error) {
	out := map[string]asset{}
	entries, err := fs.ReadDir(dir, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		b, err := fs.ReadFile(dir, e.Name())
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(b)
		out[e.Name()] = asset{b, mime.TypeByExtension(path.Ext(e.Name())), hex.EncodeToString(sum[:8])}
	}
	return out, nil
}

// assetPath is the address of a file that pages load.
func (s *Server) assetPath(name string) string { return s.address(s.Base, name) }

func (pr *press) address(base, name string) string {
	return base + "/static/" + name + "?v=" + pr.static[name].version
}

// asset serves a file that pages load.
func (pr *press) asset(w http.ResponseWriter, r *http.Request) {
	a, ok := pr.static[r.PathValue("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", a.kind)
	if r.URL.Query().Get("v") == a.version {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	_, _ = w.Write(a.body) // who does not want it any more loses nothing
}
