package train

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ascribe/read/boundary"
	"ascribe/train/conllu"
)

var update = flag.Bool("update", false, "write what is trained in place of what ships")

const boundaryBank = `# newdoc id = a
1	Oru	Oru	PROPN	_	_	2	nsubj	_	_
2	fell	fall	VERB	_	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	_	_	2	punct	_	_

1	Gen.	Gen.	PROPN	_	_	3	nsubj	_	_
2	Vidal	Vidal	PROPN	_	_	1	flat	_	_
3	fled	flee	VERB	_	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	_	_	3	punct	_	_

# newpar
1	Maren	Maren	PROPN	_	_	2	nsubj	_	_
2	held	hold	VERB	_	_	0	root	_	_

`

func boundaryTreebank(t *testing.T) []conllu.Sentence {
	t.Helper()
	ss, err := conllu.Read(strings.NewReader(boundaryBank))
	if err != nil {
		t.Fatal(err)
	}
	return ss
}

func TestBoundaries(t *testing.T) {
	bank := boundaryTreebank(t)
	first := Boundaries([][]conllu.Sentence{bank}, []string{"Two men of Maren fled."})
	if second := Boundaries([][]conllu.Sentence{bank}, []string{"Two men of Maren fled."}); !bytes.Equal(first, second) {
		t.Error("the same treebank made other weights")
	}
	text := boundary.New("Oru fell. Gen. Vidal fled.")
	var got []int
	for i := range text.Len() {
		if boundary.Score(first, text.Features(nil, i, 0)) > 0 {
			got = append(got, i)
		}
	}
	if want := []int{1}; !slices.Equal(got, want) {
		t.Errorf("sentences end after pieces %v, want %v", got, want)
	}
}

func TestParagraphs(t *testing.T) {
	docs := conllu.Documents(boundaryTreebank(t))
	ps := paragraphsOf(&docs[0])
	if len(ps) != 2 || ps[0].text != "Oru fell. Gen. Vidal fled." || ps[1].text != "Maren held" {
		t.Fatalf("paragraphs: %+v", ps)
	}
	wide := ps[0].widened()
	if wide.text != "Oru fell.  Gen. Vidal fled." || !wide.ends[9] || !wide.ends[27] || len(wide.ends) != 2 {
		t.Errorf("widened: %+v", wide)
	}
	if upper := (paragraph{text: "ßa é"}).cased(strings.ToUpper); upper.text != "SSA É" && upper.text != "ßA É" {
		t.Errorf("cased: %q", upper.text)
	}
}

// TestShippedBoundaries trains again what ships where ASCRIBE_RETRAIN asks for
// the minute that it takes and ASCRIBE_DATA holds the data, and fails on another
// byte; with -update it writes it.
func TestShippedBoundaries(t *testing.T) {
	dir := os.Getenv("ASCRIBE_DATA")
	if dir == "" || os.Getenv("ASCRIBE_RETRAIN") == "" && !*update {
		t.Skip("ASCRIBE_DATA and ASCRIBE_RETRAIN are not both set: the weights of read/boundary are not trained again")
	}
	made, err := BoundaryWeights(dir)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("..", "read", "boundary", "weights.bin")
	if *update {
		if err := os.WriteFile(path, made, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	shipped, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made, shipped) {
		t.Error("the weights that ship are not what the trainer makes: run ASCRIBE_DATA=… go test ./train -run ShippedBoundaries -update")
	}
}
