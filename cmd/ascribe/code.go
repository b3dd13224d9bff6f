package main

import (
	"strings"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/internal/ruling"
	"ascribe/review"
)

func (a *app) codeCommand() *cobra.Command {
	var r ruling.Request
	var at, sentence int
	c := &r.Code
	cmd := &cobra.Command{
		Use:   "code ARTICLE WHAT VALUE",
		Short: "Code by hand what the machine missed in an article",
		Long: `Enters what an article says and the machine did not read in it: the exact words,
what they say, and who says so. The record shows it as coded by hand. It stands
whatever a later engine reads, and undo takes it back.

WHAT is one of: ` + strings.Join(review.Codable(), ", ") + `.
A number of people is 14, 14+ (at least), 5-7 or -20 (up to); a date 2025-03-06,
2025-03 or 2025-03-06/2025-03-08; a place the name of one that the gazetteer knows;
a position reported_as_fact, claimed, accused_by_authorities, accused, suspected,
possible, denied or cleared, and its words are those that name the actor.
Of speaker, VALUE is who says it, and ARTICLE the statement that has another.

An incident that was missed altogether is opened with --new and --type.
A private person is counted and never named: a name that nobody knows takes --kind.`,
		Example: `  ascribe code radio-17 killed 9+ --words "at least nine people" --speaker "a hospital doctor" --role witness --reason "the machine took it for the injured"
  ascribe code radio-17 position claimed --words "Northern Dawn" --sentence 4 --reason "the communiqué is quoted in the last paragraph"
  ascribe code radio-17 type arson --new "burned down" --words "burned down" --reason "a second attack, on the depot"
  ascribe code 9f31c2 speaker "the army spokesman" --role authority --reason "he goes on speaking"`,
		Args: args(cobra.ExactArgs(3)),
	}
	f := cmd.Flags()
	f.StringVar(&c.Words.Text, "words", "", "the exact words of the article that say it")
	f.IntVar(&at, "at", -1, "the character of the article's text at which they begin, from 0 (where they stand several times)")
	f.IntVar(&sentence, "sentence", -1, "or the number of their sentence, from 0")
	f.StringVar(&c.Incident, "incident", "", "of which incident, where the article tells of several")
	f.StringVar(&c.New.Text, "new", "", "the words that tell of an incident that was missed")
	f.StringVar(&c.Type, "type", "", "what the missed incident was")
	f.StringVar(&c.Speaker.Text, "speaker", "", "the words that name who says so (default: the outlet)")
	f.StringVar(&c.Role, "role", "", "who that is: self, authority, victim, witness, unnamed or other")
	f.StringVar(&c.Whom, "of", "", "of a number: who were harmed, in words of the sentence")
	f.BoolVar(&c.Part, "part", false, "of a number: a part of another")
	f.BoolVar(&c.Attackers, "attackers", false, "of a number: the attackers alone")
	f.StringVar(&c.Kind, "kind", "", "of an actor that nobody knows: its kind, or person for a private one")
	f.StringVar(&r.Gazetteer, "gazetteer", "", "which of several places of the name: an id that ascribe gazetteer find prints")
	return a.decided(cmd, func(given []string) (*ruling.Request, error) {
		r.Act, r.Slot, r.Value = ascribe.Code, given[1], given[2]
		c.Article = given[0]
		if r.Slot == "speaker" {
			c.Instead, c.Speaker.Text = given[0], given[2]
		}
		if at >= 0 {
			c.Words.At = &at
		}
		if sentence >= 0 {
			c.Words.Sentence, c.New.Sentence = &sentence, &sentence
		}
		return &r, nil
	})
}
