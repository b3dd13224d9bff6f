package reconcile

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// A wording is the words of a text that tell it from others, each with its
// rarity, in the order of their hashes.
type wording struct {
	words  []weighed
	square float64 // the sum of the squares of the rarities
	total  float64
}

type weighed struct {
	hash   uint64
	rarity float64
	word   string
}

// wordingOf returns the words of a text, each once, but those that any report
// may hold and those that are compared apart. A word that stands for no name is at
// most as rare as a thing.
func wordingOf(text string, apart map[string]bool) wording {
	var words []weighed
	names := namesIn(text)
	for _, word := range wordsOf(text) {
		if len(word) < 2 || apart[word] {
			continue
		}
		r := rarity(word)
		if names != nil && !names[word] && r == unseen {
			r = thing
		}
		if r >= leastSay {
			words = append(words, weighed{xxhash.Sum64String(word), r, word})
		}
	}
	return wordingIn(words)
}

// namesIn returns the words of the names in a text, and nil for one that shows none:
// a headline, or a text in capitals.
func namesIn(text string) map[string]bool {
	counts := nameWords(text)
	if len(counts) == 0 {
		return nil
	}
	out := make(map[string]bool, len(counts))
	for name := range counts {
		for _, w := range wordsOf(name) {
			out[w] = true
		}
	}
	return out
}

// wordingIn puts words in order, each once.
func wordingIn(words []weighed) wording {
	slices.SortFunc(words, func(a, b weighed) int { return cmp.Compare(a.hash, b.hash) })
	w := wording{words: slices.CompactFunc(words, func(a, b weighed) bool { return a.hash == b.hash })}
	for _, x := range w.words {
		w.square += x.rarity * x.rarity
		w.total += x.rarity
	}
	return w
}

// pack returns the words with their rarities, as a store keeps them.
func (w *wording) pack() packedWords {
	var out packedWords
	for _, x := range w.words {
		out.Words, out.Rarities = append(out.Words, x.word), append(out.Rarities, x.rarity)
	}
	return out
}

// unpack reads what pack wrote.
func (p packedWords) unpack() *wording {
	var words []weighed
	for i, word := range p.Words[:min(len(p.Words), len(p.Rarities))] {
		words = append(words, weighed{xxhash.Sum64String(word), p.Rarities[i], word})
	}
	w := wordingIn(words)
	return &w
}

// Smoothing of what two texts share, so that two short ones do not seem to share
// much.
const (
	fewWords  = 400 // added to the size of two texts
	fewTitle  = 3   // added to the size of a headline
	rareAbove = 4   // how rare a word is that proves something by itself
)

// alike compares two wordings: the cosine of the angle between them, in its root,
// and by how much the words that both hold are rare. A word is as rare as where it is
// commoner: a name in one text may be none in the other.
func (w *wording) alike(o *wording) (cosine, rare float64) {
	a, b := w.words, o.words
	squares := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch x, y := a[i].hash, b[j].hash; {
		case x < y:
			i++
		case x > y:
			j++
		default:
			r := min(a[i].rarity, b[j].rarity)
			squares += r * r
			rare += max(0, r-rareAbove)
			i, j = i+1, j+1
		}
	}
	return math.Sqrt(squares / (fewWords + math.Sqrt(w.square*o.square))), rare
}

// within returns how much of a short wording a longer one holds.
func (w *wording) within(o *wording) float64 {
	sum := 0.0
	for _, x := range w.words {
		if o.holds(x.hash) {
			sum += x.rarity
		}
	}
	return sum / (fewTitle + w.total)
}

func (w *wording) holds(hash uint64) bool {
	_, ok := slices.BinarySearchFunc(w.words, hash, func(x weighed, h uint64) int { return cmp.Compare(x.hash, h) })
	return ok
}

// shared lists the rarest words that two wordings share, at most six, and counts
// those rare enough to prove something.
func (w *wording) shared(o *wording) (words string, rare int) {
	rarest := make([]weighed, 0, mostShown+1)
	for _, x := range w.words {
		if !o.holds(x.hash) {
			continue
		}
		if x.rarity > rareAbove {
			rare++
		}
		if len(rarest) == mostShown && rarer(x, rarest[mostShown-1]) > 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(rarest, x, rarer)
		rarest = slices.Insert(rarest, at, x)
		rarest = rarest[:min(len(rarest), mostShown)]
	}
	out := make([]string, len(rarest))
	for i, x := range rarest {
		out[i] = x.word
	}
	return strings.Join(out, " "), rare
}

// mostShown is how many shared words a reason lists.
const mostShown = 6

// rarer orders words by their rarity, the rarest first.
func rarer(a, b weighed) int {
	return cmp.Or(cmp.Compare(b.rarity, a.rarity), strings.Compare(a.word, b.word))
}
