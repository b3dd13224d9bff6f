package reconcile

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

func TestRarity(t *testing.T) {
	for _, order := range [][]string{
		{"police", "guerrillas", "karst"}, // any report's, many a report's, a name
		{"the", "oil", "harbour", "velt"}, // commonest first
		{"7", "42", "508", "5200"},        // an age or a year says less than a house number
		{"2031", "42"},                    // a year
		{"shot", "cathedral", "herringbone"},
	} {
		for i := range order[1:] {
			if a, b := rarity(order[i]), rarity(order[i+1]); a >= b {
				t.Errorf("%q is %.1f, %q is %.1f", order[i], a, order[i+1], b)
			}
		}
	}
}

// The words of each row that a report of any conflict and year holds.
func TestEveryRowOfTheTableIsRead(t *testing.T) {
	witnesses := []string{
		0: "of", 1: "human", 2: "opposition", 3: "further", 4: "destroyed", 5: "ceasefire",
		6: "pressure", 7: "aggression", 8: "accuses", 9: "abandon", 10: "airfield", 11: "archive",
	}
	for level, word := range witnesses {
		if r := tableRow(t, level); !slices.Contains(r, word) {
			t.Errorf("row %d does not hold %q", level, word)
		}
		if got := rarity(word); got != float64(level)/2 {
			t.Errorf("%q is %.1f, its row %d", word, got, level)
		}
	}
	if last := tableRow(t, len(witnesses)); last != nil {
		t.Errorf("row %d, of %d words, has no witness", len(witnesses), len(last))
	}
	if float64(len(witnesses)-1)/2 >= unseen {
		t.Errorf("a word of the last row is as rare as one that is in none, %.1f", unseen)
	}
}

// tableRow returns the words of one row, those that count for nothing included.
func tableRow(t *testing.T, level int) []string {
	t.Helper()
	var found []string
	for line := range strings.Lines(rarityTable) {
		n, words, ok := strings.Cut(line, "\t")
		if strings.HasPrefix(line, "#") || n != strconv.Itoa(level) {
			continue
		}
		if !ok || found != nil {
			t.Errorf("row %d stands twice or has no words", level)
		}
		found = strings.Fields(words)
	}
	return found
}

func TestTheTableHoldsEachWordOnce(t *testing.T) {
	seen := map[string]int{}
	for level := range 20 {
		row := tableRow(t, level)
		if !slices.IsSorted(row) {
			t.Errorf("row %d is not in order", level)
		}
		for _, w := range row {
			if before, twice := seen[w]; twice {
				t.Errorf("%q is in rows %d and %d", w, before, level)
			}
			seen[w] = level
			if plain(w) != w || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) {
				t.Errorf("%q is no word as texts are compared", w)
			}
		}
	}
	if len(seen) < 9000 {
		t.Errorf("the table holds %d words", len(seen))
	}
}

func TestWordsThatTheTableDoesNotHold(t *testing.T) {
	for _, word := range []string{"velgrad", "ostrel", "maranfront"} {
		if got := rarity(word); got != unseen {
			t.Errorf("%q is %.1f", word, got)
		}
	}
}

func TestNumbersSayTheMoreTheLongerTheyAre(t *testing.T) {
	for number, want := range map[string]float64{
		"7": 1, "42": 2.6, "508": 3.6, "5200": 5, "90210": 5,
		"1901": 1.5, "2031": 1.5, "2099": 1.5, // years
		"1900": 5, "2100": 5, // none
		"7th": 1, "42nd": 2.6, "508b": 3.6, // of a road
	} {
		if got := rarity(number); got != want {
			t.Errorf("%s is %.1f, not %.1f", number, got, want)
		}
	}
}

// An ordinary word proves nothing, however rare the table has it: the corpora are
// of wars, and hold few reports of a burglary.
func TestOrdinaryWordsSayNothing(t *testing.T) {
	subjects := 0
	begins := true // a subject
	for line := range strings.Lines(ordinaryWords) {
		words := strings.Fields(line)
		if strings.HasPrefix(line, "#") || len(words) == 0 {
			begins = true
			continue
		}
		if begins {
			subjects++
		}
		begins = false
		for _, w := range words {
			if got := rarity(w); got != 0 {
				t.Errorf("%q is %.1f", w, got)
			}
			if plain(w) != w || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) {
				t.Errorf("%q is no word as texts are compared", w)
			}
		}
	}
	if subjects < 8 {
		t.Errorf("ordinary words of %d subjects", subjects)
	}
	for _, w := range []string{"sheriff", "bullet", "mourners", "newsletter", "burglary", "paramedics"} {
		if got := wordingOf("the "+w, nil); len(got.words) != 0 {
			t.Errorf("%q is compared", w)
		}
	}
}

// What is third parties' is named where the table is, and in the notice.
func TestTheSetsBehindTheTableAreNamed(t *testing.T) {
	notice, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(rarityTable, "\n0\t")
	for _, set := range []string{"EWT", "GUM", "MUC-4", "GeoVirus", "FA-KES", "CC BY-SA 4.0", "CC BY 2.5", "CC BY 4.0", "train rarity"} {
		if !strings.Contains(head, set) {
			t.Errorf("the head of the table does not name %s", set)
		}
		if !strings.Contains(string(notice), set) {
			t.Errorf("the notice does not name %s", set)
		}
	}
}
