package engine

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"ascribe"
	"ascribe/bench/measure"
	"ascribe/extract/nlp"
	"ascribe/read"
	"ascribe/train/conllu"
	"ascribe/train/silver"
)

// typeNames are the types of entity by their names in the corpora.
var typeNames = map[nlp.EntityType]string{
	nlp.PersonName: "PERSON", nlp.OrgName: "ORG", nlp.ArmedGroup: "ARMED_GROUP", nlp.GPEName: "GPE", nlp.LocName: "LOC",
	nlp.FacName: "FAC", nlp.NorpName: "NORP", nlp.WeaponName: "WEAPON", nlp.EventName: "EVENT", nlp.DateText: "DATE", nlp.NumberText: "NUMBER",
}

// namesIn returns the names that the engine finds in a text.
func namesIn(eng nlp.Engine, text string) []NamedSpan {
	var out []NamedSpan
	a := eng.Analyse(read.Plain(text))
	for i := range a.Sentences {
		s := &a.Sentences[i]
		for _, e := range s.Entities {
			out = append(out, NamedSpan{s.SpanOf(e.First, e.Last), typeNames[e.Type]})
		}
	}
	return out
}

// Names measures the names in the texts of a treebank, written as they are and in
// capitals: all types where the treebank marks names of their own ("Name=" in its
// last column, as the frozen sample does), else those that GUM's entities tell.
// There is no row where the treebank marks neither or the models hold no names.
func (s Subject) Names(set string, bank []conllu.Sentence) ([]measure.Row, error) {
	own, capitals := NameScore{}, NameScore{}
	fine := marksNames(bank)
	if s.Models.Names == nil || len(bank) == 0 || !fine && bank[0].Global == "" {
		return nil, nil
	}
	for _, d := range conllu.Documents(bank) {
		gold, err := goldNames(&d, bank[:len(d.Sentences)], fine)
		if err != nil {
			return nil, err
		}
		bank = bank[len(d.Sentences):]
		found, upper := namesIn(s.Engine, d.Text), namesIn(s.Engine, Capitals(d.Text))
		if !fine {
			found, upper = AsTreebank(found), AsTreebank(upper)
		}
		own.Add(ScoreNames(gold, found))
		capitals.Add(ScoreNames(gold, upper))
	}
	rows := nameRows(set, "raw text", own, fine)
	return append(rows, nameRows(set, "raw text in capitals", capitals, fine)...), nil
}

// nameRows lists the score of all types and of each that the gold has.
func nameRows(set, input string, score NameScore, fine bool) []measure.Row {
	kinds := []string{"PERSON", "ORG", Place}
	all := "PERSON, ORG, PLACE F1"
	if fine {
		kinds = []string{"PERSON", "ORG", "ARMED_GROUP", "GPE", "LOC", "FAC", "NORP", "WEAPON", "EVENT", "DATE", "NUMBER"}
		all = "all types F1"
	}
	rows := []measure.Row{{Set: set, Input: input, Measure: all, Value: score.All().F1()}}
	for _, k := range kinds {
		if score[k].Gold > 0 {
			rows = append(rows, measure.Row{Set: set, Input: input, Measure: k + " F1", Value: score[k].F1()})
		}
	}
	return rows
}

// nameField begins the field of a treebank's last column that marks a name, in
// the manner of IOB2: "Name=B-GPE" where one begins, "Name=I-GPE" inside.
const nameField = "Name="

func marksNames(bank []conllu.Sentence) bool {
	for i := range bank {
		for k := range bank[i].Words {
			if nameOf(&bank[i].Words[k]) != "" {
				return true
			}
		}
	}
	return false
}

func nameOf(w *conllu.Word) string {
	for field := range strings.SplitSeq(w.Misc, "|") {
		if mark, ok := strings.CutPrefix(field, nameField); ok {
			return mark
		}
	}
	return ""
}

func goldNames(d *conllu.Document, ss []conllu.Sentence, fine bool) ([]NamedSpan, error) {
	if !fine {
		return TreebankNames(d, ss)
	}
	var out []NamedSpan
	for i := range ss {
		open := false
		for k := range ss[i].Words {
			begin, kind, ok := strings.Cut(nameOf(&ss[i].Words[k]), "-")
			switch span := d.Words[i][k]; {
			case !ok:
				open = false
			case begin == "B":
				out = append(out, NamedSpan{span, kind})
				open = true
			case begin != "I" || !open || out[len(out)-1].Type != kind:
				return nil, ascribe.WithHint(
					ascribe.Errorf(ascribe.Invalid, "sentence %s, word %d: Name=%s-%s follows on no such name", ss[i].ID, k+1, begin, kind),
					"Begin every name with B-.")
			default:
				out[len(out)-1].Span.End = span.End
			}
		}
	}
	return out, nil
}

// Capitals writes a text in capitals that take as many bytes, so that every
// offset stays true; a letter whose capital takes more or fewer stays as it is.
func Capitals(text string) string {
	return strings.Map(func(r rune) rune {
		if u := unicode.ToUpper(r); utf8.RuneLen(u) == utf8.RuneLen(r) {
			return u
		}
		return r
	}, text)
}

// Judge measures the names in news against those of the corrected teacher.
func (s Subject) Judge(set string, named []silver.Named, texts map[string]string) ([]measure.Row, error) {
	if s.Models.Names == nil {
		return nil, nil
	}
	sum := NameScore{}
	for i := range named {
		text, ok := texts[named[i].Source.SHA256]
		if !ok {
			return nil, fmt.Errorf("%s %s: its text is not there: set ASCRIBE_DATA to the folder of the corpora", named[i].Source.Set, named[i].Source.ID)
		}
		var gold []NamedSpan
		for _, n := range named[i].Names {
			gold = append(gold, NamedSpan{n.Span, n.Type})
		}
		sum.Add(ScoreNames(gold, namesIn(s.Engine, text)))
	}
	rows := nameRows(set, "raw text, against the teacher", sum, true)
	return rows, nil
}
