package web

import (
	"fmt"
	"html"
	"html/template"
	"io/fs"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"ascribe"
)

// A tongue is a language of the pages: its catalogue of texts by key. A text has
// {0}, {1} … where something is put in; of a text that counts there are two, of
// which "….one" is for one.
type tongue struct {
	Code  string // BCP 47
	texts map[string]string
}

// codes are the languages that there are, the first for those who ask for none.
var codes = [...]string{"en", "es"}

// loadTongues reads the catalogues.
func loadTongues(files fs.FS) ([]*tongue, error) {
	var out []*tongue
	for _, code := range codes {
		name := "lang/" + code + ".txt"
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		t := &tongue{code, map[string]string{}}
		for i, line := range strings.Split(string(b), "\n") {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			key, text, ok := strings.Cut(line, " = ")
			if _, twice := t.texts[key]; !ok || twice {
				return nil, ascribe.Errorf(ascribe.Internal, "%s:%d: %q is no line of a catalogue, or there twice", name, i+1, line)
			}
			t.texts[key] = text
		}
		out = append(out, t)
	}
	return out, nil
}

// Name is what the language calls itself.
func (t *tongue) Name() string { return t.t("language.name") }

// t returns a text with what it takes put in.
func (t *tongue) t(key string, args ...any) string {
	text, ok := t.texts[key]
	if !ok {
		return "⟨" + key + "⟩" // a test keeps every key that is used in both catalogues
	}
	if len(args) == 0 {
		return text
	}
	return fill(text, func(i int) string {
		if i < len(args) {
			return fmt.Sprint(args[i])
		}
		return ""
	})
}

// n returns a text that counts.
func (t *tongue) n(key string, n int, more ...any) string {
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	return t.t(key+form, append([]any{n}, more...)...)
}

// say returns a text as HTML, with pieces of HTML and of text put in.
func (t *tongue) say(key string, args ...any) template.HTML {
	return template.HTML(fill(html.EscapeString(t.t(key)), func(i int) string { // all that is no HTML yet is escaped
		if i >= len(args) {
			return ""
		}
		if h, ok := args[i].(template.HTML); ok {
			return string(h)
		}
		return html.EscapeString(fmt.Sprint(args[i]))
	}))
}

// word is the name of a member of a closed set, as the language has it.
func (t *tongue) word(set string, name fmt.Stringer) string {
	return t.t(set + "." + name.String())
}

// open is the name of a member of a set that may grow: one that the language has no
// word for stands as it is.
func (t *tongue) open(set, name string) string {
	if text, ok := t.texts[set+"."+name]; ok {
		return text
	}
	return strings.ReplaceAll(visible(name), "_", " ")
}

// list joins with commas and "and".
func (t *tongue) list(words []string) string {
	if n := len(words); n > 1 {
		return t.t("list.last", strings.Join(words[:n-1], ", "), words[n-1])
	}
	return strings.Join(words, "")
}

// fill puts what at gives in the place of {0}, {1} … of a text.
func fill(text string, at func(int) string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		number, after, ok := strings.Cut(rest, "}")
		i, err := strconv.Atoi(number)
		if !ok || err != nil {
			b.WriteByte('{')
			text = rest
			continue
		}
		b.WriteString(at(i))
		text = after
	}
}

// tongueFor chooses the language of a visit: what was chosen before, else what the
// browser asks for.
func (pr *press) tongueFor(r *http.Request) *tongue {
	if c, err := r.Cookie(languageCookie); err == nil {
		if i := slices.Index(codes[:], c.Value); i >= 0 {
			return pr.tongues[i]
		}
	}
	wanted, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	if err != nil {
		return pr.tongues[0] // a header that cannot be read asks for nothing
	}
	tags := make([]language.Tag, len(codes))
	for i, code := range codes {
		tags[i] = language.MustParse(code)
	}
	_, i, _ := language.NewMatcher(tags).Match(wanted...)
	return pr.tongues[i]
}
