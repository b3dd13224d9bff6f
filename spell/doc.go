// Package spell knows how names are written: the normal form under which two
// spellings are one, what the spellings of a name from another script share, and
// when one name is made, or happens, to look like another. It is pure and knows
// no words.
package spell
