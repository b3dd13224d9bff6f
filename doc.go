// Package ascribe is the vocabulary of the record: what happened, who says who
// did it and how sure they are, how many were harmed, and which sentence of
// which archived article says so.
//
// Three ideas carry everything else.
//
//   - A [Statement] is one source saying one thing in one sentence. It is
//     immutable, dated and anchored. Nothing in the record exists without one:
//     an [Occurrence], an [Attribution], a [Toll] or a [Relation] is the coded
//     content of a statement and names it.
//   - A [Link] or a [Decision] is a judgement about statements: these two
//     mentions are the same incident, this reading is wrong. Judgements are
//     appended, never edited; a later one supersedes an earlier one.
//   - A [Record] is a view: a pure function of readings and judgements within
//     two pins. It can be thrown away and computed again.
//
// This package imports the standard library only and performs no I/O.
package ascribe
