// Package reconcile judges which tellings are one incident, which mentions are
// which actor and which documents stem from one origin, and folds a record out
// of readings and judgements. It is pure.
package reconcile
