package web

import (
	"maps"
	"net/url"
	"slices"
	"time"

	"ascribe"
)

// The names of the pins in an address.
const (
	asOfField    = "as_of"
	knownAtField = "known_at"
)

// A pinForm is the form that sets the pins.
type pinForm struct {
	AsOf, KnownAt string // as given
	Given         bool   // some pin is
	Day           bool   // what is given are days alone, which a calendar can show
	Action        string // the page that it is for
	Clear         string // that page without pins
	Others        [][2]string
}

// pinsOf reads the pins of an address; a bare date means the end of its day, UTC.
func pinsOf(q url.Values, t *tongue) (ascribe.Pins, error) {
	asOf, err := momentOf(q.Get(asOfField), t)
	if err != nil {
		return ascribe.Pins{}, err
	}
	knownAt, err := momentOf(q.Get(knownAtField), t)
	return ascribe.Pins{AsOf: asOf, KnownAt: knownAt}, err
}

func momentOf(s string, t *tongue) (time.Time, error) {
	at, err := ascribe.ParseMoment(s)
	if err != nil {
		err = ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s", t.t("pin.wrong", s)), t.t("pin.write"))
	}
	return at, err
}

// pinQuery keeps the pins of an address, and nothing else of it.
func pinQuery(q url.Values) string {
	kept := url.Values{}
	for _, name := range []string{asOfField, knownAtField} {
		if s := q.Get(name); s != "" {
			kept.Set(name, s)
		}
	}
	if len(kept) == 0 {
		return ""
	}
	return "?" + kept.Encode()
}

// form is the form of the pins for the page of a visit; what else its address says
// stays.
func (v *visit) form() pinForm {
	q := v.r.URL.Query()
	f := pinForm{AsOf: q.Get(asOfField), KnownAt: q.Get(knownAtField), Action: v.r.URL.Path}
	f.Given = f.AsOf != "" || f.KnownAt != ""
	f.Day = isDay(f.AsOf) && isDay(f.KnownAt)
	q.Del(asOfField)
	q.Del(knownAtField)
	f.Clear = v.r.URL.Path
	if len(q) > 0 {
		f.Clear += "?" + q.Encode()
	}
	for _, name := range slices.Sorted(maps.Keys(q)) {
		for _, value := range q[name] {
			f.Others = append(f.Others, [2]string{name, value})
		}
	}
	return f
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return s == "" || err == nil
}
