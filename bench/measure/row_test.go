package measure

import (
	"slices"
	"strings"
	"testing"

	"ascribe"
)

func TestBars(t *testing.T) {
	for _, tt := range []struct {
		row  Row
		want string
	}{
		{Row{Set: "EWT dev", Input: "gold words", Measure: "LAS", Value: 83.99}, "**below the bar**"},
		{Row{Set: "EWT dev", Input: "gold words", Measure: "LAS", Value: 84}, "holds"},
		{Row{Set: "EWT dev", Input: "gold words", Measure: "LAS", Value: 88}, "aim reached"},
		{Row{Set: "EWT dev", Input: "gold words in capitals", Measure: "LAS lost", Value: 0.81}, "**below the bar**"},
		{Row{Set: "EWT dev", Input: "gold words in capitals", Measure: "LAS lost", Value: 0.8}, "holds"},
		{Row{Set: "EWT dev", Input: "gold words in capitals", Measure: "LAS lost", Value: -0.1}, "aim reached"},
	} {
		bar, ok := tt.row.Bar()
		if got := bar.verdict(tt.row.Value); !ok || got != tt.want {
			t.Errorf("%s %v: %q (asked: %t), want %q", tt.row.Name(), tt.row.Value, got, ok, tt.want)
		}
	}
	if _, ok := (&Row{Set: "GUM dev", Input: "gold words", Measure: "LAS", Value: 1}).Bar(); ok {
		t.Error("nothing is asked on GUM's gold words")
	}
}

func TestTable(t *testing.T) {
	rows := []Row{{Set: "EWT dev", Input: "gold words", Measure: "UAS", Value: 87.126}, {Set: "news", Input: "raw text", Measure: "words a second, one core", Value: 23456.7}}
	var b strings.Builder
	if err := WriteTable(&b, rows, []Row{{Set: "EWT dev", Input: "gold words", Measure: "UAS", Value: 86}}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| EWT dev | gold words | UAS | 87.13 | 86.50 | 90.00 | holds | 86.00 |\n",
		"| news | raw text | words a second, one core | 23457 | 20000 | 40000 | holds | |\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
	b.Reset()
	if err := WriteTable(&b, rows[:1], nil); err != nil {
		t.Fatal(err)
	}
	if want := "| set | input | measure | reached | at least | aim | |\n|---|---|---|---:|---:|---:|---|\n| EWT dev | gold words | UAS | 87.13 | 86.50 | 90.00 | holds |\n"; b.String() != want {
		t.Errorf("without an earlier run:\n%s", b.String())
	}
}

func TestRows(t *testing.T) {
	rows := []Row{{Set: "EWT dev", Input: "gold words", Measure: "UAS", Value: 87.13, Range: Range{80, 90.5}}, {Set: "GUM dev", Input: "raw text", Measure: "PERSON, ORG, PLACE F1", Value: 1.5}}
	var b strings.Builder
	if err := WriteRows(&b, rows); err != nil {
		t.Fatal(err)
	}
	if got, err := ReadRows(strings.NewReader(b.String())); err != nil || !slices.Equal(got, rows) {
		t.Errorf("read %v (%v), wrote %v", got, err, rows)
	}
	for _, bad := range []string{"a,b,c,d,e,f\nx,y,z,none,,\n", "a,b,c,d,e,f\nx,y,z,1,2,high\n", "a,b\nx,1\n"} {
		if _, err := ReadRows(strings.NewReader(bad)); ascribe.HintOf(err) == "" {
			t.Errorf("%q: %v, want an error with a hint", bad, err)
		}
	}
}

func TestMainRows(t *testing.T) {
	las := []Row{{Set: "EWT dev", Input: "gold words", Measure: "LAS", Value: 1}, {Set: "GUM dev", Input: "gold words", Measure: "LAS", Value: 1}, {Set: "GUM dev", Input: "raw text, against the teacher", Measure: "all types F1", Value: 1}}
	rows := append([]Row{{Set: "EWT dev", Input: "gold words", Measure: "XPOS", Value: 1}, {Set: "GUM dev", Input: "raw text", Measure: "LAS", Value: 1}}, las...)
	if got := Main(rows); !slices.Equal(got, las) {
		t.Errorf("kept %v, want %v", got, las)
	}
}
