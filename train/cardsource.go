package train

// learnedFrom are the sets that Make reads, with what their owners say of them.
var learnedFrom = []struct {
	CardData
	teacher  bool // lies in the folder of the teacher
	optional bool // trained without where it is not there
}{
	{CardData{Name: "UD English EWT, train", File: "ud/en_ewt-train.conllu.gz", Unit: "sentences",
		Licence: "CC BY-SA 4.0", Use: "tags, lemmas, trees"}, false, false},
	{CardData{Name: "UD English GUM, train, without its non-commercial genres", File: "ud/en_gum-train.conllu.gz", Unit: "sentences",
		Licence: "CC BY 4.0 (annotations); CC BY, CC BY-SA, public domain (texts)", Use: "tags, lemmas, trees, names, chains"}, false, false},
	{CardData{Name: "re3d, train", File: "re3d/train.jsonl", Unit: "documents",
		Licence: "OGL v3, public domain, CC BY 3.0 AU, CC BY-SA, by document", Use: "names"}, false, false},
	{CardData{Name: "PolNeAR, train: its articles, by labels alone", File: "polnear/train.jsonl", Unit: "articles",
		Licence: "none stated; no text is kept", Use: "names, trees"}, false, false},
	{CardData{Name: "MUC-4, train: its reports, by labels alone", File: "muc4/train.jsonl", Unit: "reports",
		Licence: "released for research", Use: "names, trees"}, false, false},
	{CardData{Name: "FA-KES, train: its articles, by labels alone", File: "fa-kes/train.jsonl", Unit: "articles",
		Licence: "CC BY 4.0", Use: "names, trees"}, false, false},
	{CardData{Name: "GeoVirus: its articles, by labels alone", File: "geo/geovirus.jsonl", Unit: "articles",
		Licence: "CC BY 2.5", Use: "names, trees"}, false, false},
	{CardData{Name: "labels of names in these articles, by en_core_web_md and rules", File: "entities.jsonl.zst", Unit: "articles",
		Licence: "model: MIT", Use: "names"}, true, false},
	{CardData{Name: "labels of trees in these articles, by a neural parser on all-MiniLM-L6-v2 taught by EWT and GUM", File: "parser/trees.zst", Unit: "articles",
		Licence: "encoder: Apache-2.0", Use: "trees"}, true, true},
	{CardData{Name: "Brown clusters of English (spacy-lookups-data)", File: "brown.tsv.zst", Unit: "words",
		Licence: "MIT", Use: "features of words"}, true, false},
	{CardData{Name: "word classes from the vectors of en_core_web_md", File: "clusters.tsv.zst", Unit: "words",
		Licence: "MIT", Use: "features of words"}, true, false},
}
