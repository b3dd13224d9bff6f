package web

import (
	"net"
	"net/http"
)

// policy is what a page may do: show itself, its style and its forms, and nothing
// else. No script runs, whatever an article brings; scripted is the policy of a page
// that has a script of its own.
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const scripted = policy + "; script-src 'self'"

// islandPolicy is the policy of the pages that have an island: it draws, in a worker too, what
// it asks this server for.
const islandPolicy = scripted + "; worker-src 'self'; connect-src 'self'"

// sealed is the policy of what an article brought: it may do nothing at all.
const sealed = "default-src 'none'; sandbox"

// guard refuses what was asked under a foreign name, which is how a page elsewhere
// reaches a server of this machine (DNS rebinding), and sets what every answer has.
// ours tells the names that it may be asked under.
func guard(ours func(host string) bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		h.Set("Cache-Control", "no-store")
		if !ours(hostname(r.Host)) {
			http.Error(w, "This desk was asked for under a name that is not its own. On its own machine it answers to localhost.", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// hostname is the host of a Host header, without its port.
func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		return name
	}
	if n := len(host); n > 2 && host[0] == '[' && host[n-1] == ']' {
		return host[1 : n-1]
	}
	return host
}
