package extract

import (
	"strings"
	"testing"

	"ascribe"
)

// A row of a table that says something unheard of is refused, with its number.
func TestCueTablesRefuseNonsense(t *testing.T) {
	const verbs = "lemma,sense,frames,noun,forms\n"
	const nouns = "lemma,sense,intro,forms\n"
	for _, c := range []struct{ verbs, nouns, want string }{
		{"say,whisper,q,,say says said", "", `no sense is named "whisper"`},
		{"say,say,q,,say", "", "1 forms"},
		{"say,say,q", "", "3 columns, not 5"},
		{"", "claim,boast,that,claim", `no sense is named "boast"`},
		{"", "claim,claim", "2 columns, not 4"},
	} {
		_, err := parseCues(verbs+c.verbs, nouns+c.nouns)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "row 2") {
			t.Errorf("%q %q: %v, want %q", c.verbs, c.nouns, err, c.want)
		}
	}
	for _, row := range []string{"cousin_of,noun,cousin", "ally_of,noun,ally", "allied_with,dance,ally", "allied_with,noun,"} {
		if _, err := parseRelationCues("kind,shape,words\n" + row); err == nil || !strings.Contains(err.Error(), "row 2") {
			t.Errorf("%q: %v", row, err)
		}
	}
}

// Each form belongs to one verb: a later row would take it from an earlier one.
func TestCueFormsAreUnique(t *testing.T) {
	seen := map[string]string{}
	err := eachRow(voiceCueTable, 5, func(f []string) error {
		for form := range strings.FieldsSeq(f[4]) {
			if seen[form] != "" {
				t.Errorf("%q is a form of %q and of %q", form, seen[form], f[0])
			}
			seen[form] = f[0]
		}
		return nil
	})
	if err != nil || len(seen) < 800 {
		t.Errorf("%d forms, %v", len(seen), err)
	}
}

// Quotations are paired within a paragraph, whatever marks a text uses.
func TestQuotedIn(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He said “no” and “never”.", "“no”|“never”"},
		{`He said "no" and "never".`, `"no"|"never"`},
		{"He said ''no'' and ''never''.", "''no''|''never''"},
		{"He said ‘we won’t go’ and left.", "‘we won’t go’"},
		{"The rebels’ camp, the ‘90s and the town’s walls.", ""},
		{"“This goes on to the end.", "“This goes on to the end."},
		{"“He said ‘go’ to us,” she said.", "“He said ‘go’ to us,”"},
		{"«Non», he said.", "«Non»"},
	} {
		var got []string
		for _, q := range quotedIn(c.text, wholeSpan(c.text)) {
			got = append(got, q.Of(c.text))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s\n want %s\n  got %s", c.text, c.want, strings.Join(got, "|"))
		}
	}
}

func wholeSpan(s string) ascribe.Span { return ascribe.Span{End: len(s)} }
