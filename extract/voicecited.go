package extract

import "slices"

// A cited source stands behind another: «the agency said, citing the police».
type cited struct {
	source, by stretch
	cue        stretch
	at         int
}

// citing notes a source that another cites; what it says is known only when the
// other's words are.
func (l *listener) citing(sc *scene, g verbGroup, by stretch) bool {
	if !g.gerund || g.verb.lemma != "cite" && g.verb.lemma != "quote" {
		return false
	}
	h := heard{sc: sc, source: sc.after(g.last), at: g.at}
	if h.source.empty() {
		return false
	}
	if head := sc.low(sc.headOf(h.source)); !speakers[h.speakerKind()] && !unnamedWords[head] && !authorityWords[head] && !witnessWords[head] {
		return false
	}
	l.cited = append(l.cited, cited{source: h.source, by: by, cue: g.stretch, at: g.at})
	return true
}

// cite gives the sources that are cited in a sentence the words of who cites
// them: both stand behind those.
func (l *listener) cite(from int) {
	for _, c := range l.cited {
		for i := from; i < len(l.heard); i++ {
			o := &l.heard[i]
			if o.open || o.tenor != tenorSay || o.source.empty() || !(!c.by.empty() && o.source.first < c.by.last && c.by.first < o.source.last || under(o.sc.s, c.at, o.at)) || o.sc.span(c.cue).Meets(o.cue[0]) {
				continue
			}
			h := *o
			h.source, h.by, h.cue, h.at, h.pattern = c.source, o.source, o.sc.spans(c.cue), c.at, "cited"
			h.rule = "“" + o.sc.text(c.cue) + "” names who stands behind what “" + o.sc.text(o.source) + "” says"
			l.heard = slices.Insert(l.heard, i, h)
			if l.speaks > i {
				l.speaks++
			}
			break
		}
	}
	l.cited = l.cited[:0]
}
