package conllu

import (
	"slices"
	"strings"
	"testing"
)

const rawBank = `# newdoc id = a
# text = We don't know.
1	We	we	PRON	_	_	2	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	_	_	4	aux	_	_
3	n't	not	PART	_	_	4	advmod	_	_
4	know	know	VERB	_	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	_	_	4	punct	_	_

# text = Go!
1	Go	go	VERB	_	_	0	root	_	SpaceAfter=No
2	!	!	PUNCT	_	_	1	punct	_	SpaceAfter=No

# text = No.
1	No	no	INTJ	_	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	_	_	1	punct	_	_

# newpar id = a-p2
# text = Joséll
1-3	Joséll	_	_	_	_	_	_	_	_
1	Jose	Jose	PROPN	_	_	0	root	_	_
2	will	will	AUX	_	_	1	aux	_	_
3	l	l	X	_	_	1	dep	_	_

# newdoc id = b
# text = End
1	End	end	NOUN	_	_	0	root	_	_

`

func TestDocuments(t *testing.T) {
	ss, err := Read(strings.NewReader(rawBank))
	if err != nil {
		t.Fatal(err)
	}
	docs := Documents(ss)
	if len(docs) != 2 || docs[0].ID != "a" || docs[1].ID != "b" || docs[1].Text != "End" {
		t.Fatalf("documents: %+v", docs)
	}
	d := docs[0]
	if want := "We don't know. Go!No.\n\nJoséll"; d.Text != want {
		t.Errorf("text = %q, want %q", d.Text, want)
	}
	var sentences, words []string
	for i, s := range d.Sentences {
		sentences = append(sentences, s.Of(d.Text))
		for _, w := range d.Words[i] {
			words = append(words, w.Of(d.Text))
		}
	}
	if want := []string{"We don't know.", "Go!", "No.", "Joséll"}; !slices.Equal(sentences, want) {
		t.Errorf("sentences = %q, want %q", sentences, want)
	}
	if want := []string{"We", "do", "n't", "know", ".", "Go", "!", "No", ".", "José", "l", "l"}; !slices.Equal(words, want) {
		t.Errorf("words = %q, want %q", words, want)
	}
}
