package extract

import (
	"ascribe"
)

// positionFeatures says what speaks for one position of a charge.
func (j *inquest) positionFeatures(c *charge, pos ascribe.Position) []string {
	h := &hearing{j: j, c: c, o: &j.p.reading.Incidents[c.incident]}
	name := pos.String()
	h.say(name)
	h.say(name, ", ", sortOf(c.actor))
	strong, weak, others := 0, 0, 0
	for i := range c.findings {
		f := &c.findings[i]
		if f.stance.Position() != pos {
			if !f.weak {
				others++
				h.say(name, ", and found as ", f.stance.Position().String(), " too")
			}
			continue
		}
		h.say(name, ": ", f.way())
		if w := f.word(); w != "" {
			h.say(name, ": by “", w, "”")
		}
		if f.weak {
			weak++
			continue
		}
		strong++
		if f.carrier.Anchor.Sentence <= 1 {
			h.say(name, ", in the lead")
		}
	}
	switch {
	case strong > 1:
		h.say(name, ", found more than once")
	case strong == 0 && weak > 1:
		h.say(name, ", implied more than once")
	case strong == 0:
		h.say(name, ", implied once")
	}
	if others == 0 {
		h.say(name, ", the only one found")
	}
	h.positionOfReport(name)
	h.vocabulary(name + ", ")
	return h.features
}

// positionOfReport tells what kind of report it is and who speaks in it.
func (h *hearing) positionOfReport(name string) {
	roles := map[ascribe.Role]bool{}
	for _, r := range h.j.told {
		for _, t := range r {
			if t.incident != h.c.incident {
				continue
			}
			if s := h.j.p.sentenceAt(t.span.Start); s != nil {
				roles[h.j.p.carrier(s, t.span).Source.Role] = true
			}
		}
	}
	for r := ascribe.Narrator; r <= ascribe.Other; r++ {
		if roles[r] {
			h.say(name, ", and a source tells of it: ", r.String())
		}
	}
	for _, d := range doerSorts {
		for _, e := range h.o.Roles.PerpetratorIndividuals {
			if hasWord(e.Text, d.words) {
				h.say(name, ", and ", d.sort, " did it")
				break
			}
		}
	}
	best := far
	for _, g := range h.c.sighted {
		best = min(best, g.gap)
	}
	h.say(name, ", ", gapWords(best))
}
