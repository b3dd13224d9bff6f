package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode"

	"ascribe"
	"ascribe/internal/blob"
)

// mostFiled is how many documents a key leads to: the latest that are filed under
// it. A name that is in the news for years would else lead to a good part of all.
const mostFiled = 256

// Sharing returns the documents filed under any of the keys; see ascribe.Index.
// Of those that share equally many, the one first captured comes first.
func (s *Store) Sharing(ctx context.Context, keys []string, limit int) ([]ascribe.DocumentID, error) {
	if len(keys) == 0 || limit <= 0 {
		return nil, nil
	}
	best, err := s.filed(ctx, keys)
	if err != nil {
		return nil, s.explain(err, "read")
	}
	best = best[:min(len(best), limit)]
	ids := make([]ascribe.DocumentID, len(best))
	at := map[int64]int{}
	for i, num := range best {
		at[num] = i
	}
	err = each(ctx, s.read, func(rows *sql.Rows) error {
		var num int64
		var b sql.RawBytes
		if err := rows.Scan(&num, &b); err != nil {
			return err
		}
		id, err := documentID(b)
		ids[at[num]] = id
		return err
	}, "SELECT num, id FROM document WHERE num IN (SELECT value FROM json_each(?))", asJSON(best))
	return ids, s.explain(err, "read")
}

// filed numbers the documents that the keys lead to, those under most keys first.
func (s *Store) filed(ctx context.Context, keys []string) ([]int64, error) {
	find, err := s.read.PrepareContext(ctx, "SELECT document FROM sharing WHERE key = ? ORDER BY document DESC LIMIT ?")
	if err != nil {
		return nil, err
	}
	defer find.Close() //nolint:errcheck // the rows tell what went wrong
	asked, shared := map[string]bool{}, map[int64]int{}
	for _, key := range keys {
		key = strings.ToValidUTF8(key, "\ufffd")
		if asked[key] {
			continue
		}
		asked[key] = true
		if err := eachRow(ctx, find, func(rows *sql.Rows) error {
			var num int64
			err := rows.Scan(&num)
			shared[num]++
			return err
		}, key, mostFiled); err != nil {
			return nil, err
		}
	}
	return slices.SortedFunc(maps.Keys(shared), func(a, b int64) int {
		return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b))
	}), nil
}

// Profiles returns what was entered for judging documents against others; see
// ascribe.Index. One that is damaged is left out: it is drawn up again.
func (s *Store) Profiles(ctx context.Context, ids []ascribe.DocumentID) (map[ascribe.DocumentID][]byte, error) {
	out := map[ascribe.DocumentID][]byte{}
	for part := range slices.Chunk(ids, 500) {
		err := each(ctx, s.read, func(rows *sql.Rows) error {
			var id, packed sql.RawBytes
			if err := rows.Scan(&id, &packed); err != nil {
				return err
			}
			doc, err := documentID(id)
			if body, damage := blob.Unpack(packed); damage == nil {
				out[doc] = body
			}
			return err
		}, `SELECT id, body FROM document JOIN profile ON profile.document = num
			WHERE id IN (SELECT unhex(value) FROM json_each(?))`, idsJSON(part))
		if err != nil {
			return nil, s.explain(err, "read")
		}
	}
	return out, nil
}

// maxWords is how many words a search may have.
const maxWords = 64

// Search returns the documents that hold every word of a query, best first; see
// ascribe.Index. Words within double quotes must stand together. A word in a
// headline weighs more. Nothing in the query is an operator.
func (s *Store) Search(ctx context.Context, words string, limit int) ([]ascribe.Hit, error) {
	terms := searchTerms(words)
	if len(terms) == 0 || limit <= 0 {
		return nil, nil
	}
	if len(terms) > maxWords {
		return nil, ascribe.WithHint(ascribe.Errorf(ascribe.Invalid, "the search has %d words, at most %d are taken", len(terms), maxWords),
			"search for the few words that matter")
	}
	var hits []ascribe.Hit
	err := each(ctx, s.read, func(rows *sql.Rows) error {
		var h ascribe.Hit
		var appearance sql.RawBytes
		if err := rows.Scan(&appearance, &h.Snippet, &h.Score); err != nil {
			return err
		}
		h.Snippet = oneLine(h.Snippet)
		hits = append(hits, h)
		return json.Unmarshal(appearance, &hits[len(hits)-1].Appearance)
	}, `SELECT (SELECT body FROM appearance WHERE document = search.rowid ORDER BY line LIMIT 1),
			snippet(search, -1, '«', '»', '…', 32), -rank
		FROM search WHERE search MATCH ? AND rank MATCH 'bm25(4.0, 1.0)'
		ORDER BY rank LIMIT ?`, strings.Join(terms, " "), limit)
	return hits, s.explain(err, "search")
}

// searchTerms returns the words and quoted phrases of a query as strings of
// FTS5, which names no operator inside a string. What holds no letter or digit
// is left out: the index holds none of it.
func searchTerms(query string) []string {
	query = strings.ReplaceAll(strings.ToValidUTF8(query, " "), "\x00", " ")
	var terms []string
	add := func(term string) {
		if strings.ContainsFunc(term, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			terms = append(terms, `"`+term+`"`)
		}
	}
	parts := strings.Split(query, `"`)
	for i, part := range parts {
		if i%2 == 1 && i < len(parts)-1 { // between two quotation marks
			add(part)
			continue
		}
		for _, word := range strings.Fields(part) {
			add(word)
		}
	}
	return terms
}
