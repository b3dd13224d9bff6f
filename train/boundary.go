package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"ascribe"
	"ascribe/read"
	"ascribe/read/boundary"
	"ascribe/train/conllu"
)

// How the trainer of sentence ends learns.
const (
	boundaryRounds = 4
	boundaryMargin = 60
	boundarySeed   = 7
	boundaryNews   = 300 // reports of each set
)

// BoundaryWeights trains the weights of read/boundary from the treebanks and the
// reports below a folder.
func BoundaryWeights(dir string) ([]byte, error) {
	var banks [][]conllu.Sentence
	for _, name := range []string{"en_ewt-train", "en_gum-train"} {
		bank, err := conllu.ReadFile(filepath.Join(dir, "ud", name+".conllu.gz"))
		if err != nil {
			return nil, err
		}
		banks = append(banks, bank)
	}
	var news []string
	for _, name := range []string{"fa-kes", "muc4", "polnear"} {
		paragraphs, err := newsParagraphs(filepath.Join(dir, name, "train.jsonl"), boundaryNews)
		if err != nil {
			return nil, err
		}
		news = append(news, paragraphs...)
	}
	return Boundaries(banks, news), nil
}

// newsParagraphs returns the paragraphs of the first reports of a set.
func newsParagraphs(path string, reports int) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it was only read
	var out []string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for n := 1; n <= reports && lines.Scan(); n++ {
		var report struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &report); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		for _, b := range read.Plain(report.Text).Blocks {
			if b.Kind == ascribe.Body {
				out = append(out, b.Span.Of(report.Text))
			}
		}
	}
	return out, lines.Err()
}

// Boundaries trains the weights of read/boundary on the paragraphs of treebanks,
// each also in capitals, without any, and with two spaces after its sentences.
//
// The news are paragraphs of edited reports: in them a sentence does not end
// without a mark, which mail and forums of the treebanks would teach.
func Boundaries(banks [][]conllu.Sentence, news []string) []byte {
	var all []gap
	for _, text := range news {
		all = appendWeak(all, text)
	}
	for _, bank := range banks {
		for _, d := range conllu.Documents(bank) {
			for _, p := range paragraphsOf(&d) {
				upper := p.cased(strings.ToUpper)
				for _, copy := range []paragraph{p, upper, p.cased(strings.ToLower), p.widened(), upper.widened()} {
					all = appendGaps(all, copy)
				}
			}
		}
	}
	return learnGaps(all)
}

// A gap is a place where a sentence may end, as the learner sees it.
type gap struct {
	features []uint32
	ends     bool
}

// appendGaps adds the places of a paragraph of a treebank.
func appendGaps(out []gap, p paragraph) []gap {
	t := boundary.New(p.text)
	first := 0
	for i := range t.Len() {
		end, _ := t.Gap(i)
		g := gap{features: t.Features(nil, i, first), ends: p.ends[end]}
		out = append(out, g)
		if g.ends {
			first = i + 1
		}
	}
	return out
}

// appendWeak adds the places of an edited paragraph before which no mark stands:
// none ends a sentence.
func appendWeak(out []gap, text string) []gap {
	t := boundary.New(text)
	first := 0
	for i := range t.Len() {
		if t.Weak(i) {
			out = append(out, gap{features: t.Features(nil, i, first)})
		} else if t.Strong(i) {
			first = i + 1
		}
	}
	return out
}

// learnGaps is an averaged perceptron with a margin over whole numbers, its
// weights scaled to bytes, the largest clipped.
func learnGaps(all []gap) []byte {
	weights, sums := make([]int64, boundary.Size), make([]int64, boundary.Size)
	order := make([]int32, len(all))
	for i := range order {
		order[i] = int32(i)
	}
	seed, tick := uint64(boundarySeed), int64(1)
	for range boundaryRounds {
		for i := len(order) - 1; i > 0; i-- {
			seed = seed*6364136223846793005 + 1442695040888963407
			j := int(seed >> 33 % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, k := range order {
			all[k].learn(weights, sums, tick)
			tick++
		}
	}
	top := int64(1)
	for f := range weights {
		weights[f] = weights[f]*tick - sums[f]
		top = max(top, weights[f], -weights[f])
	}
	const limit = 127
	scale := max(top/(2*limit), 1)
	out := make([]byte, boundary.Size)
	for f, w := range weights {
		out[f] = byte(int8(min(max(divided(w, scale), -limit), limit)))
	}
	return out
}

// learn corrects the weights where they do not tell the place by the margin.
func (g *gap) learn(weights, sums []int64, tick int64) {
	by := int64(-1)
	if g.ends {
		by = 1
	}
	score := int64(0)
	for _, f := range g.features {
		score += weights[f]
	}
	if score*by > boundaryMargin {
		return
	}
	for _, f := range g.features {
		weights[f] += by
		sums[f] += by * tick
	}
}
