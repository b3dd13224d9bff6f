package muc

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// set writes a set of one invented report below a folder of its own.
func set(t *testing.T, keys, roles string) string {
	t.Helper()
	data := t.TempDir()
	if err := os.Mkdir(filepath.Join(data, "muc4"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"dev.jsonl": keys, "roles-dev.jsonl": roles} {
		if err := os.WriteFile(filepath.Join(data, "muc4", name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return data
}

func TestLoad(t *testing.T) {
	data := set(t,
		`{"id":"R1","text":"PORT MAREN, 4 FEB 90 -- GUNMEN KILLED CARLA VIDAL.","templates":[{"template":"1","optional":true,`+
			`"INCIDENT: DATE":[{"value":["- 04 FEB 90"]}],"INCIDENT: LOCATION":[{"value":["SARVIA: PORT MAREN (CITY)"]}],`+
			`"PERP: INDIVIDUAL ID":[{"optional":true,"strings":["GUNMEN"]}],"HUM TGT: NAME":[{"strings":["CARLA VIDAL","VIDAL"]}]}]}`,
		`{"docid":"R1","doctext":"gunmen killed carla vidal.","templates":[{"incident_type":"bombing / attack",`+
			`"PerpInd":[[["gunmen",0]]],"PerpOrg":[],"Target":[],"Victim":[[["carla vidal",14],["vidal",20]]],"Weapon":[]}]}`)
	reports, err := Load(data, "dev")
	if err != nil || len(reports) != 1 || len(reports[0].Templates) != 1 {
		t.Fatalf("%+v, %v", reports, err)
	}
	tpl := reports[0].Templates[0]
	if !tpl.Optional || !slices.Equal(tpl.Types, []string{"bombing", "attack"}) || tpl.Date[0].Value[0] != "- 04 FEB 90" {
		t.Errorf("template %+v", tpl)
	}
	if e := tpl.Roles[PerpetratorIndividual]; len(e) != 1 || !e[0].Optional || e[0].Wordings[0] != "gunmen" {
		t.Errorf("perpetrators %+v", e)
	}
	if e := tpl.Roles[HumanTarget]; len(e) != 1 || e[0].Optional || !slices.Equal(e[0].Wordings, []string{"carla vidal", "vidal"}) {
		t.Errorf("human targets %+v", e)
	}
	if _, err := Load(set(t, `{"id":"R1","templates":[]}`, `{"docid":"R2","templates":[]}`), "dev"); err == nil {
		t.Error("keys of different reports are joined")
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"\"THE MARAN  LIBERATION\nFRONT\"": "maran liberation front",
		"an AK-47":                         "ak 47",
		"Peña":                             "peña",
	} {
		if got := Plain(in); got != want {
			t.Errorf("%q is compared as %q, want %q", in, got, want)
		}
	}
}
