package conllu

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const marked = `# newdoc id = port
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# sent_id = port-1
1	The	the	DET	DT	_	3	det	_	Entity=(1-person-new-nnnnn-cf1-3,5-coref-Ana-Vidal
2	Maren	Maren	PROPN	NNP	_	3	compound	_	Entity=(2-place-new-nnnnn-cf2-1-sgl)
3	mayor	mayor	NOUN	NN	_	6	nsubj	_	_
4	of	of	ADP	IN	_	5	case	_	_
5	Tolvik	Tolvik	PROPN	NNP	_	3	nmod	_	Entity=(3-place-new-nnnnn-cf3-1-sgl)1)
6	cut	cut	VERB	VBD	_	0	root	_	SpaceAfter=No|Entity=(4-event-new-nnnnn-cf4-1-sgl
7	her	her	PRON	PRP$	_	8	nmod:poss	_	Entity=(5-abstract-new-nnnnn-cf5-2-sgl(1-person-giv:act-nnnnn-cf1*-1-ana-Ana-Vidal)
8	term	term	NOUN	NN	_	6	obj	_	Entity=5)4)
`

func TestEntities(t *testing.T) {
	ss, err := Read(strings.NewReader(marked))
	if err != nil {
		t.Fatal(err)
	}
	got, err := ss[0].Entities()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, e := range got {
		lines = append(lines, fmt.Sprintf("%s %d-%d head %d %v %s %s %s %s", e.ID, e.First, e.Last, ss[0].Head(&e), e.Min, e.Type, e.Status, e.Link, e.Identity))
	}
	want := []string{
		"1 0-5 head 2 [2 4] person new coref Ana-Vidal",
		"2 1-2 head 1 [1] place new sgl ",
		"3 4-5 head 4 [4] place new sgl ",
		"4 5-8 head 5 [5] event new sgl ",
		"5 6-8 head 7 [7] abstract new sgl ",
		"1 6-7 head 6 [6] person giv:act ana Ana-Vidal",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("read\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

func TestEntitiesNameTheFault(t *testing.T) {
	for fault, misc := range map[string][2]string{
		"never closed":         {"Entity=(1-person-new-n-c-1-sgl", "_"},
		"not open":             {"_", "Entity=1)"},
		"neither":              {"Entity=1", "_"},
		"names no entity":      {"Entity=()", "_"},
		"no minimal span":      {"Entity=(1-person-new-n-c-0-sgl)", "_"},
		"before its minimal":   {"Entity=(1-person-new-n-c-2-sgl)", "_"},
		"sentence port-9, wor": {"_", "Entity=x"},
	} {
		s := Sentence{ID: "port-9", Global: "GRP-etype-infstat-salience-centering-minspan-link-identity", Words: []Word{{Misc: misc[0]}, {Misc: misc[1]}}}
		if _, err := s.Entities(); err == nil || !strings.Contains(err.Error(), fault) {
			t.Errorf("%v: %v, want a word of %q", misc, err, fault)
		}
	}
}

// A sentence of a treebank without entities has none.
func TestEntitiesNone(t *testing.T) {
	s := Sentence{Words: []Word{{Misc: "SpaceAfter=No"}, {Misc: "_"}}}
	if got, err := s.Entities(); len(got) != 0 || err != nil {
		t.Errorf("%v, %v", got, err)
	}
}
