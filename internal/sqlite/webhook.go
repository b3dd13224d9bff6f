package sqlite

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"ascribe"
	"ascribe/internal/access"
)

var _ access.Webhooks = (*Store)(nil)

// PutWebhook enters a webhook, or what became of one that still stands; see
// access.Webhooks.
func (s *Store) PutWebhook(ctx context.Context, w *access.Webhook) error {
	names := make([]string, len(w.Events))
	for i, e := range w.Events {
		names[i] = string(e)
	}
	_, err := s.write.ExecContext(ctx, `INSERT INTO webhook (id, url, events, secret, created, line, tries, next, problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET line = excluded.line, tries = excluded.tries, next = excluded.next, problem = excluded.problem`,
		w.ID, w.URL, strings.Join(names, " "), w.Secret, w.Created.UnixNano(), w.Line, w.Tries, nanosOf(w.Next), w.Problem)
	return s.explain(err, "write to")
}

// nanosOf is a moment in nanoseconds since 1970, 0 where there is none.
func nanosOf(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}

// Webhooks lists the webhooks; see access.Webhooks.
func (s *Store) Webhooks(ctx context.Context) ([]access.Webhook, error) {
	var out []access.Webhook
	err := each(ctx, s.read, func(rows *sql.Rows) error {
		var w access.Webhook
		var events string
		var created, next int64
		if err := rows.Scan(&w.ID, &w.URL, &events, &w.Secret, &created, &w.Line, &w.Tries, &next, &w.Problem); err != nil {
			return err
		}
		for _, e := range strings.Fields(events) {
			w.Events = append(w.Events, access.Event(e))
		}
		w.Created, w.Next = momentAt(created), momentAt(next)
		out = append(out, w)
		return nil
	}, "SELECT id, url, events, secret, created, line, tries, next, problem FROM webhook ORDER BY created, id")
	return out, s.explain(err, "read")
}

// DropWebhook ends a webhook; see access.Webhooks.
func (s *Store) DropWebhook(ctx context.Context, id string) error {
	done, err := s.write.ExecContext(ctx, "DELETE FROM webhook WHERE id = ?", id)
	if err != nil {
		return s.explain(err, "write to")
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no webhook %q", id), "GET /webhooks lists them")
	}
	return nil
}
