package read

import "strings"

// agencyForms lists the wire agencies, a line each: the name, then every other
// form that it is credited in. Radio and newspapers that monitors credit are
// not among them.
const agencyForms = `Reuters|reuter|thomson reuters
AP|associated press|ap-afp
AFP|agence france-presse|agence france presse|afp-jiji
EFE
ACAN-EFE|acan|acan - efe
dpa|deutsche presse-agentur
ANSA
UPI|united press international
TASS|itar-tass|moscow tass
Interfax
RIA Novosti|ria
Xinhua|beijing xinhua
Kyodo
KCNA
Yonhap
Jiji
CNA
Anadolu|anadolu agency|aa
IHA|ihlas
DHA
SANA|syrian arab news agency
IRNA|islamic republic news agency
ISNA
Fars|fna
Tasnim
Mehr
WAFA
Petra
MENA
KUNA
QNA
SPA|saudi press agency
WAM
NNA|national news agency
INA
SUNA
BNA
Prensa Latina
Notimex
Télam|telam|telam-ansa|telam-efe|telam-dpa
DyN
CANA
Colprensa
PTI|press trust of india
IANS
ANI
APP
Bernama
Antara
VNA
The Canadian Press|canadian press
PA|press association
AAP
Belga
ANP
APA
PAP
BTA
MTI
ČTK|ctk
Tanjug
Agerpres
Lusa
UNIAN
Ukrinform
BelTA
SAPA
PANA
NAN
ENA
Bay City News|bay city news service
Sun-Times Media Wire
City News Service`

// agencies finds an agency's name by a lower-case form of it.
var agencies = formsOf(agencyForms)

func formsOf(table string) map[string]string {
	out := map[string]string{}
	for row := range strings.Lines(table) {
		forms := strings.Split(strings.TrimSpace(row), "|")
		for _, f := range forms {
			out[strings.ToLower(f)] = forms[0]
		}
	}
	return out
}

// agency returns the name of the wire agency that the words of a credit mean, or "".
func agency(words string) string {
	low := strings.ToLower(strings.Join(strings.Fields(words), " "))
	low = strings.TrimPrefix(strings.Trim(low, " .,;:"), "the ")
	if name := agencies[low]; name != "" {
		return name
	}
	for _, tail := range []string{" news agency", " news", " agency", " wire", " wires", " domestic service"} {
		if s, ok := strings.CutSuffix(low, tail); ok {
			return agencies[s]
		}
	}
	return ""
}

// knownOutlets lists outlets by the name that voices speak to: "told Al Jazeera".
const knownOutlets = `Vox|CNN|BBC|BBC News|Fox News|NBC|NBC News|ABC|ABC News|CBS|CBS News|MSNBC|NPR|PBS|Politico|POLITICO|Axios
Al Jazeera|Al Arabiya|Al Mayadeen|Sky News|ITV|Channel 4|France 24|RFI|RT|Sputnik|Deutsche Welle|DW|Der Spiegel|Die Welt|Bild
The New York Times|New York Times|The Times|The Washington Post|Washington Post|The Post|The Wall Street Journal|Wall Street Journal
USA TODAY|USA Today|The Guardian|Guardian|The Observer|The Independent|The Telegraph|Financial Times|The Economist|Newsweek|TIME
The Atlantic|The New Yorker|The Hill|The Daily Beast|The Huffington Post|HuffPost|Breitbart|Breitbart News|BuzzFeed|BuzzFeed News
VICE|VICE News|Vice News|Business Insider|Insider|Bloomberg|Bloomberg News|CNBC|The Intercept|ProPublica|Slate|Salon|Mother Jones
Haaretz|Ynet|Kommersant|Meduza|Izvestia|Novaya Gazeta|Le Monde|Le Figaro|Libération|El País|El Mundo|La Repubblica|Corriere della Sera
Middle East Eye|Asharq Al-Awsat|Rudaw|Kurdistan 24|Daily Sabah|Hurriyet|ARA News|Zaman Alwasl|Enab Baladi|Dawn|Geo News|The Hindu|NDTV
Radio Free Europe|RFE/RL|Voice of America|VOA|Deadline|Variety|People|Fox|The Daily Caller|The Daily Signal|Western Journalism`

// outletNames finds an outlet's usual spelling by its lower-case form.
var outletNames = namesOf(knownOutlets)

func namesOf(table string) map[string]string {
	out := map[string]string{}
	for row := range strings.Lines(table) {
		for name := range strings.SplitSeq(strings.TrimSpace(row), "|") {
			if low := strings.ToLower(name); out[low] == "" {
				out[low] = name
			}
		}
	}
	return out
}

// outletTails are the last words of an outlet's name.
var outletTails = setOf(`news times post tribune herald journal gazette daily radio tv television magazine telegraph
	chronicle observer bee sun dispatch examiner inquirer globe mail standard monitor register sentinel`)

// namesOutlet reports whether a capitalised name is one of an outlet.
func namesOutlet(name string) bool {
	low := strings.ToLower(name)
	if outletNames[low] != "" {
		return true
	}
	words := strings.Fields(low)
	return len(words) > 1 && outletTails[words[len(words)-1]] || callSign(name)
}

// callSign reports whether a name is a station's in the Americas: "WKRN", "KDKA-TV".
func callSign(name string) bool {
	name, _, _ = strings.Cut(name, "-")
	return (len(name) == 4 || len(name) == 3) && (name[0] == 'W' || name[0] == 'K') && name == strings.ToUpper(name) &&
		strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && name != "WHO" && name != "KKK" && name != "WWI" && name != "WWII"
}
