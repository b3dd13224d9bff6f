package web

import (
	"errors"
	"net/url"
	"slices"
	"time"

	"ascribe"
)

// A dayLink leads to the record as of one day.
type dayLink struct {
	Day     string
	To      string
	Reports int
	Here    bool
}

// mostDays is how many days are offered.
const mostDays = 14

// laterThan offers the days on which the record was reported on, and says what the
// pins of the visit hide.
func (s *Server) laterThan(v *visit, r *ascribe.Record, out *incidentPage) error {
	now := r
	if v.pins != (ascribe.Pins{}) {
		var err error
		now, err = s.record(v, ascribe.Pins{}, string(r.Incident))
		var missing *ascribe.Error
		if errors.As(err, &missing) && missing.Kind == ascribe.NotFound {
			out.Gone = true // what stood then does not stand now
			now = r
		} else if err != nil {
			return err
		}
		if n := len(now.Documents) - len(r.Documents); n > 0 {
			out.Later = v.n("later", n)
		}
	}
	out.Days = v.days(now)
	return nil
}

// publicDays lists the days on which reports of a record were public, the last that
// fit.
func (v *visit) publicDays(r *ascribe.Record) []time.Time {
	var days []time.Time
	for _, d := range r.Documents {
		for _, a := range d.Appearances {
			days = append(days, a.PublicBy().UTC().Truncate(24*time.Hour))
		}
	}
	slices.SortFunc(days, time.Time.Compare)
	days = slices.Compact(days)
	return days[max(0, len(days)-mostDays):]
}

// days leads to the record as of each day of publication.
func (v *visit) days(r *ascribe.Record) []dayLink {
	counts := map[time.Time]int{}
	for _, d := range r.Documents {
		for _, a := range d.Appearances {
			counts[a.PublicBy().UTC().Truncate(24*time.Hour)]++
		}
	}
	var out []dayLink
	for _, at := range v.publicDays(r) {
		day := at.Format(time.DateOnly)
		q := url.Values{asOfField: {day}}
		if known := v.r.URL.Query().Get(knownAtField); known != "" {
			q.Set(knownAtField, known)
		}
		out = append(out, dayLink{v.shortDay(at), v.r.URL.Path + "?" + q.Encode(), counts[at], v.r.URL.Query().Get(asOfField) == day})
	}
	return out
}
