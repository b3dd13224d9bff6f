package conllu

import (
	"strings"
	"testing"
)

const example = `# global.Entity = GRP-etype-identity
# newdoc id = port
# sent_id = port-1
# text = They didn't fire.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	fire	fire	VERB	VB	_	0	root	_	SpaceAfter=No
4.1	gone	go	VERB	VBN	_	_	_	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

# newpar
# text = Go
1	Go	go	VERB	VB	_	0	root	_	_
`

func TestRead(t *testing.T) {
	ss, err := Read(strings.NewReader(example))
	if err != nil {
		t.Fatal(err)
	}
	if len(ss) != 2 || len(ss[0].Words) != 5 || len(ss[1].Words) != 1 {
		t.Fatalf("read %+v", ss)
	}
	s := ss[0]
	if !s.NewDoc || !s.NewPar || s.Doc != "port" || s.Global == "" || s.Text != "They didn't fire." {
		t.Errorf("head of the first sentence: %+v", s)
	}
	if w := s.Words[2]; w.Form != "n't" || w.Head != 3 || w.Rel != "advmod" {
		t.Errorf("third word: %+v", w)
	}
	if s.Words[3].Head != Root || s.Words[3].Space || !s.Words[0].Space {
		t.Errorf("root and spaces: %+v", s.Words)
	}
	if len(s.Surfaces) != 1 || s.Surfaces[0] != (Surface{1, 3, "didn't", true}) {
		t.Errorf("surfaces: %+v", s.Surfaces)
	}
	if ss[1].NewDoc || !ss[1].NewPar || ss[1].Doc != "port" {
		t.Errorf("second sentence: %+v", ss[1])
	}
}

func TestReadNamesTheLine(t *testing.T) {
	for name, text := range map[string]string{
		"columns": "1\tGo\tgo\n",
		"head":    "1\tGo\tgo\tVERB\tVB\t_\tx\troot\t_\t_\n",
		"number":  "2\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n",
		"range":   "2-1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n",
	} {
		if _, err := Read(strings.NewReader("# a\n" + text)); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
