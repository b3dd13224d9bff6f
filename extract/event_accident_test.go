package extract_test

import (
	"testing"

	"ascribe"
	"ascribe/extract"
)

// What nobody did is no incident, and the same words with somebody's deed are one.
func TestMishaps(t *testing.T) {
	x := extract.New(newEngine(t))
	for text, told := range map[string]bool{
		"A bus overturned near Kestrin, killing nine passengers.":                                     false,
		"Gunmen fired at a bus near Kestrin, which overturned, killing nine passengers.":              true,
		"A gas explosion killed three people in a bakery.":                                            false,
		"A bomb hidden beside a gas cylinder killed three people in a bakery.":                        true,
		"An explosion killed three people in a bakery. Firemen said that a stove had leaked gas.":     false,
		"An explosion killed three people in a bakery. The rebels said that they had planted it.":     true,
		"Cholera killed forty prisoners.":                                                             false,
		"Guards killed forty prisoners during the cholera epidemic.":                                  true,
		"The army rehearsed an attack on the airport that killed nobody.":                             false,
		"Two soldiers were killed when their truck skidded on the ice.":                               false,
		"Two soldiers were killed when their truck was blown up by rebels.":                           true,
		"Four miners were killed when a tunnel collapsed.":                                            false,
		"Four farmers have been killed since the ceasefire collapsed.":                                true,
		"Elephants killed a farmer near Talvik.":                                                      false,
		"The Lions of Talvik killed a farmer.":                                                        true,
		"Storms killed six people.":                                                                   false,
		"Soldiers stormed the house and killed six people.":                                           true,
		"In the novel, a bomb kills the mayor.":                                                       false,
		"The town was shelled and burned 40 houses, killing six people, while floods kept help away.": true,
	} {
		got := len(x.Read(document(t, text), ascribe.Appearance{}).Incidents) > 0
		if got != told {
			t.Errorf("%s: an incident is read: %t, want %t", text, got, told)
		}
	}
}
