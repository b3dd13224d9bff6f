package extract

import "ascribe"

// Words that leave a tie open: nobody is accused, the actor is only possible
// (MUC-4 7.12 note 4).
var (
	ignorance = setOf("know knows knew known clear unclear unknown confirmed confirmation determined established say said certain sure evidence investigate investigating investigated determine asked ask wonder wondered question")
	openNouns = setOf("possibility possibilities chance hypothesis question")
)

// leftOpen reports whether what stands at token i is asked or held possible, and
// not said: "it is not known whether the Front", "the possibility that the Front
// staged it", "it could have been the Front".
func (sc *scene) leftOpen(i int) bool {
	for k := i - 1; k >= 0 && k > i-16; k-- {
		w := sc.low(k)
		switch {
		case sc.ends(k):
			return false
		case w == "whether":
			return true
		case w == "if" && (ignorance[sc.low(k-1)] || ignorance[sc.low(k-2)]):
			return true
		case openNouns[w] && (sc.low(k+1) == "that" || sc.low(k+1) == "of"):
			return true
		case w == "been" && i-k < 4 && sc.low(k-1) == "have" && (sc.low(k-2) == "could" || sc.low(k-2) == "might" || sc.low(k-2) == "may"):
			return true
		}
	}
	return false
}

// notRuledOut: "the general did not rule out the army": named and accused by no one.
func (j *inquest) notRuledOut(sc *trialScene, i int) {
	for k := i + 1; k < sc.len() && k < i+12 && !sc.ends(k); k++ {
		if a, ok := sc.actorFrom(k, 0); ok {
			j.settle(sc, a, i, finding{score: 0.6, loose: true, because: "“not " + sc.tok(i-1).Text + " out”: the actor is not ruled out"})
			return
		}
	}
}

// crossfire: "died in fighting between the army and the Front": either may have
// done it, and nobody says which.
func (j *inquest) crossfire(sc *trialScene, i int) {
	if sc.low(i+1) != "between" {
		return
	}
	for _, r := range sc.told {
		o := &j.p.reading.Incidents[r.incident]
		if sc.tok(i).Span.Meets(r.span) || o.Type == ascribe.Clash || len(o.Roles.HumanTargets) == 0 {
			continue
		}
		if a, ok := sc.actorFrom(i+2, 3); ok {
			j.settleAll(sc, a, i, finding{score: 0.5, because: "“" + sc.tok(i).Text + " between”: the harm was done where the actor fought"})
		}
		return
	}
}
