package boundary

import (
	"strings"
	"testing"
)

func BenchmarkEnds(b *testing.B) {
	text := strings.Repeat("Gen. Luis Artola, who commands the U.S.-backed garrison of Oru, said that two men were held on Friday. “Who else has such bombs?” he asked. ", 40)
	words := len(strings.Fields(text))
	for b.Loop() {
		New(text).Ends()
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
