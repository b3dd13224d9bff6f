package model

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ascribe"
	"ascribe/extract/feature"
	"ascribe/extract/linear"
)

func TestTheModelThatShipsIsWhole(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	b, err := ReadBundle(weights)
	if err != nil {
		t.Fatal(err)
	}
	if id := Identify(b); id != m.ID {
		t.Errorf("the weights say they are %s and are %s: train them again", m.ID, id)
	}
	if string(b.Bytes()) != string(weights) {
		t.Error("the bundle written again is another")
	}
	if len(weights) > 30_000_000 {
		t.Errorf("the weights have %d bytes, which is too much to ship", len(weights))
	}
}

func TestOtherFeaturesAreRefused(t *testing.T) {
	b, err := ReadBundle(weights)
	if err != nil {
		t.Fatal(err)
	}
	b[FingerprintPart] = []byte("0123456789abcdef")
	_, err = Open(b.Bytes())
	if err == nil {
		t.Fatal("a model trained with other features was opened")
	}
	if hint := ascribe.HintOf(err); !strings.Contains(hint, "ascribe-lab train") || !strings.Contains(err.Error(), "0123456789abcdef") {
		t.Errorf("the refusal says %q, %q", err, hint)
	}
}

func TestBrokenBundlesAreRefused(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty": nil, "other file": []byte("PK\x03\x04 something else"), "cut short": weights[:len(weights)/2],
	} {
		if _, err := Open(data); err == nil || ascribe.HintOf(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestClustersGiveBackWhatWasPutIn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var words []WordCluster
		for i := range rapid.IntRange(0, 500).Draw(t, "words") {
			words = append(words, WordCluster{linear.Mix(5, uint64(i)), feature.Cluster{
				Coarse: uint16(i%64 + 1), Fine: uint16(i + 1), Path: uint32(i*7 + 1),
			}})
		}
		c, err := ReadClusters(BuildClusters(words))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if got := c.Cluster(w.Word); got != w.Cluster {
				t.Fatalf("got %+v, want %+v", got, w.Cluster)
			}
		}
		if got := c.Cluster(linear.Mix(6, 1)); got != (feature.Cluster{}) {
			t.Fatalf("a word that is not there has %+v", got)
		}
	})
}

func TestReadSentence(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, tells := range []bool{true, false} {
		forms := strings.Fields("The rebels attacked two villages near Talvik on Friday .")
		if !tells {
			forms = strings.Fields(strings.ToUpper(strings.Join(forms, " ")))
		}
		var w Work
		words := feature.Words(nil, forms, tells, m.Clusters)
		var values []feature.Tagged
		for i, tag := range m.Tagger.Tag(nil, words, &w) {
			values = append(values, m.Tagger.Values(tag))
			if want := strings.Fields("DT NNS VBD CD NNS IN NNP IN NNP .")[i]; m.Tagger.Tags()[tag].XPOS != want {
				t.Errorf("%s is %s, want %s", forms[i], m.Tagger.Tags()[tag].XPOS, want)
			}
		}
		arcs := m.Parser.Parse(nil, words, values, &w)
		for i, want := range []Arc{{Head: 1}, {Head: 2}, {Head: -1}, {Head: 4}, {Head: 2}} {
			if arcs[i].Head != want.Head {
				t.Errorf("%s hangs on %d, want %d", forms[i], arcs[i].Head, want.Head)
			}
		}
		if rel := m.Parser.Rels()[arcs[1].Rel]; rel != "nsubj" {
			t.Errorf("the rebels are %s", rel)
		}
	}
}
