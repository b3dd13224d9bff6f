package read

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ascribe"
)

func packed(t *testing.T, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What cannot be read says which input, why, and what to do.
func TestRefused(t *testing.T) {
	news := []byte("A bomb went off at the market of Oru on Friday.")
	whole := packed(t, bytes.Repeat(news, 50))
	nested := `<?xml version="1.0"?><rss><channel>` + strings.Repeat("<a>", 200) + strings.Repeat("</a>", 200) + `</channel></rss>`
	for _, tt := range []struct{ name, in, want string }{
		{"empty.txt", "", "empty.txt is empty"},
		{"blank.html", " \n\t\n", "blank.html is empty"},
		{"a.txt", "\x89PNG\r\n\x1a\n....", "a.txt is a PNG image"},
		{"a.html", "%PDF-1.7 ...", "a.html is a PDF"},
		{"a.bin", "abc\x00def", "a.bin is a binary file"},
		{"noise", strings.Repeat("\x81\xfe\x02\xc3\x07", 300), "noise is a binary file"},
		{"cut.txt.gz", string(whole[:len(whole)/2]), "cut.txt.gz: the gzip data end too early"},
		{"bad.gz", "\x1f\x8bxxxxxxxxxxxxxxxxx", "bad.gz: the gzip data are broken"},
		{"bomb.gz", string(packed(t, make([]byte, 64<<20))), "bomb.gz: 65"},
		{"big.html", "<html>" + strings.Repeat("<p>A bomb went off.</p>\n", 2_400_000), "big.html is too large: 54.9 MB"},
		{"blank.html", "<html><body><script>var x = 1</script></body></html>", "blank.html holds no text"},
		{"lol.xml", `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>`, "lol.xml: not a readable feed: it declares entities"},
		{"ext.xml", `<?xml version="1.0"?><!DOCTYPE rss SYSTEM "x" [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss/>`, "ext.xml: not a readable feed: it declares entities"},
		{"deep.xml", nested, "deep.xml: not a readable feed: its elements nest more than 100 deep"},
		{"none.xml", `<rss version="2.0"><channel><title>Oru</title></channel></rss>`, "none.xml: not a readable feed: it has no entries"},
		{"charset.xml", `<?xml version="1.0" encoding="klingon"?><rss><channel/></rss>`, `its encoding "klingon" is unknown`},
	} {
		start := time.Now()
		got := slices.Collect(Articles(Input{Name: tt.name, Bytes: []byte(tt.in)}))
		if len(got) != 1 || got[0].Err == nil || got[0].Document != nil {
			t.Errorf("%s: %d articles, want one error", tt.name, len(got))
			continue
		}
		err := got[0].Err
		if !strings.Contains(err.Error(), tt.want) || ascribe.HintOf(err) == "" || ascribe.KindOf(err) != ascribe.Invalid {
			t.Errorf("%s: %v (hint %q), want %q", tt.name, err, ascribe.HintOf(err), tt.want)
		}
		if len(got[0].Raw) != len(tt.in) {
			t.Errorf("%s: %d of %d bytes are kept", tt.name, len(got[0].Raw), len(tt.in))
		}
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%s took %v", tt.name, d)
		}
	}
}

// What is bad in part is read in part.
func TestReadAllTheSame(t *testing.T) {
	const news = "A bomb went off at the market of Oru on Friday."
	deep := 100_000
	for _, tt := range []struct {
		name string
		in   []byte
		want string
	}{
		{"utf8.txt", []byte("A bomb went off at Jos\xe9's market in Oru."), "A bomb went off at Jos\uFFFD's market in Oru."},
		{"mark.txt", []byte("\xef\xbb\xbf" + news), news},
		{"utf16.txt", utf16(news), news},
		{"packed.txt.gz", packed(t, []byte(news)), news},
		{"deep.html", []byte("<html><body>" + strings.Repeat("<div>", deep) + news + strings.Repeat("</div>", deep)), news},
		{"unclosed.html", []byte("<html><body><p>" + news + "<b><i><table><tr><td"), news},
		{"latin.html", []byte("<html><head><meta charset=iso-8859-1></head><body><p>A bomb went off at Jos\xe9's market in Oru.</p></body></html>"), "José's market"},
		{"lines.html", []byte("<p>" + strings.Repeat("a", 100_000) + " " + news), news},
	} {
		got := slices.Collect(Articles(Input{Name: tt.name, Bytes: tt.in}))
		if len(got) != 1 || got[0].Err != nil || !strings.Contains(got[0].Document.Text, tt.want) {
			t.Errorf("%s: %+v", tt.name, got)
			continue
		}
		checkLayout(t, got[0].Document)
	}
}

func utf16(s string) []byte {
	out := []byte{0xff, 0xfe}
	for _, c := range []byte(s) {
		out = append(out, c, 0)
	}
	return out
}

// The text of JSON Lines and of text files is the document's, character for character.
func TestTextIsKept(t *testing.T) {
	for _, text := range []string{"  A bomb\twent off.\r\n\r\n\r\nNobody\u00a0was hurt…\n ", "Ä\u2028B\u0085C.", "Leave a Reply\nx"} {
		for a := range Articles(Input{Name: "a.txt", Kind: Text, Bytes: []byte(text)}) {
			if a.Err != nil || a.Document.Text != text {
				t.Errorf("text %q became %+v", text, a)
			}
		}
		for a := range Articles(Input{Name: "a.jsonl", Bytes: fmt.Appendf(nil, `{"text":%s}`, jsonString(text))}) {
			if a.Err != nil || a.Document.Text != text {
				t.Errorf("line %q became %+v", text, a)
			}
		}
	}
}

// A million characters without a full stop cost no more than with them.
func TestLongRuns(t *testing.T) {
	for name, text := range map[string]string{
		"no spaces":   strings.Repeat("a", 1_000_000),
		"no stops":    strings.Repeat("bomb ", 200_000),
		"only stops":  strings.Repeat(". ", 500_000),
		"questions":   strings.Repeat("a?b", 300_000),
		"initials":    strings.Repeat("J. ", 300_000),
		"brackets":    strings.Repeat("(", 1_000_000) + "a",
		"line breaks": strings.Repeat("a\n", 300_000),
		"capitals":    strings.Repeat("PORT MAREN ", 90_000),
		"newlines":    strings.Repeat("\n", 1_000_000) + "a",
		"not UTF-8":   strings.Repeat("\xff\xfe \xc3", 250_000),
		"glued stops": strings.Repeat("went.Then", 100_000),
		"labels":      strings.Repeat("[A]", 300_000),
		"addresses":   strings.Repeat("a@b.c/", 150_000),
		"slashes":     strings.Repeat("A/", 500_000),
	} {
		start := time.Now()
		checkLayout(t, Plain(text))
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s: %v", name, d)
		}
	}
}

func TestSniff(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     Kind
	}{
		{"a", "<!DOCTYPE html><html>", HTML}, {"a.txt", "\n<html lang=en>", HTML}, {"a", "<?xml version='1.0'?><!DOCTYPE html><html>", HTML},
		{"a.html", "Plain words with a <b>tag</b>", HTML}, {"a", "<p>One</p>", HTML},
		{"a.html", "<?xml version='1.0'?><rss version='2.0'>", Feed}, {"a", "<feed xmlns='http://www.w3.org/2005/Atom'>", Feed}, {"a", "<!-- x --><rdf:RDF>", Feed},
		{"a", `{"text":"x"}` + "\n" + `{"text":"y"}`, JSONL}, {"a.jsonl", `{"broken`, JSONL}, {"a.txt", "{curly} words", Text},
		{"a", "From: a@b.example\nTo: c@d.example\nSubject: x\n\nBody", EML}, {"a.txt", "Note: this\nis text", Text},
		{"a.txt", "PORT MAREN: a bomb\n\nwent off", Text}, {"a", "5 < 6 and 7 > 3", Text},
	} {
		if got := Sniff(tt.name, []byte(tt.in)); got != tt.want {
			t.Errorf("Sniff(%q, %q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
	if _, err := ParseKind("docx"); err == nil {
		t.Error("docx is no kind")
	}
	if k, err := ParseKind("HTML"); err != nil || k != HTML {
		t.Errorf("ParseKind(HTML) = %v, %v", k, err)
	}
}
