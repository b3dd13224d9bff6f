// Package lexicon is the seed register of actors: the armed groups, forces,
// governments and public figures that reporting on political violence names
// most, with their aliases and acronyms. The table is actors.csv, sourced and
// editable by hand.
package lexicon
