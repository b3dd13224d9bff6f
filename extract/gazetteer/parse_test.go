package gazetteer

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ascribe"
)

func TestParseCSV(t *testing.T) {
	got, err := Parse(strings.NewReader("\ufeffname,aliases,country,admin1,lat,lon,population,kind,demonyms\n" +
		"Sarvia,Republic of Sarvia,XSV,,44.9,-39.1,4100000,country,Sarvian|Sarve\n" +
		"\"Maren, Port\",Port Maren|Puerto Maren,XSV,Maran Coast,44.21,-38.47,240000,,\n" +
		"Ombra farm,,,,,,,site,\n"))
	if err != nil {
		t.Fatal(err)
	}
	x := New(got)
	if e := x.Lookup("puerto maren"); len(e) != 1 || e[0].Country != "XSV" || e[0].Kind != Town || e[0].Lat != 44.21 || !e[0].Alias {
		t.Errorf("Lookup(puerto maren) = %+v", e)
	}
	if e := x.Lookup("OMBRA FARM"); len(e) != 1 || e[0].HasPoint() || e[0].Kind != Site {
		t.Errorf("Lookup(OMBRA FARM) = %+v", e)
	}
	if c := x.Demonym("sarves"); len(c) != 1 || c[0] != "XSV" {
		t.Errorf("Demonym = %v", c)
	}
}

// geoRow is a row of a GeoNames country file.
func geoRow(id, name, alternates, class, code, admin1 string) string {
	c := []string{id, name, name, alternates, "44.2", "-38.4", class, code, "SV", "", admin1, "", "", "", "1200", "", "7", "America/El_Salvador", "2020-01-01"}
	return strings.Join(c, "\t") + "\n"
}

func TestParseGeoNames(t *testing.T) {
	got, err := Parse(strings.NewReader(geoRow("1", "Maran Coast", "", "A", "ADM1", "77") +
		geoRow("2", "Port Maren", "Puerto Maren,PMN,mrn", "P", "PPL", "77") +
		geoRow("3", "Maren School", "", "S", "SCH", "77") + "\r\n" +
		geoRow("4", "Camp Ombra", "", "S", "INSM", "77")))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || got[1].Admin1 != "Maran Coast" || got[1].Country != "SLV" || got[1].ID != "geonames:2" ||
		!reflect.DeepEqual(got[1].Names, []string{"Puerto Maren"}) || got[2].Kind != Site || got[0].Kind != Division1 {
		t.Errorf("Parse = %+v", got)
	}
}

func TestParseErrorsNameTheLine(t *testing.T) {
	for in, want := range map[string]string{
		"":                                 "empty",
		"  \n":                             "empty",
		"town,where\nX,Y\n":                "line 1",
		"name,lat,lon\nPort Maren,44.2,\n": `line 2 of the places: lon ""`,
		"name,lat,lon\nA,1,2\nB,north,1\n": `line 3 of the places: lat "north"`,
		"name,lat,lon\nA,91,2\n":           `line 2 of the places: lat "91"`,
		"name,country\nA,Sarvia\n":         `line 2 of the places: country "Sarvia"`,
		"name,country\nA,qq\n":             `line 2 of the places: country "qq"`,
		"name,kind\nA,hamlet\n":            `line 2 of the places: kind "hamlet"`,
		"name,population\nA,-3\n":          `line 2 of the places: population "-3"`,
		"name,country\n,SLV\n":             `line 2 of the places: name ""`,
		"name,country\nA\n":                "line 2",
		"name\n\"A\n":                      "line",
		geoRow("1", "A", "", "P", "PPL", "") + "2\tB\n":                       "line 2 of the places has 2 columns, not 19",
		strings.Replace(geoRow("1", "A", "", "P", "PPL", ""), "44.2", "x", 1): `line 1 of the places: lat "x"`,
	} {
		_, err := Parse(strings.NewReader(in))
		if err == nil || !strings.Contains(err.Error(), want) || ascribe.KindOf(err) != ascribe.Invalid || ascribe.HintOf(err) == "" {
			t.Errorf("Parse(%q): error %v (hint %q), want one that says %q", in, err, ascribe.HintOf(err), want)
		}
	}
}

func TestWriteComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		given := places(t)
		var b bytes.Buffer
		if err := Write(&b, given); err != nil {
			t.Fatal(err)
		}
		if len(given) == 0 {
			return
		}
		got, err := Parse(&b)
		if err != nil {
			t.Fatal(err)
		}
		for i := range given {
			want := given[i]
			if want.Kind == Division1 {
				want.Admin1 = want.Name
			}
			if len(want.Names) == 0 {
				want.Names = nil
			}
			if !reflect.DeepEqual(got[i], want) {
				t.Fatalf("wrote %+v, read %+v", want, got[i])
			}
		}
	})
}
