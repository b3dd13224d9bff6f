package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/reconcile"
)

// policyFlag is --policy.
type policyFlag struct{ name string }

func (p *policyFlag) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.name, "policy", "", "the rule that makes one figure out of many: "+policyNames()+", or an older version (acled/1)")
}

// under shows the tolls of records by the policy that was asked for.
func (p *policyFlag) under(records ...*ascribe.Record) ([]*ascribe.Record, error) {
	if p.name == "" {
		return records, nil
	}
	rule, err := reconcile.FindRule(ascribe.Policy(p.name))
	if err != nil {
		return nil, usageError{err}
	}
	out := make([]*ascribe.Record, len(records))
	for i, r := range records {
		if out[i], err = r.Under(rule.Policy); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// policyNames lists the policies by their bare names.
func policyNames() string {
	var names []string
	for _, r := range reconcile.Rules() {
		if name := r.Policy.Name(); len(names) == 0 || !strings.Contains(strings.Join(names, " "), name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// policyHelp says what each policy does in its newest version.
func policyHelp() string {
	var b strings.Builder
	seen := map[string]bool{}
	for _, r := range reconcile.Rules() {
		if seen[r.Policy.Name()] {
			continue
		}
		seen[r.Policy.Name()] = true
		fmt.Fprintf(&b, "\n  %s: %s", r.Policy, r.Says)
		if r.Clause != "" {
			fmt.Fprintf(&b, "\n    (%s)", r.Clause)
		}
	}
	return b.String()
}
