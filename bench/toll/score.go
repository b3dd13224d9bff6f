package toll

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
	"ascribe/extract"
)

// A question is one thing that is asked of every article of a set.
type question struct {
	name   string
	answer func(corpus.Reading) string
}

// An article is a text with what is right, by the name of the question.
type article struct {
	corpus.Text
	key     map[string]string
	reading corpus.Reading // once it is read
}

// A set is what its articles are asked.
type set struct {
	name, input string
	articles    []article
	questions   []question
}

// read reads every article.
func (s *set) read(x *extract.Extractor, progress func(step string, done, all int)) error {
	texts := make([]corpus.Text, len(s.articles))
	for i := range s.articles {
		texts[i] = s.articles[i].Text
	}
	readings, err := corpus.ReadAll(x, texts, func(done, all int) {
		if progress != nil {
			progress(s.name, done, all)
		}
	})
	if err != nil {
		return err
	}
	for i := range s.articles {
		s.articles[i].reading = readings[i]
	}
	return nil
}

// rows scores the answers: the share that is right, and the precision of those
// that are no "unknown".
func (s *set) rows() []measure.Row {
	var rows []measure.Row
	for _, q := range s.questions {
		var right, named measure.Counts
		for i := range s.articles {
			a := &s.articles[i]
			r, n := mark(q.answer(a.reading), a.key[q.name])
			right, named = append(right, r), append(named, n)
		}
		rows = append(rows, right.Row(s.name, s.input, q.name+", exact", measure.Count.Recall))
		if named.Sum().Found < len(named) {
			rows = append(rows, named.Row(s.name, s.input, q.name+", precision where answered", measure.Count.Precision))
		}
	}
	return rows
}

// mark counts one answer twice: as one of all articles, and as one of those in
// which something was answered.
func mark(answer, key string) (right, named measure.Count) {
	hit := 0
	if answer == key {
		hit = 1
	}
	right = measure.Paired(hit, 1, 1)
	if answer != Unknown {
		named = right
	}
	return right, named
}

// misses writes, for one question, the articles whose answer is wrong: what was
// answered, what is right, and where to look.
func (s *set) misses(w io.Writer, name string) error {
	asked := slices.IndexFunc(s.questions, func(q question) bool { return q.name == name })
	if asked < 0 {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s has no row %q", s.name, name), "Its rows are "+s.questionNames()+".")
	}
	for i := range s.articles {
		a := &s.articles[i]
		if got := s.questions[asked].answer(a.reading); got != a.key[name] {
			if _, err := fmt.Fprintf(w, "%s\tanswered %s\tright %s\t%s\n", a.ID, got, a.key[name], a.Title); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *set) questionNames() string {
	var names []string
	for _, q := range s.questions {
		names = append(names, q.name)
	}
	return strings.Join(names, ", ")
}
