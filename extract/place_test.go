package extract

import (
	"strings"
	"testing"

	"ascribe"
)

func TestIncidentPlace(t *testing.T) {
	for _, c := range []struct {
		sentence, at, want, country string
		precision                   int
	}{
		{"A bomb exploded in Talvik on Friday.", "exploded", "Talvik", "XSV", ascribe.ExactPlace},
		{"A BOMB EXPLODED IN TALVIK ON FRIDAY.", "EXPLODED", "TALVIK", "XSV", ascribe.ExactPlace},
		{"Gunmen attacked a depot near Port Maren.", "attacked", "Port Maren", "XSV", ascribe.NearPlace},
		{"Two men were shot on the outskirts of Talvik.", "shot", "Talvik", "XSV", ascribe.NearPlace},
		{"Two men were shot in the center of Talvik.", "shot", "Talvik", "XSV", ascribe.ExactPlace},
		{"A bomb exploded in Talvik, Sarvia.", "exploded", "Talvik, Sarvia", "XSV", ascribe.ExactPlace},
		{"In Sarvia, gunmen attacked a depot in Talvik.", "attacked", "Talvik", "XSV", ascribe.ExactPlace},
		{"The attack in Sarvia killed nine people.", "attack", "Sarvia", "XSV", ascribe.WholeCountry},
		{"The Port Maren attack killed nine people.", "attack", "Port Maren", "XSV", ascribe.ExactPlace},
		{"Officials in Talvik said gunmen attacked a depot in Port Maren.", "attacked", "Port Maren", "XSV", ascribe.ExactPlace},
		{"Officials in Talvik said gunmen attacked a depot.", "attacked", "", "", 0},
		{"The minister told reporters in Talvik that gunmen attacked a depot.", "attacked", "", "", 0},
		{"Gunmen attacked a depot in Port Maren, police in Talvik said.", "attacked", "Port Maren", "XSV", ascribe.ExactPlace},
		{"The attack on Talvik killed nine people.", "attack", "Talvik", "XSV", ascribe.ExactPlace},
		{"Rebels shelled Port Maren and ambushed a patrol in Talvik.", "ambushed", "Talvik", "XSV", ascribe.ExactPlace},
		{"Gunmen attacked a depot.", "attacked", "", "", 0},
		{"Gunmen shot two men outside the Port Maren tax office.", "shot", "Port Maren", "XSV", ascribe.ExactPlace},
		{"Rebels attacked the Santa Vela farm.", "attacked", "the Santa Vela farm", "", ascribe.ExactPlace},
		{"A mine killed the Talvik mayor.", "killed", "", "", 0},
		{"The group — known from the war in Sarvia — claimed the attack.", "attack", "", "", 0},
		{"The shooting took place in Northmark province.", "shooting", "Northmark province", "XSV", ascribe.FirstOrder},
	} {
		p := pageOf(wednesday, c.sentence)
		at := strings.Index(c.sentence, c.at)
		got := p.incidentPlace(&p.Sentences[0], ascribe.Span{Start: at, End: at + len(c.at)})
		if got == nil {
			got = &ascribe.Place{}
		}
		if got.Text != c.want || got.Country != c.country || got.Precision != c.precision {
			t.Errorf("%s: %s is in %q (%s, %d), want %q (%s, %d)", c.sentence, c.at, got.Text, got.Country, got.Precision, c.want, c.country, c.precision)
		}
		if got.Text != "" && got.Span.Of(p.Document.Text) != got.Text {
			t.Errorf("%s: span %v is not %q", c.sentence, got.Span, got.Text)
		}
	}
}
