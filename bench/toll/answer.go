package toll

import (
	"strconv"

	"ascribe"
)

// Unknown is the answer where a reading does not say.
const Unknown = "unknown"

// Lead returns the main incident of a reading: of those that are news, were carried
// out, and are neither an arrest nor of no known type, the one whose dead or
// injured the article counts first; where it counts none, the first of them; else
// the first that is news at all; else the first. Nil where there is none.
func Lead(r *ascribe.Reading) *ascribe.Occurrence {
	var first *ascribe.Occurrence
	at := map[ascribe.MentionID]*ascribe.Occurrence{}
	for i := range r.Incidents {
		if o := &r.Incidents[i]; o.Recent && o.Stage == ascribe.Accomplished && violent(o.Type) {
			at[o.Incident] = o
			if first == nil {
				first = o
			}
		}
	}
	for i := range r.Tolls {
		t := &r.Tolls[i]
		if o := at[t.Incident]; o != nil && !t.Part && (t.Harm == ascribe.Killed || t.Harm == ascribe.Injured) && t.Figure != ascribe.Exactly(0) {
			return o
		}
	}
	if first != nil {
		return first
	}
	for i := range r.Incidents {
		if r.Incidents[i].Recent {
			return &r.Incidents[i]
		}
	}
	if len(r.Incidents) > 0 {
		return &r.Incidents[0]
	}
	return nil
}

// violent reports whether incidents of a type may have dead and injured.
func violent(t ascribe.IncidentType) bool {
	switch t {
	case ascribe.Arrest, ascribe.Threat, ascribe.Warning, ascribe.ForcedWorkStoppage, ascribe.OtherIncident:
		return false
	}
	return true
}

// Number answers how many an article's main incident harmed: the first toll of that
// harm that is no part of another, of the main incident, else of any incident that
// is news. None told is 0; told without a number is unknown.
func Number(r *ascribe.Reading, harm ascribe.Harm) string {
	tolls := tollsOf(r, harm)
	return total(tolls[:min(1, len(tolls))])
}

// WithAttackers answers as [Number] does for a key that counts those who attacked
// with the rest, as LongTail's counts the shooter who died: where a reading counts
// them apart, the first toll of each is added.
func WithAttackers(r *ascribe.Reading, harm ascribe.Harm) string { return total(tollsOf(r, harm)) }

// total adds up tolls as the keys write a number.
func total(tolls []*ascribe.Toll) string {
	var sum ascribe.Count
	for _, t := range tolls {
		n := central(t.Figure)
		if n == ascribe.Unknown {
			return Unknown
		}
		sum += n
	}
	return strconv.Itoa(int(sum))
}

// tollsOf returns the first tolls of a harm of the main incident, else of any that
// is news.
func tollsOf(r *ascribe.Reading, harm ascribe.Harm) []*ascribe.Toll {
	lead := Lead(r)
	if lead == nil {
		return nil
	}
	news := map[ascribe.MentionID]bool{}
	for i := range r.Incidents {
		news[r.Incidents[i].Incident] = r.Incidents[i].Recent
	}
	if tolls := firstTolls(r, harm, map[ascribe.MentionID]bool{lead.Incident: true}); len(tolls) > 0 {
		return tolls
	}
	return firstTolls(r, harm, news)
}

// firstTolls returns the first toll of a harm among the incidents, and of those that
// count the attackers apart, or leave them out, the first other one.
func firstTolls(r *ascribe.Reading, harm ascribe.Harm, of map[ascribe.MentionID]bool) []*ascribe.Toll {
	var tolls []*ascribe.Toll
	for i := range r.Tolls {
		t := &r.Tolls[i]
		if t.Harm != harm || t.Part || !of[t.Incident] {
			continue
		}
		if len(tolls) == 0 || len(tolls) == 1 && t.Attackers != tolls[0].Attackers {
			tolls = append(tolls, t)
		}
	}
	return tolls
}

// central returns the number that stands for a figure: the best, else the low end,
// else the high end.
func central(f ascribe.Figure) ascribe.Count {
	for _, n := range []ascribe.Count{f.Best, f.Low, f.High} {
		if n != ascribe.Unknown {
			return n
		}
	}
	return ascribe.Unknown
}

// day answers on which day an incident was, where a reading knows that.
func day(o *ascribe.Occurrence) string {
	if o == nil || !o.When.Resolved() || !o.When.From.Equal(o.When.To) {
		return Unknown
	}
	return o.When.From.Format("2006-01-02")
}
