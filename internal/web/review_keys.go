package web

import (
	"net/http"
	"strings"
	"unicode"
)

// keysCookie holds the keys that a reviewer chose.
const keysCookie = "ascribe_keys"

// answers are what a key may do on a card, in the order in which the cookie has them.
var answers = [...]string{"accept", "reject", "edit", "skip", "undo", "next", "before"}

// usual are the keys of the answers unless the reviewer chose others.
const usual = "aresujk"

// A keyMap has the key of each answer; none when they are off.
type keyMap map[string]string

// chosenKeys reads the keys that a reviewer chose.
func chosenKeys(r *http.Request) keyMap {
	chosen := usual
	if c, err := r.Cookie(keysCookie); err == nil && (c.Value == "off" || sound(c.Value)) {
		chosen = c.Value
	}
	out := keyMap{}
	if chosen == "off" {
		return out
	}
	for i, name := range answers {
		out[name] = chosen[i : i+1]
	}
	return out
}

// sound reports whether each answer has a key of its own: a letter or a digit.
func sound(keys string) bool {
	if len(keys) != len(answers) {
		return false
	}
	for i, k := range keys {
		if k >= unicode.MaxASCII || !unicode.IsLower(k) && !unicode.IsDigit(k) || strings.IndexRune(keys, k) != i {
			return false
		}
	}
	return true
}

// setKeys keeps the keys that a reviewer chose, where they are sound.
func (s *Server) setKeys(v *visit) error {
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, 4096)
	chosen := ""
	for _, name := range answers {
		chosen += strings.ToLower(strings.TrimSpace(v.r.PostFormValue(name)))
	}
	switch {
	case v.r.PostFormValue("keys") == "off":
		v.keep(keysCookie, "off", 365*24*60*60)
	case v.r.PostFormValue("keys") == "usual":
		v.keep(keysCookie, "", -1)
	case sound(chosen):
		v.keep(keysCookie, chosen, 365*24*60*60)
	default:
		s.sitting(v).say(v.t("review.keys.wrong"))
	}
	http.Redirect(v.w, v.r, v.base+"/review", http.StatusSeeOther)
	return nil
}
