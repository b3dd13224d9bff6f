package train

import (
	"unicode"
	"unicode/utf8"

	"ascribe"
	"ascribe/extract/feature"
	"ascribe/extract/nlp"
	"ascribe/train/conllu"
)

// A chainLesson is a document as an engine without a fault would analyse it, and
// the chains that people saw in it.
type chainLesson struct {
	analysis *nlp.Analysis
	bySpan   map[[3]int]int // sentence, first, last → chain
	byHead   map[[2]int]int // sentence, head → chain of the shortest mention
}

// gold is the chain of a wording, or -1 where nobody saw a mention.
func (l *chainLesson) gold(r *nlp.Reference) int {
	if i, ok := l.bySpan[[3]int{r.Sentence, r.First, r.Last}]; ok {
		return i
	}
	if i, ok := l.byHead[[2]int{r.Sentence, r.Head}]; ok {
		return i
	}
	return -1
}

func chainLessons(ss []conllu.Sentence) ([]chainLesson, error) {
	var out []chainLesson
	for _, doc := range conllu.Documents(ss) {
		n := len(doc.Sentences)
		l, err := lessonOf(&doc, ss[:n])
		if err != nil {
			return nil, err
		}
		out = append(out, l)
		ss = ss[n:]
	}
	return out, nil
}

func lessonOf(doc *conllu.Document, ss []conllu.Sentence) (chainLesson, error) {
	l := chainLesson{bySpan: map[[3]int]int{}, byHead: map[[2]int]int{}}
	var err error
	if l.analysis, err = GoldAnalysis(doc, ss); err != nil {
		return l, err
	}
	chains, shortest := map[string]int{}, map[[2]int]int{}
	for i := range ss {
		entities, err := ss[i].Entities()
		if err != nil {
			return l, err
		}
		for _, e := range entities {
			if _, ok := chains[e.ID]; !ok {
				chains[e.ID] = len(chains)
			}
			l.bySpan[[3]int{i, e.First, e.Last}] = chains[e.ID]
			head := [2]int{i, ss[i].Head(&e)}
			if n, ok := shortest[head]; !ok || e.Last-e.First < n {
				shortest[head] = e.Last - e.First
				l.byHead[head] = chains[e.ID]
			}
		}
	}
	return l, nil
}

// GoldAnalysis makes of the sentences of one document of a treebank what an
// engine without a fault would: its tokens, tags, lemmas, trees and names.
func GoldAnalysis(doc *conllu.Document, ss []conllu.Sentence) (*nlp.Analysis, error) {
	a := &nlp.Analysis{Document: &ascribe.Document{ID: ascribe.HashText(doc.Text), Text: doc.Text, Sentences: doc.Sentences}}
	paragraph := 0
	for i := range ss {
		if ss[i].NewPar && i > 0 {
			paragraph++
		}
		s := nlp.Sentence{Index: i, Span: doc.Sentences[i], Paragraph: paragraph}
		forms := make([]string, len(ss[i].Words))
		for k := range ss[i].Words {
			w := &ss[i].Words[k]
			forms[k] = w.Form
			first, _ := utf8.DecodeRuneInString(w.Form)
			s.Tokens = append(s.Tokens, nlp.Token{
				Span: doc.Words[i][k], Text: w.Form, Lower: feature.Lower(w.Form), Caps: unicode.IsUpper(first),
				UPOS: w.UPOS, Tag: w.XPOS, Lemma: w.Lemma, Head: w.Head, Rel: w.Rel,
			})
		}
		s.Caps = !feature.Tells(forms)
		names, err := ss[i].Names()
		if err != nil {
			return nil, err
		}
		for _, n := range names {
			if t, ok := entityTypes[n.Type]; ok {
				s.Entities = append(s.Entities, nlp.Entity{First: n.First, Last: n.Last, Type: t})
			}
		}
		a.Sentences = append(a.Sentences, s)
	}
	return a, nil
}

// entityTypes are the types of name that a treebank marks and the engine knows.
var entityTypes = map[string]nlp.EntityType{
	"person": nlp.PersonName, "organization": nlp.OrgName, "place": nlp.GPEName, "event": nlp.EventName, conllu.People: nlp.NorpName,
}
