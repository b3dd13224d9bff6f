package web

import (
	"net/http"
	"slices"
	"strings"
)

// The cookies that hold what a reader chose.
const (
	languageCookie = "ascribe_language"
	themeCookie    = "ascribe_theme"
)

var themes = [...]string{"light", "dark"}

// themeOf is the light that a reader chose, or "".
func themeOf(r *http.Request) string {
	if c, err := r.Cookie(themeCookie); err == nil && slices.Contains(themes[:], c.Value) {
		return c.Value
	}
	return ""
}

// settings keeps what a reader chose and goes back to where the choice was made.
func (*press) settings(v *visit) error {
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, 4096)
	if code := v.r.PostFormValue("language"); slices.Contains(codes[:], code) {
		v.keep(languageCookie, code, 365*24*60*60)
	}
	switch theme := v.r.PostFormValue("theme"); {
	case slices.Contains(themes[:], theme):
		v.keep(themeCookie, theme, 365*24*60*60)
	case theme == "system":
		v.keep(themeCookie, "", -1)
	}
	http.Redirect(v.w, v.r, backTo(v.r.PostFormValue("back")), http.StatusSeeOther)
	return nil
}

func (v *visit) keep(name, value string, seconds int) {
	http.SetCookie(v.w, &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: seconds, HttpOnly: true, SameSite: http.SameSiteLaxMode}) //nolint:gosec // it holds no secret, and the desk is served without TLS
}

// backTo returns an address of this desk, or its front page for any other: one that
// a browser could read as that of another host leads nowhere.
func backTo(address string) string {
	if !strings.HasPrefix(address, "/") || len(address) > 1 && (address[1] == '/' || address[1] == '\\') || strings.ContainsAny(address, "\\\r\n\t") {
		return "/"
	}
	return address
}
