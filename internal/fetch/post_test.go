package fetch

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"code.dny.dev/ssrf"

	"ascribe"
)

// local lets a test reach its own server, and nothing else of this machine.
func local(t *testing.T, address string) []ssrf.Option {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	port, err := strconv.ParseUint(u.Port(), 10, 16)
	if err != nil {
		t.Fatal(err)
	}
	return []ssrf.Option{ssrf.WithAllowedV4Prefixes(netip.MustParsePrefix("127.0.0.1/32")), ssrf.WithPorts(uint16(port))}
}

var quick = Tries{Most: 3, First: time.Millisecond, Longest: 4 * time.Millisecond}

// A post is sent until it is taken, with its headers and its body each time.
func TestPostTriesAgain(t *testing.T) {
	for name, tt := range map[string]struct {
		answers []int
		tries   int64
		taken   bool
	}{
		"at once": {[]int{204}, 1, true}, "later": {[]int{503, 429, 200}, 3, true}, "never": {[]int{500, 500, 500, 200}, 3, false},
		"refused": {[]int{410, 200}, 1, false}, "moved": {[]int{302, 200}, 1, false},
	} {
		t.Run(name, func(t *testing.T) {
			var n atomic.Int64
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				b, _ := io.ReadAll(r.Body)
				if string(b) != "body" || r.Header.Get("Webhook-Id") != "1" {
					t.Errorf("%q %v", b, r.Header)
				}
				w.Header().Set("Location", "http://127.0.0.1:1/")
				w.WriteHeader(tt.answers[n.Add(1)-1])
			}))
			defer server.Close()
			err := NewSender(quick, local(t, server.URL)...).Post(context.Background(), server.URL, http.Header{"Webhook-Id": {"1"}}, []byte("body"))
			if n.Load() != tt.tries || (err == nil) != tt.taken {
				t.Errorf("%d tries, %v", n.Load(), err)
			}
		})
	}
}

// Nothing of this machine or its network is posted to, however its address is written.
func TestPostStaysOutside(t *testing.T) {
	reached := atomic.Int64{}
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached.Add(1) }))
	defer server.Close()
	port := server.URL[strings.LastIndex(server.URL, ":")+1:]
	for _, address := range []string{
		server.URL, "http://localhost:" + port, "http://127.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/hook", "http://192.168.1.1/",
		"http://172.16.0.1/", "http://100.64.0.1/", "http://0.0.0.0/", "http://[fd00:ec2::254]/", "http://[64:ff9b::7f00:1]/", "http://127.0.0.1:22/",
	} {
		err := NewSender(quick).Post(context.Background(), address, http.Header{}, nil)
		if ascribe.KindOf(err) != ascribe.Forbidden {
			t.Errorf("%s: %v", address, err)
		}
	}
	if reached.Load() != 0 {
		t.Errorf("%d posts arrived", reached.Load())
	}
}
