// Package toll measures what the line says of one article as a whole, on two sets
// whose keys are one answer an article: FA-KES (attacks in Syria: actor,
// governorate, killed) and LongTail (shootings in the United States: killed,
// injured, date).
//
// A reading tells of several incidents, so an answer is taken from it by a rule,
// and by nothing that a reading does not have: [Lead] names the main incident,
// [Number] its toll. An article that counts no dead is an answer of none, as it
// is in the keys.
//
// LongTail concerns private people: nothing of it is kept but counts.
package toll
