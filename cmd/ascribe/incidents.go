package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/internal/sqlite"
	"ascribe/pipeline"
	"ascribe/publish"
)

func (a *app) incidentsCommand() *cobra.Command {
	var asJSON bool
	var pin pinFlags
	var policy policyFlag
	cmd := &cobra.Command{
		Use:   "incidents",
		Short: "List the incidents, each with its documents, origins, date, place and toll",
		Example: `  ascribe incidents
  ascribe incidents --json --as-of 2025-03-08
  ascribe incidents --policy ucdp`,
		Args: args(cobra.NoArgs),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line (docs/formats.md)")
	pin.add(cmd)
	policy.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if asJSON {
			return a.eachIncident(cmd.Context(), &pin, &policy, func(records []*ascribe.Record) error {
				return publish.Incidents(a.out, records)
			})
		}
		return a.incidentTable(cmd.Context(), &pin, &policy)
	}
	return cmd
}

// incidentTable prints the incidents as a table.
func (a *app) incidentTable(ctx context.Context, pin *pinFlags, policy *policyFlag) error {
	var briefs []ascribe.Brief
	if pin.none() && policy.name == "" {
		store, err := a.catalogued(ctx)
		if err != nil {
			return err
		}
		defer store.Close()
		if err := eachPage(ctx, store, func(page []ascribe.Brief) error {
			briefs = append(briefs, page...)
			return nil
		}); err != nil {
			return err
		}
		return publish.IncidentTable(a.out, briefs)
	}
	if err := a.eachIncident(ctx, pin, policy, func(records []*ascribe.Record) error {
		for _, r := range records {
			briefs = append(briefs, publish.Brief(r))
		}
		return nil
	}); err != nil {
		return err
	}
	return publish.IncidentTable(a.out, briefs)
}

// eachIncident gives the records within the pins, some at a time, by date. Those that
// stand now come from the catalogue; for any other moment the ledger is folded.
func (a *app) eachIncident(ctx context.Context, pin *pinFlags, policy *policyFlag, f func([]*ascribe.Record) error) error {
	give := func(records []*ascribe.Record) error {
		shown, err := policy.under(records...)
		if err != nil {
			return err
		}
		return f(shown)
	}
	if !pin.none() {
		v, err := a.view(ctx, pin)
		if err != nil {
			return err
		}
		defer v.store.Close()
		return give(v.state.Incidents())
	}
	store, err := a.catalogued(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	return eachPage(ctx, store, func(page []ascribe.Brief) error {
		records := make([]*ascribe.Record, len(page))
		for i := range page {
			l, err := store.Listed(ctx, page[i].Incident)
			if err != nil {
				return err
			}
			records[i] = l.Record
		}
		return give(records)
	})
}

// eachPage goes through the catalogue by date.
func eachPage(ctx context.Context, store ascribe.Catalogue, f func([]ascribe.Brief) error) error {
	sel := ascribe.Selection{Order: ascribe.EarliestFirst, Limit: 500}
	for {
		page, err := store.Browse(ctx, sel)
		if err != nil {
			return err
		}
		if err := f(page.Briefs); err != nil || page.Next == "" {
			return err
		}
		sel.After = page.Next
	}
}

// catalogued opens the store, with its catalogue brought up to its ledger.
func (a *app) catalogued(ctx context.Context) (*sqlite.Store, error) {
	store, err := a.store(ctx, mustExist)
	if err != nil {
		return nil, err
	}
	bar := a.newProgress("folding", 0)
	c := &pipeline.Cataloguer{Store: store, Progress: func(done, total int64) { bar.to(done, total, "lines of the ledger") }}
	err = c.Update(ctx)
	bar.end()
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return store, nil
}
