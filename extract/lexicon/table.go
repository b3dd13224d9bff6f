package lexicon

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"ascribe"
)

// A Row is one line of a table of actors.
type Row struct {
	Entry
	Entered   time.Time // when a desk entered it; zero in a table that does not say
	Withdrawn bool      // from then on the desk has no such row
}

// columns of a table of actors; "entered" may follow.
var columns = []string{"id", "kind", "countries", "name", "aliases", "acronyms", "relations", "source"}

// Header is the first line of a table of actors.
const Header = "id,kind,countries,name,aliases,acronyms,relations,source"

// ReadActors reads a table of actors: the line [Header], which ",entered" may
// follow, then a row for each actor. Lists are separated by "|"; lines that begin
// with '#' are comments. Relations name an actor of the table, or one that known
// reports; known may be nil. An error names the line and the column.
func ReadActors(from io.Reader, known func(ascribe.ActorID) bool) ([]Row, error) {
	t := &table{rows: csv.NewReader(from), ids: map[ascribe.ActorID]bool{}}
	t.rows.Comment = '#'
	if err := t.header(); err != nil {
		return nil, err
	}
	var out []Row
	for {
		cells, err := t.rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, ascribe.Errorf(ascribe.Invalid, "actors table: %w", err)
		}
		row, err := t.row(cells)
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	for _, n := range t.named {
		if !t.ids[n.id] && (known == nil || !known(n.id)) {
			return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "actors table, %s: no actor has the id %q", n.at, n.id), "add a row for it, or leave the relation out")
		}
	}
	return out, nil
}

// A table is one that is being read.
type table struct {
	rows    *csv.Reader
	entered bool
	ids     map[ascribe.ActorID]bool
	named   []naming
}

// A naming is an actor that a relation names, and where.
type naming struct {
	id ascribe.ActorID
	at string
}

func (t *table) header() error {
	head, err := t.rows.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return ascribe.Errorf(ascribe.Invalid, "actors table: %w", err)
	}
	if len(head) > 0 {
		head[0] = strings.TrimPrefix(head[0], "\ufeff")
	}
	t.entered = len(head) == len(columns)+1 && head[len(columns)] == "entered"
	if !t.entered && len(head) != len(columns) || !slices.Equal(head[:len(columns)], columns) {
		return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "actors table, line 1: these are not the columns of a table of actors"), "the first line must be "+Header)
	}
	return nil
}

// at says where a field of the row that was read last stands.
func (t *table) at(field int) string {
	line, column := t.rows.FieldPos(field)
	name := "entered"
	if field < len(columns) {
		name = columns[field]
	}
	return fmt.Sprintf("line %d, column %d (%s)", line, column, name)
}

// wrong is an error about one field.
func (t *table) wrong(field int, hint, format string, a ...any) error {
	return ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "actors table, %s: %w", t.at(field), fmt.Errorf(format, a...)), hint)
}

var plainID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// row reads one actor.
func (t *table) row(cells []string) (Row, error) {
	var r Row
	a := &r.Actor
	a.ID = ascribe.ActorID(cells[0])
	if !plainID.MatchString(cells[0]) {
		return r, t.wrong(0, "write small letters, digits and hyphens: maran-front", "%q is no id", cells[0])
	}
	if err := t.enteredAt(&r, cells); err != nil || r.Withdrawn {
		return r, err
	}
	if t.ids[a.ID] && !t.entered {
		return r, t.wrong(0, "give each actor one row", "the id %q stands twice", a.ID)
	}
	t.ids[a.ID] = true
	if err := a.Kind.UnmarshalText([]byte(cells[1])); err != nil || a.Kind == ascribe.UnknownActor {
		return r, t.wrong(1, "docs/formats.md lists the kinds, state_forces and rebel_group among them", "%q is no kind of actor", cells[1])
	}
	if err := t.countries(a, cells[2]); err != nil {
		return r, err
	}
	if err := t.names(a, cells); err != nil {
		return r, err
	}
	if err := t.ties(a, cells[6]); err != nil {
		return r, err
	}
	if a.Sources = list(cells[7]); len(a.Sources) == 0 {
		return r, t.wrong(7, `say where the row is from: ucdp:769, wikidata:Q…, an address, or "common knowledge, not checked"`, "%s has no source", a.ID)
	}
	return r, nil
}

// enteredAt reads when a row was entered. A row that holds nothing but its id and
// a source takes the actor's earlier rows back.
func (t *table) enteredAt(r *Row, cells []string) (err error) {
	if !t.entered {
		return nil
	}
	if r.Entered, err = time.Parse(time.RFC3339Nano, cells[len(columns)]); err != nil {
		return t.wrong(len(columns), "write 2031-06-09T10:00:00Z", "%q is no time", cells[len(columns)])
	}
	r.Withdrawn = strings.Join(cells[1:7], "") == ""
	return nil
}

func (t *table) countries(a *ascribe.Actor, cell string) error {
	a.Countries = list(cell)
	for i, c := range a.Countries {
		if len(c) != 3 || strings.ContainsFunc(c, func(r rune) bool { return r < 'A' || r > 'Z' }) || slices.Contains(a.Countries[:i], c) {
			return t.wrong(2, "write ISO 3166-1 alpha-3 codes, each once, the home country first: MLI|BFA", "%q is no further country", c)
		}
	}
	return nil
}

func (t *table) names(a *ascribe.Actor, cells []string) error {
	if strings.TrimSpace(cells[3]) == "" {
		return t.wrong(3, "give the name by which the actor is best known", "%s has no name", a.ID)
	}
	for _, column := range []struct {
		at    int
		texts []string
	}{{3, []string{strings.TrimSpace(cells[3])}}, {4, list(cells[4])}, {5, list(cells[5])}} {
		for _, text := range column.texts {
			if strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) && r != '\u200c' }) {
				return t.wrong(column.at, "type the name again", "%q holds a character that cannot be seen", text)
			}
			name := ascribe.Name{Text: text, Acronym: column.at == 5}
			if slices.Contains(a.Names, name) {
				return t.wrong(column.at, "give each name once", "the name %q stands twice", text)
			}
			a.Names = append(a.Names, name)
		}
	}
	return nil
}

func (t *table) ties(a *ascribe.Actor, cell string) error {
	for _, words := range list(cell) {
		tie, err := readTie(words)
		if err == nil && tie.Object == a.ID {
			err = fmt.Errorf("%s stands in a relation to itself", a.ID)
		}
		if err != nil {
			return t.wrong(6, "write KIND ID, and FROM, FROM/TO or /TO where the time is known: offshoot_of gia 1998", "%w", err)
		}
		a.Ties = append(a.Ties, tie)
		t.named = append(t.named, naming{tie.Object, t.at(6)})
	}
	return nil
}

// readTie reads "part_of fmln 1980/1992".
func readTie(words string) (ascribe.Tie, error) {
	var tie ascribe.Tie
	parts := strings.Fields(words)
	if len(parts) < 2 || len(parts) > 3 {
		return tie, fmt.Errorf("%q is no relation", words)
	}
	if err := tie.Kind.UnmarshalText([]byte(parts[0])); err != nil {
		return tie, err
	}
	tie.Object = ascribe.ActorID(parts[1])
	if len(parts) == 2 {
		return tie, nil
	}
	from, to, _ := strings.Cut(parts[2], "/")
	var err error
	if tie.From, err = tieDate(from); err != nil {
		return tie, err
	}
	if tie.To, err = tieDate(to); err != nil {
		return tie, err
	}
	if tie.From != nil && tie.To != nil && tie.To.To.Before(tie.From.From) {
		return tie, fmt.Errorf("%q ends before it begins", words)
	}
	return tie, nil
}

// tieDate reads one end of the time of a relation; nothing is not known.
func tieDate(s string) (*ascribe.Date, error) {
	if s == "" {
		return nil, nil
	}
	d, err := ascribe.ParseEDTF(s)
	if err != nil {
		return nil, err
	}
	d.Basis = ascribe.Explicit
	return &d, nil
}

// list reads the parts of a field.
func list(cell string) []string {
	var out []string
	for part := range strings.SplitSeq(cell, "|") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// WriteRow returns a row as a line of a table with the time at which it was entered.
func WriteRow(r *Row) []string {
	a := &r.Actor
	out := make([]string, len(columns)+1)
	out[0], out[7], out[8] = string(a.ID), strings.Join(a.Sources, "|"), r.Entered.UTC().Format(time.RFC3339Nano)
	if r.Withdrawn {
		return out
	}
	var aliases, acronyms, ties []string
	for _, n := range a.Names[1:] {
		if n.Acronym {
			acronyms = append(acronyms, n.Text)
		} else {
			aliases = append(aliases, n.Text)
		}
	}
	for _, t := range a.Ties {
		ties = append(ties, tieWords(t))
	}
	out[1], out[2], out[3] = a.Kind.String(), strings.Join(a.Countries, "|"), a.Names[0].Text
	out[4], out[5], out[6] = strings.Join(aliases, "|"), strings.Join(acronyms, "|"), strings.Join(ties, "|")
	return out
}

func tieWords(t ascribe.Tie) string {
	words := t.Kind.String() + " " + string(t.Object)
	switch {
	case t.From != nil && t.To != nil:
		words += " " + t.From.EDTF + "/" + t.To.EDTF
	case t.From != nil:
		words += " " + t.From.EDTF
	case t.To != nil:
		words += " /" + t.To.EDTF
	}
	return words
}
