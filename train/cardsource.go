package train

// learnedFrom are the sets that Make reads, with what their owners say of them.
var learnedFrom = []struct {
	CardData
	teacher  bool // lies in the folder of the teacher
	optional bool // trained without where it is not there
}{
	{CardData{Name: "UD English EWT, train", File: "ud/en_ewt-train.conllu.gz", Unit: "sentences", Licence: "CC BY-SA 4.0",
		Use: "tags, lemmas, trees"}, false, false},
	{CardData{Name: "UD English GUM, train, without its non-commercial genres", File: "ud/en_gum-train.conllu.gz", Unit: "sentences", Licence: "CC BY 4.0 (annotations); CC BY, CC BY-SA and public domain (texts)",
		Use: "tags, lemmas, trees, names, chains"}, false, false},
	{CardData{Name: "Brown clusters of English (spacy-lookups-data)", File: "brown.tsv.zst", Unit: "words", Licence: "MIT",
		Use: "features of words"}, true, false},
	{CardData{Name: "word classes from the vectors of en_core_web_md", File: "clusters.tsv.zst", Unit: "words", Licence: "MIT",
		Use: "features of words"}, true, false},
	{CardData{Name: "trees that a neural parser put on the articles of PolNeAR, MUC-4, FA-KES and GeoVirus", File: "parser/trees.zst", Unit: "articles", Licence: "labels only: see NOTICE for the articles",
		Use: "trees"}, true, true},
}
