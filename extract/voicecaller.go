package extract

// messageWords are what is received from those who speak in it.
var messageWords = setOf("call calls letter letters message messages communique communiqué communiques communiqués statement note e-mail email fax tape video recording leaflet pamphlet")

// getWords are verbs of those who receive, and do not speak.
var getWords = setOf("received receives receive receiving got get gets getting obtained had took taken")

// caller finds who speaks in a message that somebody received: "the radio received a
// call from the Front saying it was responsible".
func (sc *scene) caller(g verbGroup) stretch {
	for k := g.first - 1; k > 1 && !sc.ends(k); k-- {
		if sc.low(k) != "from" || !messageWords[sc.low(k-1)] || !sc.inZone(k, sc.zoneAt(g.at)) {
			continue
		}
		for i := k - 2; i >= 0 && i >= k-6; i-- {
			if getWords[sc.low(i)] {
				return stretch{k + 1, sc.phraseRight(sc.bounds(k+1), k+1)}
			}
		}
	}
	return nowhere
}
