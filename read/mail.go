package read

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/jhillyerd/enmime/v2"

	"ascribe"
)

// mailArticle reads a mail: the richer of its text and its HTML, under its subject.
func mailArticle(in Input) Article {
	a := Article{Appearance: appearance(in), Raw: in.Bytes}
	env, err := parseMail(in.Bytes)
	if err != nil {
		a.Err = ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "%s: not a readable mail: %w", in.Name, err), "Save it again as .eml.")
		return a
	}
	p := &page{title: clean(env.GetHeader("Subject")), captions: map[string]bool{}}
	if from, err := env.AddressList("From"); err == nil && len(from) > 0 {
		p.byline = clean(from[0].Name)
		if _, host, ok := strings.Cut(from[0].Address, "@"); ok && a.Appearance.Outlet == "" {
			a.Appearance.Outlet = ascribe.OutletID(registrable(host))
		}
	}
	if when, err := env.Date(); err == nil && !when.IsZero() {
		p.published = ascribe.Published{Time: when, From: "mail"}
	}
	p.paras = mailParagraphs(env, p)
	p.fill(&a, in.Name)
	return a
}

// parseMail parses a mail. One that makes the parser panic is broken.
func parseMail(b []byte) (env *enmime.Envelope, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the parser gave up: %v", r)
		}
	}()
	return enmime.ReadEnvelope(bytes.NewReader(b))
}

// mailParagraphs returns the paragraphs of a mail. Its plain part is what the
// sender wrote for reading; HTML counts when it holds clearly more.
func mailParagraphs(env *enmime.Envelope, p *page) []string {
	rich := fragment(env.HTML, p)
	var plain []string
	text := strings.ToValidUTF8(env.Text, "\uFFFD")
	for _, s := range paragraphs(text) {
		plain = append(plain, strings.Join(strings.Fields(s.Of(text)), " "))
	}
	if sizeOf(rich) > sizeOf(plain)*6/5 {
		return rich
	}
	return plain
}
