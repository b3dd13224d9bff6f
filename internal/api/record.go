package api

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"ascribe"
	"ascribe/internal/access"
	"ascribe/publish"
	"ascribe/reconcile"
)

func (a *API) routeRecord(h huma.API) {
	moved := answer{Status: 308, Says: "the id was joined with another, which Location names"}
	on(a, h, route{
		ID: "record", Path: "/incidents/{id}", Group: "Incidents", Summary: "What the sources say of one incident, now or at any past moment", Scope: access.Read,
		About:   "The id may be the beginning of one; Content-Location has the whole. An id stays good when incidents are joined.",
		Answers: []answer{{Status: 200, Schema: "record"}, notModified, moved}, Errors: []int{404},
	}, a.record)
	on(a, h, route{
		ID: "statements", Path: "/incidents/{id}/statements", Group: "Incidents", Summary: "The statements that a record rests on, by when they were public", Scope: access.Read,
		Answers: []answer{{Status: 200, Schema: "api.statements"}, notModified, moved}, Errors: []int{404},
	}, a.statements)
}

type recordInput struct {
	Conditional
	Pinned
	ID     string `path:"id" maxLength:"64" doc:"of the incident, or the beginning of it"`
	Policy string `query:"policy" doc:"the rule by which one toll is made of many: range-of-reported, ucdp, acled, gtd, or an older version (acled/1)"`
}

func (a *API) record(ctx context.Context, in *recordInput) (*reply, error) {
	r, moved, err := a.find(ctx, in, "")
	if err != nil || moved != nil {
		return moved, err
	}
	var b bytes.Buffer
	if err := publish.RecordJSON(&b, r); err != nil {
		return nil, err
	}
	out := raw("application/json", b.Bytes())
	out.Stands = Base + "/incidents/" + url.PathEscape(string(r.Incident))
	return out, nil
}

// find gives the record of a request, or where it went.
func (a *API) find(ctx context.Context, in *recordInput, part string) (*ascribe.Record, *reply, error) {
	pins, err := in.pins()
	if err != nil {
		return nil, nil, err
	}
	r, err := a.records.Record(ctx, pins, in.ID)
	if err != nil {
		return nil, nil, err
	}
	if id := ascribe.IncidentID(in.ID); id != r.Incident && slices.Contains(r.Also, id) {
		return nil, in.moved(r.Incident, part), nil
	}
	if in.Policy == "" {
		return r, nil, nil
	}
	rule, err := reconcile.FindRule(ascribe.Policy(in.Policy))
	if err != nil {
		return nil, nil, err
	}
	r, err = r.Under(rule.Policy)
	return r, nil, err
}

// moved leads to the incident that an id was joined with.
func (in *recordInput) moved(to ascribe.IncidentID, part string) *reply {
	address := Base + "/incidents/" + url.PathEscape(string(to)) + part
	q := url.Values{}
	for name, v := range map[string]string{"as_of": in.AsOf, "known_at": in.KnownAt, "policy": in.Policy} {
		if v != "" {
			q.Set(name, v)
		}
	}
	if len(q) > 0 {
		address += "?" + q.Encode()
	}
	return &reply{Status: http.StatusPermanentRedirect, Location: address}
}

// statementsBody lists what a record rests on.
type statementsBody struct {
	Incident   ascribe.IncidentID `json:"incident"`
	Statements []json.RawMessage  `json:"statements"`
}

func (a *API) statements(ctx context.Context, in *recordInput) (*reply, error) {
	r, moved, err := a.find(ctx, in, "/statements")
	if err != nil || moved != nil {
		return moved, err
	}
	var b bytes.Buffer
	if err := publish.Statements(&b, r); err != nil {
		return nil, err
	}
	return value(statementsBody{r.Incident, lines(b.Bytes())})
}
