package api

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	"ascribe"
)

// Selected is the part of a request that says which incidents it is about.
type Selected struct {
	Words     string `query:"q" doc:"words in a report of it"`
	From      string `query:"from" doc:"the first day that it may have been on, as 2025-03-06" pattern:"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"`
	To        string `query:"to" doc:"the last day" pattern:"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"`
	Dated     string `query:"dated" enum:"true,false" doc:"whether a day is known"`
	Placed    string `query:"placed" enum:"true,false" doc:"whether a point on the map is known"`
	Within    string `query:"within" doc:"its point: south,west,north,east; west is greater than east across 180 degrees" example:"12.1,41.3,14.0,43.9"`
	Country   string `query:"country" pattern:"^[A-Z]{3}$" doc:"ISO 3166-1 alpha-3"`
	Type      string `query:"type" doc:"type of incident"`
	Actor     string `query:"actor" doc:"id of one on whom a source takes a position"`
	Position  string `query:"position" doc:"that some source takes, on the actor where one is given"`
	Source    string `query:"source" doc:"who takes it"`
	Outlet    string `query:"outlet" doc:"that reports it"`
	Document  string `query:"document" doc:"id of one that tells of it" pattern:"^(sha256:)?[0-9a-f]{64}$"`
	Origins   int    `query:"origins" minimum:"0" maximum:"100000" doc:"at least so many independent ones"`
	Contested string `query:"contested" enum:"true,false" doc:"whether sources disagree"`
	Decided   string `query:"decided" enum:"true,false" doc:"whether a person's decision bears on it"`
	Withdrawn string `query:"withdrawn" enum:"true,false" doc:"whether no report of it stands any more"`
}

// selection reads the request's words.
func (s *Selected) selection() (ascribe.Selection, error) {
	out := ascribe.Selection{
		Words: s.Words, Dated: whether(s.Dated), Placed: whether(s.Placed), Country: s.Country, Actor: ascribe.ActorID(s.Actor), Source: s.Source,
		Outlet: ascribe.OutletID(s.Outlet), Origins: s.Origins, Contested: whether(s.Contested), Decided: whether(s.Decided), Withdrawn: whether(s.Withdrawn),
	}
	var err error
	if out.From, err = day("from", s.From); err != nil {
		return out, err
	}
	if out.To, err = day("to", s.To); err != nil {
		return out, err
	}
	if out.Within, err = box(s.Within); err != nil {
		return out, err
	}
	if s.Type != "" {
		out.Type = new(ascribe.IncidentType)
		if err := out.Type.UnmarshalText([]byte(s.Type)); err != nil {
			return out, err
		}
	}
	if s.Position != "" {
		out.Position = new(ascribe.Position)
		if err := out.Position.UnmarshalText([]byte(s.Position)); err != nil {
			return out, err
		}
	}
	if s.Document != "" {
		id, err := documentID(s.Document)
		if err != nil {
			return out, err
		}
		out.Document = &id
	}
	return out, nil
}

// query writes the selection as the query of an address.
func (s *Selected) query() url.Values {
	q := url.Values{}
	for name, v := range map[string]string{
		"q": s.Words, "from": s.From, "to": s.To, "dated": s.Dated, "placed": s.Placed, "within": s.Within, "country": s.Country, "type": s.Type, "actor": s.Actor,
		"position": s.Position, "source": s.Source, "outlet": s.Outlet, "document": s.Document, "contested": s.Contested, "decided": s.Decided, "withdrawn": s.Withdrawn,
	} {
		if v != "" {
			q.Set(name, v)
		}
	}
	if s.Origins > 0 {
		q.Set("origins", strconv.Itoa(s.Origins))
	}
	return q
}

func whether(s string) *bool {
	if s == "" {
		return nil
	}
	is := s == "true"
	return &is
}

func day(name, s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return t, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s %q is no day", name, s), "write 2025-03-08")
	}
	return t, nil
}

// box reads south,west,north,east in degrees.
func box(s string) (*ascribe.Box, error) {
	if s == "" {
		return nil, nil
	}
	var b ascribe.Box
	parts := strings.Split(s, ",")
	if len(parts) == 4 {
		ok := true
		for i, to := range []*float64{&b.South, &b.West, &b.North, &b.East} {
			v, err := strconv.ParseFloat(strings.TrimSpace(parts[i]), 64)
			ok = ok && err == nil && v >= -180 && v <= 180
			*to = v
		}
		if ok && b.South <= b.North && b.South >= -90 && b.North <= 90 {
			return &b, nil
		}
	}
	return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "within %q is no part of the map", s), "write south,west,north,east in degrees, as in 12.1,41.3,14.0,43.9")
}

// documentID reads the id of a document, with or without "sha256:".
func documentID(s string) (id ascribe.DocumentID, err error) {
	err = id.UnmarshalText([]byte(strings.TrimPrefix(s, "sha256:")))
	return id, err
}
