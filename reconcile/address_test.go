package reconcile

import "testing"

func TestHeadlinesThatTakeBack(t *testing.T) {
	for headline, want := range map[string]string{
		"KILL: Bomb kills 12 at Port Maren fish market":                 "retraction bomb kills 12 at port maren fish market",
		"MANDATORY KILL - Bomb kills 12 at Port Maren fish market":      "retraction bomb kills 12 at port maren fish market",
		"RETRACTED: Bomb kills 12 at Port Maren fish market":            "retraction bomb kills 12 at port maren fish market",
		"Retracted – Bomb kills 12 at Port Maren fish market":           "retraction bomb kills 12 at port maren fish market",
		"WITHDRAWN | Port Maren blast":                                  "retraction ",
		"CANCELED: Minister to visit Talvik on Friday":                  "retraction minister to visit talvik on friday",
		"CORRECTED-Bomb kills 12 at Port Maren fish market":             "correction bomb kills 12 at port maren fish market",
		"Correction: Bomb at Port Maren fish market":                    "correction bomb at port maren fish market",
		"Bomb kills 12 at Port Maren fish market":                       "",
		"Killed: the fishermen of Port Maren":                           "",
		"Kill or capture: the army's list":                              "",
		"Corrections officer shot dead in Talvik":                       "",
		"Army withdraws - and the town is empty":                        "",
		"Withdrawal: what comes after the army leaves Talvik":           "",
		"Minister retracts: “I was misquoted on the Port Maren attack”": "",
		"": "",
	} {
		got := ""
		if n, ok := ofHeadline(headline); ok {
			got = n.kind.String() + " " + n.of
		}
		if got != want {
			t.Errorf("%q: %q, want %q", headline, got, want)
		}
	}
	for address, want := range map[string]string{
		"https://www.herald.example/a/b/": "herald.example/a/b", "http://herald.example/a/b": "herald.example/a/b",
		"https://herald.example/": "", "https://herald.example": "", "": "", "notes/1.txt": "notes/1.txt",
	} {
		if got := addressKey(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}
