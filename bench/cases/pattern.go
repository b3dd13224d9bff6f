package cases

import "strings"

// A pattern is a wording that is looked for; "..." at an end leaves that end open.
type pattern struct {
	text        string
	before, end bool // open there
}

// patterns reads alternatives, divided by " or ". The word "none" is none of them:
// the property must be unknown; "any" is whatever it is.
func patterns(text string) []pattern {
	if strings.TrimSpace(text) == "none" {
		return nil
	}
	var all []pattern
	for _, p := range strings.Split(text, " or ") {
		if p = strings.ReplaceAll(strings.TrimSpace(p), "…", "..."); p == "any" {
			p = "..."
		}
		var one pattern
		p, one.before = strings.CutPrefix(p, "...")
		p, one.end = strings.CutSuffix(p, "...")
		one.text = plainForm(p)
		all = append(all, one)
	}
	return all
}

// meets reports whether a wording that was read is what the pattern asks for.
func (p pattern) meets(read string) bool {
	read = plainForm(read)
	switch {
	case p.before && p.end:
		return strings.Contains(read, p.text)
	case p.before:
		return strings.HasSuffix(read, p.text)
	case p.end:
		return strings.HasPrefix(read, p.text)
	}
	return read == p.text
}

var straight = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "—", "-", "–", "-")

// plainForm is a wording as it is compared: small letters, straight marks, no
// article in front, no marks at its ends.
func plainForm(s string) string {
	s = strings.Join(strings.Fields(strings.ToLower(straight.Replace(s))), " ")
	s = strings.Trim(s, ` "',.;:()[]-`)
	for _, article := range []string{"the ", "a ", "an "} {
		if rest, ok := strings.CutPrefix(s, article); ok {
			return rest
		}
	}
	return s
}
