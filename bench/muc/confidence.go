package muc

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
)

// A blame is an organization with how it is viewed, as a reading has it: its
// wording as Plain writes it, and the set fill of its position.
type blame struct{ actor, fill string }

// A blameKey is a pair of the key: the wordings of one organization and the
// fills that are as good as each other (MUC-4 7.11, 7.12).
type blameKey struct {
	wordings, fills []string
	optional        bool
}

// blamed returns the pairs of a reading, each once: of the incidents that count,
// each actor with each of its positions that the key has a fill for.
func blamed(r corpus.Reading) []blame {
	counts := map[ascribe.MentionID]bool{}
	for i := range r.Incidents {
		o := &r.Incidents[i]
		_, ok := kinds[o.Type]
		counts[o.Incident] = counts[o.Incident] || ok && o.Recent
	}
	text := map[ascribe.MentionID]string{}
	for i := range r.Mentions {
		text[r.Mentions[i].ID] = Plain(r.Mentions[i].Text)
	}
	var out []blame
	for i := range r.Attributions {
		a := &r.Attributions[i]
		fill, ok := a.Stance.Position().MUC4()
		b := blame{text[a.Actor], fill}
		if ok && counts[a.Incident] && a.Actor.Kind == ascribe.ActorMention && b.actor != "" && !slices.Contains(out, b) {
			out = append(out, b)
		}
	}
	return out
}

// blameKeys returns the pairs of a report's key, equal ones once; a pair that one
// template asks for is asked for.
func blameKeys(key []Template) []blameKey {
	var out []blameKey
	for i := range key {
		for _, f := range key[i].Confidence {
			k := blameKey{plainSet(f.Strings), fillSet(f.Value), key[i].Optional || f.Optional}
			if len(k.wordings) == 0 || len(k.fills) == 0 {
				continue // marked as none
			}
			at := slices.IndexFunc(out, func(o blameKey) bool {
				return slices.Equal(o.wordings, k.wordings) && slices.Equal(o.fills, k.fills)
			})
			if at < 0 {
				out = append(out, k)
			} else {
				out[at].optional = out[at].optional && k.optional
			}
		}
	}
	return out
}

func plainSet(wordings []string) []string {
	var out []string
	for _, w := range wordings {
		out = append(out, Plain(w))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// fillSet returns set fills in order. The key writes some alternatives as one
// ("(POSSIBLE", "POSSIBLE/SUSPECTED OR ACCUSED"), and one with its organization.
func fillSet(values []string) []string {
	var out []string
	for _, v := range values {
		v, _, _ = strings.Cut(v, ":")
		for f := range strings.SplitSeq(v, "/") {
			out = append(out, strings.Trim(f, "() "))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// has reports whether a pair is one of the key's; without fill, whether its
// organization is.
func (k blameKey) has(b blame, fill bool) bool {
	return slices.Contains(k.wordings, b.actor) && (!fill || slices.Contains(k.fills, b.fill))
}

// scoreBlame counts the pairs of a report, or without fill its organizations.
// What the key marks as optional is neither asked for nor counted when found.
func scoreBlame(found []blame, key []blameKey, fill bool) measure.Count {
	if !fill {
		found, key = organizations(found), organizationKeys(key)
	}
	var c measure.Count
	for _, b := range found {
		asked := slices.ContainsFunc(key, func(k blameKey) bool { return !k.optional && k.has(b, fill) })
		spared := slices.ContainsFunc(key, func(k blameKey) bool { return k.optional && k.has(b, fill) })
		switch {
		case asked:
			c.Right++
			c.Found++
		case !spared:
			c.Found++
		}
	}
	for _, k := range key {
		if k.optional {
			continue
		}
		c.Key++
		if slices.ContainsFunc(found, func(b blame) bool { return k.has(b, fill) }) {
			c.Met++
		}
	}
	return c
}

// organizations leaves the positions out.
func organizations(found []blame) []blame {
	var out []blame
	for _, b := range found {
		if b.fill = ""; !slices.Contains(out, b) {
			out = append(out, b)
		}
	}
	return out
}

// organizationKeys leaves the fills out: an organization that one pair asks for
// is asked for.
func organizationKeys(key []blameKey) []blameKey {
	var out []blameKey
	for _, k := range key {
		k.fills = nil
		at := slices.IndexFunc(out, func(o blameKey) bool { return slices.Equal(o.wordings, k.wordings) })
		if at < 0 {
			out = append(out, k)
		} else {
			out[at].optional = out[at].optional && k.optional
		}
	}
	return out
}

// confidenceRows measures whom readings blame and how surely: organizations with
// their confidence, and organizations alone.
func confidenceRows(reports []Report, readings []corpus.Reading, set, input string) []measure.Row {
	var pairs, alone measure.Counts
	for i := range reports {
		found, key := blamed(readings[i]), blameKeys(reports[i].Templates)
		pairs = append(pairs, scoreBlame(found, key, true))
		alone = append(alone, scoreBlame(found, key, false))
	}
	return append(pairs.PRF(set, input, "organization with confidence"), alone.PRF(set, input, "organization")...)
}

// WriteConfusion writes how the positions of organizations that are rightly
// blamed stand against those of the key: a line for each pair that occurs, the
// most frequent first.
func WriteConfusion(w io.Writer, reports []Report, readings []corpus.Reading) error {
	type cell struct{ key, found string }
	cells := map[cell]int{}
	for i := range reports {
		key := blameKeys(reports[i].Templates)
		for _, b := range blamed(readings[i]) {
			at := slices.IndexFunc(key, func(k blameKey) bool { return k.has(b, true) })
			if at < 0 {
				at = slices.IndexFunc(key, func(k blameKey) bool { return k.has(b, false) })
			}
			if at >= 0 {
				cells[cell{strings.Join(key[at].fills, " or "), b.fill}]++
			}
		}
	}
	var order []cell
	for c := range cells {
		order = append(order, c)
	}
	slices.SortFunc(order, func(a, b cell) int {
		return cmp.Or(cells[b]-cells[a], strings.Compare(a.key, b.key), strings.Compare(a.found, b.found))
	})
	for _, c := range order {
		if _, err := fmt.Fprintf(w, "%4d  key %s: found %s\n", cells[c], c.key, c.found); err != nil {
			return err
		}
	}
	return nil
}

// Blame is the part of a report's key that says who is blamed and how surely.
type Blame []blameKey

// Blamed returns who is blamed by the key of a report.
func Blamed(r *Report) Blame { return blameKeys(r.Templates) }

// Of returns the set fills in which an actor stands that has these wordings,
// optional ones too, and whether it stands in the key at all.
func (b Blame) Of(wordings []string) (fills []string, ok bool) {
	for _, k := range b {
		for _, w := range wordings {
			if slices.Contains(k.wordings, Plain(w)) {
				fills, ok = append(fills, k.fills...), true
				break
			}
		}
	}
	return fills, ok
}
