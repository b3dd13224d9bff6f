package engine

import "ascribe/bench/measure"

import "fmt"

// A Ratio is how much of one side the other holds, summed over documents.
type Ratio struct{ Hit, All float64 }

// Value is the share, 0 where there was nothing to find.
func (r Ratio) Value() float64 {
	if r.All == 0 {
		return 0
	}
	return r.Hit / r.All
}

// A Measure is recall and precision of one way of scoring.
type Measure struct{ Recall, Precision Ratio }

// F1 is the harmonic mean of precision and recall.
func (m Measure) F1() float64 {
	r, p := m.Recall.Value(), m.Precision.Value()
	if r+p == 0 {
		return 0
	}
	return 2 * r * p / (r + p)
}

func (m *Measure) add(o Measure) {
	m.Recall.Hit += o.Recall.Hit
	m.Recall.All += o.Recall.All
	m.Precision.Hit += o.Precision.Hit
	m.Precision.All += o.Precision.All
}

// Coref is the score of chains of mentions against a key, by the measures of the
// CoNLL shared tasks as their reference scorer defines them (Pradhan et al. 2014,
// "Scoring Coreference Partitions of Predicted Mentions"): mentions that only
// one side has are counted as they stand and never added to the other side.
type Coref struct {
	Mentions Measure // found, whatever chain they are in
	MUC      Measure // links (Vilain et al. 1995)
	B3       Measure // mentions (Bagga and Baldwin 1998)
	CEAF     Measure // chains aligned one to one, by phi4 (Luo 2005)
}

// CoNLL is the mean of the F1 of MUC, B³ and CEAF-phi4.
func (c *Coref) CoNLL() float64 { return (c.MUC.F1() + c.B3.F1() + c.CEAF.F1()) / 3 }

// Add sums the score of another document into c, as the reference scorer does:
// numerators and denominators, not averages.
func (c *Coref) Add(o Coref) {
	c.Mentions.add(o.Mentions)
	c.MUC.add(o.MUC)
	c.B3.add(o.B3)
	c.CEAF.add(o.CEAF)
}

// String prints recall, precision and F1 of each measure in percent.
func (c *Coref) String() string {
	of := func(m Measure) string {
		return fmt.Sprintf("%.1f/%.1f/%.1f", 100*m.Recall.Value(), 100*m.Precision.Value(), 100*m.F1())
	}
	return fmt.Sprintf("CoNLL %.2f (MUC %s, B3 %s, CEAF %s, mentions %s)", 100*c.CoNLL(), of(c.MUC), of(c.B3), of(c.CEAF), of(c.Mentions))
}

// ScoreChains scores the response's chains of one document against the key's. A
// mention that stands twice on one side counts once, where it stands first.
func ScoreChains[M comparable](key, response [][]M) Coref {
	key, response = distinct(key), distinct(response)
	inKey, inResponse := places(key), places(response)
	var c Coref
	c.Mentions.Recall, c.Mentions.Precision = found(key, inResponse), found(response, inKey)
	c.MUC.Recall, c.MUC.Precision = links(key, inResponse), links(response, inKey)
	c.B3.Recall, c.B3.Precision = shares(key, inResponse), shares(response, inKey)
	aligned := align(key, response, inResponse)
	c.CEAF.Recall = Ratio{aligned, float64(len(key))}
	c.CEAF.Precision = Ratio{aligned, float64(len(response))}
	return c
}

// distinct drops what repeats, and chains without a mention.
func distinct[M comparable](chains [][]M) [][]M {
	seen := map[M]bool{}
	var out [][]M
	for _, chain := range chains {
		var kept []M
		for _, m := range chain {
			if !seen[m] {
				seen[m] = true
				kept = append(kept, m)
			}
		}
		if len(kept) > 0 {
			out = append(out, kept)
		}
	}
	return out
}

// places maps each mention to the index of its chain.
func places[M comparable](chains [][]M) map[M]int {
	at := map[M]int{}
	for i, chain := range chains {
		for _, m := range chain {
			at[m] = i
		}
	}
	return at
}

func found[M comparable](chains [][]M, in map[M]int) Ratio {
	var r Ratio
	for _, chain := range chains {
		r.All += float64(len(chain))
		for _, m := range chain {
			if _, ok := in[m]; ok {
				r.Hit++
			}
		}
	}
	return r
}

// links counts how many links hold the chains together, and how many of them the
// other side has: a chain of n mentions that falls into k parts there keeps n-k.
func links[M comparable](chains [][]M, in map[M]int) Ratio {
	var r Ratio
	for _, chain := range chains {
		parts, alone := map[int]bool{}, 0
		for _, m := range chain {
			if i, ok := in[m]; ok {
				parts[i] = true
			} else {
				alone++
			}
		}
		r.Hit += float64(len(chain) - len(parts) - alone)
		r.All += float64(len(chain) - 1)
	}
	return r
}

// shares sums for each mention the share of its chain that it is with in the
// other side's chain too.
func shares[M comparable](chains [][]M, in map[M]int) Ratio {
	var r Ratio
	for _, chain := range chains {
		for _, o := range overlaps(chain, in) {
			r.Hit += float64(o.shared*o.shared) / float64(len(chain))
		}
		r.All += float64(len(chain))
	}
	return r
}

// An overlap is how many mentions a chain shares with one of the other side's.
type overlap struct{ chain, shared int }

// overlaps lists them in the order of the chain's mentions.
func overlaps[M comparable](chain []M, in map[M]int) []overlap {
	var out []overlap
	at := map[int]int{}
	for _, m := range chain {
		i, ok := in[m]
		if !ok {
			continue
		}
		if _, known := at[i]; !known {
			at[i] = len(out)
			out = append(out, overlap{chain: i})
		}
		out[at[i]].shared++
	}
	return out
}

// align is the greatest total similarity, 2·|shared| ÷ (|K| + |R|), that pairing
// chains one to one can give.
func align[M comparable](key, response [][]M, in map[M]int) float64 {
	columns := map[int]int{} // chains of the response that share a mention → column
	type cell struct {
		row, column int
		gain        float64
	}
	var cells []cell
	rows := 0
	for _, chain := range key {
		shared := overlaps(chain, in)
		for _, o := range shared {
			k, ok := columns[o.chain]
			if !ok {
				k = len(columns)
				columns[o.chain] = k
			}
			cells = append(cells, cell{rows, k, 2 * float64(o.shared) / float64(len(chain)+len(response[o.chain]))})
		}
		if len(shared) > 0 {
			rows++
		}
	}
	gain := make([][]float64, max(rows, len(columns)))
	for i := range gain {
		gain[i] = make([]float64, len(gain))
	}
	for _, c := range cells {
		gain[c.row][c.column] = c.gain
	}
	total := 0.0
	for i, k := range measure.Assign(gain) {
		total += gain[i][k]
	}
	return total
}
