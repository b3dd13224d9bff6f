package incidents

import "ascribe"

// An agreement is how well one partition of articles fits another.
type agreement struct {
	name              string
	precision, recall float64
}

func (a agreement) f1() float64 {
	if a.precision+a.recall == 0 {
		return 0
	}
	return 2 * a.precision * a.recall / (a.precision + a.recall)
}

// agree compares the incidents found with those of the key: B-cubed (Bagga and
// Baldwin 1998) over articles, and over pairs of articles that are of one incident.
func agree(gold, got map[ascribe.DocumentID]string) []agreement {
	both, byGold, byGot := map[[2]string]float64{}, map[string]float64{}, map[string]float64{}
	for id, g := range gold {
		both[[2]string{g, got[id]}]++
		byGold[g]++
		byGot[got[id]]++
	}
	cubed, pairs := agreement{name: "B3"}, agreement{name: "pairs"}
	var articles, hit float64
	for k, m := range both {
		cubed.precision += m * m / byGot[k[1]]
		cubed.recall += m * m / byGold[k[0]]
		articles += m
		hit += m * (m - 1)
	}
	cubed.precision /= articles
	cubed.recall /= articles
	pairs.precision, pairs.recall = hit/twos(byGot), hit/twos(byGold)
	return []agreement{cubed, pairs}
}

// twos counts the ordered pairs within groups of so many; where there are none, no
// pair can be wrong.
func twos(sizes map[string]float64) float64 {
	n := 0.0
	for _, m := range sizes {
		n += m * (m - 1)
	}
	return max(n, 1)
}
