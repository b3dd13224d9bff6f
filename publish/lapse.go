package publish

import (
	"ascribe"
)

// lapseJSON is why words do not stand any more.
type lapseJSON struct {
	Kind   ascribe.LapseKind `json:"kind"`
	Since  *string           `json:"since"`
	By     string            `json:"by"`
	Notice *string           `json:"notice"` // its words; nil where the words vanished without one
}

func lapseOf(l *ascribe.Lapse) *lapseJSON {
	if l == nil {
		return nil
	}
	return &lapseJSON{l.Kind, momentOf(l.Since), hash(l.By), known(l.Words)}
}

// sinceOf returns since when something lapsed, or nil.
func sinceOf(l *ascribe.Lapse) *string {
	if l == nil {
		return nil
	}
	return momentOf(l.Since)
}

// noticeJSON is an article's own word that something published does not stand.
type noticeJSON struct {
	Kind     ascribe.NoticeKind `json:"kind"`
	Sentence int                `json:"sentence"`
	Text     string             `json:"text"`
	Span     pair               `json:"span"`
	Of       *string            `json:"of"` // the headline or address that it names
	Recounts bool               `json:"recounts"`
	Because  string             `json:"because,omitempty"`
}

func (e *edition) notice(n *ascribe.Notice) noticeJSON {
	return noticeJSON{n.Kind, n.Anchor.Sentence, n.Anchor.Quote, e.span(n.Anchor.Span), known(n.Of), n.Recounts, n.Because}
}

// lapse redacts the words of a notice.
func (n *names) lapse(l *ascribe.Lapse) *ascribe.Lapse {
	if l == nil {
		return nil
	}
	out := *l
	out.Words = n.prose(l.Words)
	return &out
}

// lapseWords says how words lapsed and since when, or "".
func lapseWords(l *ascribe.Lapse) string {
	if l == nil {
		return ""
	}
	words := map[ascribe.LapseKind]string{
		ascribe.Vanished: "gone from the article", ascribe.Corrected: "told to correct it", ascribe.Retracted: "taken back",
	}[l.Kind]
	if l.Kind == ascribe.Corrected {
		return words
	}
	return words + " " + sinceWords(moment(l.Since))
}

// standing counts the origins of which a telling still stands.
func standing(r *ascribe.Record) int {
	n := 0
	for _, o := range r.Origins {
		if !o.Lapsed {
			n++
		}
	}
	return n
}

// toldIn counts the reports and the origins behind them.
func toldIn(r *ascribe.Record) string {
	out := countOf(reports(r), "report") + " from " + countOf(standing(r), "independent origin")
	if n := len(r.Origins) - standing(r); n > 0 {
		out += "; " + countOf(n, "origin") + " taken back or gone"
	}
	return out
}

// byOrigins says how many origins give a value.
func byOrigins(n int) string {
	if n == 0 {
		return "in words that do not stand any more"
	}
	return "by " + countOf(n, "origin")
}

// takenBack lists the statements of a record whose words do not stand any more.
func takenBack(r *ascribe.Record) []ascribe.Cite {
	var out []ascribe.Cite
	for _, c := range inOrder(r) {
		if c.Lapsed != nil {
			out = append(out, c)
		}
	}
	return out
}
