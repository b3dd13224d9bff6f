package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"
	"unicode"

	"ascribe"
)

// Sharing returns the documents filed under any of the keys; see ascribe.Index.
// Of those that share equally many, the one first captured comes first.
func (s *Store) Sharing(ctx context.Context, keys []string, limit int) ([]ascribe.DocumentID, error) {
	if len(keys) == 0 || limit <= 0 {
		return nil, nil
	}
	clean := make([]string, len(keys))
	for i, key := range keys {
		clean[i] = strings.ToValidUTF8(key, "\ufffd")
	}
	var ids []ascribe.DocumentID
	err := each(ctx, s.read, func(rows *sql.Rows) error {
		var b sql.RawBytes
		if err := rows.Scan(&b); err != nil {
			return err
		}
		id, err := documentID(b)
		ids = append(ids, id)
		return err
	}, `SELECT document.id FROM (
			SELECT document, count(*) AS shared FROM sharing
			WHERE key IN (SELECT DISTINCT value FROM json_each(?))
			GROUP BY document ORDER BY shared DESC, document LIMIT ?
		) AS best JOIN document ON document.num = best.document
		ORDER BY best.shared DESC, best.document`, asJSON(clean), limit)
	return ids, s.explain(err, "read")
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
