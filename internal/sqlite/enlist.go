package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"math"
	"time"

	"github.com/fxamacker/cbor/v2"

	"ascribe"
	"ascribe/internal/blob"
)

// Enlist enters listings in one transaction; see ascribe.Catalogue.
func (s *Store) Enlist(ctx context.Context, e ascribe.Enlistment) error {
	if err := s.broken.Load(); err != nil {
		return *err
	}
	bodies, err := recordBodies(e.Folds)
	if err != nil {
		return err
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(err, "write to")
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	l := &lister{folder{ctx: ctx, tx: tx}, bodies}
	if err := l.enlist(e); err != nil {
		return s.stop(err)
	}
	if err := tx.Commit(); err != nil {
		return s.stop(err)
	}
	return nil
}

// recordBodies packs the records of some folds.
func recordBodies(folds []ascribe.Fold) (map[*ascribe.Listing][]byte, error) {
	out := map[*ascribe.Listing][]byte{}
	for i := range folds {
		for j := range folds[i].Listings {
			l := &folds[i].Listings[j]
			b, err := recordMode().Marshal(l.Record)
			if err != nil {
				return nil, ascribe.Errorf(ascribe.Internal, "the record of %s cannot be packed: %w", l.Brief.Incident, err)
			}
			out[l] = blob.Pack(b)
		}
	}
	return out, nil
}

// recordMode writes moments to the nanosecond.
func recordMode() cbor.EncMode {
	mode, err := cbor.EncOptions{Time: cbor.TimeRFC3339NanoUTC}.EncMode()
	if err != nil {
		panic(err) // the options are fixed
	}
	return mode
}

// A lister enters listings within one transaction.
type lister struct {
	folder
	bodies map[*ascribe.Listing][]byte
}

func (l *lister) enlist(e ascribe.Enlistment) error {
	var position int64
	var rules string
	if err := l.tx.QueryRowContext(l.ctx, "SELECT position, rules FROM catalogue").Scan(&position, &rules); err != nil {
		return err
	}
	if rules != e.Rules {
		if err := l.clear(); err != nil {
			return err
		}
		position = 0
	}
	for i := range e.Folds {
		if err := l.fold(&e.Folds[i]); err != nil {
			return err
		}
	}
	return l.exec("UPDATE catalogue SET position = ?, rules = ?", max(position, e.Lines), e.Rules)
}

// fold enters a fold in the place of those that looked into one of its ids.
func (l *lister) fold(f *ascribe.Fold) error {
	var old []int64
	var newest int64
	err := each(l.ctx, l.tx, func(rows *sql.Rows) error {
		var num, position int64
		err := rows.Scan(&num, &position)
		old, newest = append(old, num), max(newest, position)
		return err
	}, "SELECT num, position FROM fold WHERE num IN (SELECT fold FROM looked WHERE id IN (SELECT value FROM json_each(?)))", asJSON(stringsOf(f.Looked)))
	if err != nil || newest > f.Lines {
		return err
	}
	if err := l.drop(old); err != nil {
		return err
	}
	return l.replace(f)
}

// replace enters a fold where no other stands.
func (l *lister) replace(f *ascribe.Fold) error {
	res, err := l.tx.ExecContext(l.ctx, "INSERT INTO fold (position) VALUES (?)", f.Lines)
	if err != nil {
		return err
	}
	num, err := res.LastInsertId()
	if err != nil {
		return err
	}
	for _, id := range f.Looked {
		if err := l.exec("INSERT INTO looked (id, fold) VALUES (?, ?)", string(id), num); err != nil {
			return err
		}
	}
	for _, name := range f.Rests {
		if err := l.exec("INSERT OR IGNORE INTO rests (name, fold) VALUES (?, ?)", nameSum(name), num); err != nil {
			return err
		}
	}
	for i := range f.Listings {
		if err := l.put(&f.Listings[i], num); err != nil {
			return err
		}
	}
	sum, err := foldSum(l.ctx, l.tx, num)
	if err != nil {
		return err
	}
	return l.exec("UPDATE fold SET sum = ? WHERE num = ?", sum, num)
}

// clear throws all that was folded away.
func (l *lister) clear() error {
	for _, table := range listed() {
		if err := l.exec("DELETE FROM " + table); err != nil {
			return err
		}
	}
	return nil
}

// drop throws folds away.
func (l *lister) drop(folds []int64) error {
	if len(folds) == 0 {
		return nil
	}
	nums := asJSON(folds)
	for _, table := range listed() {
		of := "fold IN (SELECT value FROM json_each(?))"
		switch table {
		case "record", "told_in", "stands", "reported_by":
			of = "listing IN (SELECT num FROM listing WHERE " + of + ")"
		case "fold":
			of = "num IN (SELECT value FROM json_each(?))"
		}
		if err := l.exec("DELETE FROM "+table+" WHERE "+of, nums); err != nil {
			return err
		}
	}
	return nil
}

// put enters a listing.
func (l *lister) put(in *ascribe.Listing, fold int64) error {
	b := &in.Brief
	brief, err := json.Marshal(b)
	if err != nil {
		return ascribe.Errorf(ascribe.Internal, "the incident %s cannot be written as JSON: %w", b.Incident, err)
	}
	day, lastDay := days(b.When)
	var country string
	var lat, lon any
	if b.Where != nil {
		country = b.Where.Country
		if p := b.Where.Point; p != nil {
			lat, lon = p.Lat, p.Lon
		}
	}
	res, err := l.tx.ExecContext(l.ctx, `INSERT INTO listing (incident, fold, type, day, last_day, country, lat, lon,
		news, changed, origins, contested, decided, withdrawn, need, brief) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		string(b.Incident), fold, b.Type.String(), day, lastDay, country, lat, lon,
		nanos(b.Last), nanos(b.Changed), b.Origins, len(b.Contested) > 0, b.Decisions > 0, b.Withdrawn, int64(math.Round(1000*b.Need)), string(brief))
	if err != nil {
		return err
	}
	num, err := res.LastInsertId()
	if err != nil {
		return err
	}
	if err := l.exec("INSERT INTO record (listing, body) VALUES (?, ?)", num, l.bodies[in]); err != nil {
		return err
	}
	return l.index(num, in)
}

// index enters what a listing is found by.
func (l *lister) index(num int64, in *ascribe.Listing) error {
	for _, id := range append([]ascribe.IncidentID{in.Brief.Incident}, in.Record.Also...) {
		if err := l.exec("UPDATE looked SET listing = ? WHERE id = ?", num, string(id)); err != nil {
			return err
		}
	}
	for _, t := range in.Record.Documents {
		if err := l.exec("INSERT OR IGNORE INTO told_in (document, listing) SELECT num, ? FROM document WHERE id = ?", num, t.Document[:]); err != nil {
			return err
		}
	}
	for _, s := range in.Brief.Stands {
		if err := l.exec("INSERT OR IGNORE INTO stands (actor, listing, position, source, name) VALUES (?, ?, ?, ?, ?)",
			actorName(s.Actor), num, s.Position.String(), s.Source, s.Actor.Name); err != nil {
			return err
		}
	}
	for _, o := range in.Brief.Outlets {
		if err := l.exec("INSERT OR IGNORE INTO reported_by (outlet, listing) VALUES (?, ?)", string(o), num); err != nil {
			return err
		}
	}
	return nil
}

// actorName is what an actor is found by.
func actorName(a ascribe.ActorRef) string {
	if a.ID != "" {
		return string(a.ID)
	}
	return a.Name
}

// days counts a date's first and last day from 1970; nil where it names none.
func days(d *ascribe.Date) (first, last any) {
	if !d.Resolved() {
		return nil, nil
	}
	return dayOf(d.From), dayOf(d.To)
}

func dayOf(t time.Time) int64 { return int64(math.Floor(float64(t.Unix()) / 86400)) }

// nanos writes a moment; the zero one as 0.
func nanos(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}

// nameSum hashes what a listing rests on.
func nameSum(name string) int64 {
	sum := sha256.Sum256([]byte(name))
	return int64(binary.BigEndian.Uint64(sum[:]))
}

func stringsOf[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}
