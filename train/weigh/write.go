package weigh

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
)

// A Card says what a table is: its lines that begin with #.
type Card struct {
	Task  string
	About string // what it decides, in a sentence
	Data  string // what it was learned from, and under which licence
	Held  Held
}

// Write writes a model as the table that ships; features that weigh nothing are
// left out.
func (t *Trained) Write(to io.Writer, c Card) error {
	w := bufio.NewWriter(to)
	fmt.Fprintf(w, "# %s: %s\n# learned from %s\n", c.Task, c.About, c.Data)
	fmt.Fprintf(w, "# %d examples, %d of them right, in %d documents; on documents left out of the training: precision %.2f, recall %.2f, F %.2f\n",
		c.Held.All, c.Held.Right, c.Held.Documents, c.Held.Precision, c.Held.Recall, c.Held.F())
	fmt.Fprintf(w, "(always)\t%d\n(taken from)\t%d\n", thousandths(t.Bias), thousandths(t.Least))
	for _, f := range slices.Sorted(maps.Keys(t.Weights)) {
		if strings.ContainsAny(f, "\t\n") || strings.HasPrefix(f, "#") {
			return fmt.Errorf("%s: the feature %q cannot stand in a table: write it without tabs, line ends and a leading #", c.Task, f)
		}
		if n := thousandths(t.Weights[f]); n > 20 || n < -20 {
			fmt.Fprintf(w, "%s\t%d\n", f, n)
		}
	}
	return w.Flush()
}

func thousandths(v float64) int { return int(math.Round(1000 * v)) }
