// Package lexicon holds what the reader of a report knows of words before it
// reads: the seed register of actors that reporting on political violence names
// most, how words inflect, what part of speech they mostly are, and what the
// head nouns of news refer to. Every table is a file that can be edited by hand;
// words.tsv and verbs.tsv are derived by build from treebanks (NOTICE).
package lexicon

import (
	"bufio"
	"strings"
)

// lines calls each for every line of a table that is neither empty nor a
// comment, which begins with '#'.
func lines(table string, each func(line string)) {
	sc := bufio.NewScanner(strings.NewReader(table))
	for sc.Scan() {
		if line := strings.TrimSpace(sc.Text()); line != "" && line[0] != '#' {
			each(line)
		}
	}
}
