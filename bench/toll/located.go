package toll

import (
	"ascribe"
	"ascribe/bench/corpus"
)

// Located returns the reports of FA-KES and the governorate that each was about,
// for those who learn from them.
func Located(data string) (texts []corpus.Text, governorates []string, err error) {
	s, err := fakes(data)
	if err != nil {
		return nil, nil, err
	}
	for i := range s.articles {
		texts, governorates = append(texts, s.articles[i].Text), append(governorates, s.articles[i].key["place"])
	}
	return texts, governorates, nil
}

// GovernorateOf answers in which governorate of the key a place lies, or unknown.
func GovernorateOf(p *ascribe.Place) string { return governorate(p) }
