package publish

import "ascribe"

// A Public is a record as it may leave: redacted (see [Redact]), with the words of
// what each statement says. It is what the dossier and the pages are made from.
type Public struct {
	*ascribe.Record
	said map[ascribe.StatementID]string // where that is less than the sentence
}

// PublicOf returns a record as it may leave.
func PublicOf(r *ascribe.Record) *Public {
	out, said := redact(r)
	return &Public{out, said}
}

// Words gives what a statement says: its content, else its sentence.
func (p *Public) Words(id ascribe.StatementID) string {
	if said := p.said[id]; said != "" {
		return said
	}
	return p.Cited[id].Words
}

// Statements lists the statements by the moment they were public, those without a
// printed date last, then as they stand in their article.
func (p *Public) Statements() []ascribe.Cite { return inOrder(p.Record) }

// Entries groups the statements: one entry for the same words of the same voice in
// one origin, the first of them in front; in the order of Statements.
func (p *Public) Entries() [][]ascribe.Cite {
	type same struct {
		origin       ascribe.OriginID
		voice, words string
	}
	at := map[same]int{}
	var out [][]ascribe.Cite
	for _, c := range inOrder(p.Record) {
		k := same{c.Origin, c.Statement.Source.Text, fold(p.Words(c.Statement.ID))}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], c)
	}
	return out
}

// Course groups the points of a toll: one row for each figure of each voice of each
// origin, the first of it in front.
func (p *Public) Course(t *ascribe.TollRange) [][]ascribe.TollPoint { return courseRows(p.Record, t) }

// Standing counts the origins of which a telling still stands.
func (p *Public) Standing() int { return standing(p.Record) }

// Reports counts the appearances of the documents.
func (p *Public) Reports() int { return reports(p.Record) }
