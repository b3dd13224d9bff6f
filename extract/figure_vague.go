package extract

import "ascribe"

// VaguePolicy names the rule by which a word that only suggests a number is given a
// low end. The words themselves are kept with every toll, best is left unknown,
// and the end is open, so that another rule can be laid over the reading.
const VaguePolicy = "acled-low"

// vague holds the words of [VaguePolicy]. Tens, dozens and hundreds follow ACLED's
// conservative rule for fatalities (ACLED Codebook, "Fatalities": tens are 10,
// dozens 12, hundreds 100), and thousands go on from there; a score is twenty, and the plural
// asks for no more than one; a couple is two. Of several, some, many, a few and
// the like GTD makes no number (GTD Codebook, nkill: left blank), and neither do
// we: three, as some desks count, would be a guess stored as a finding.
var vague = map[string]ascribe.Count{
	"couple": 2, "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000,
	"several": ascribe.Unknown, "some": ascribe.Unknown, "many": ascribe.Unknown, "few": ascribe.Unknown,
	"various": ascribe.Unknown, "numerous": ascribe.Unknown, "countless": ascribe.Unknown, "multiple": ascribe.Unknown,
}
