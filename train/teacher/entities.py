"""What the teacher, spaCy's en_core_web_md, takes for an entity in the corpora.

Writes the raw labels, uncorrected, for correct.py: one JSON line a document with
its set, id, the hash of its text and [start, end, label] in code points. The
labels are spaCy's own (OntoNotes). Upper-case sets are read truecased, and that
view of the text is kept beside the labels: the file is for the next step alone
and is never committed. A text goes to the teacher paragraph by paragraph, its
runs of white space as one space: line ends inside a name would cut it.
"""

import argparse
import json
import os
import re

import spacy

import clusters
import corpora
import truecase

PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
LONGEST = 20_000  # code points of one piece; a longer paragraph is cut at a space


def pieces(text):
    """Yields (squeezed text, offset of every code point) of each paragraph."""
    for paragraph in PARAGRAPH.finditer(text):
        out, offsets = [], []
        for i in range(paragraph.start(), paragraph.end()):
            space = text[i].isspace()
            if space and (not out or out[-1] == " "):
                continue
            if space and len(out) > LONGEST:
                yield "".join(out), offsets
                out, offsets = [], []
                continue
            out.append(" " if space else text[i])
            offsets.append(i)
        if out:
            yield "".join(out), offsets


def label(nlp, texts):
    """Yields the entities of every text, in order, as [start, end, label]."""
    flat = [(n, piece, offsets) for n, text in enumerate(texts) for piece, offsets in pieces(text)]
    found = [[] for _ in texts]
    docs = nlp.pipe((piece for _, piece, _ in flat), batch_size=64)
    for (n, _, offsets), doc in zip(flat, docs):
        for entity in doc.ents:
            if entity.text.strip():
                found[n].append([offsets[entity.start_char], offsets[entity.end_char - 1] + 1, entity.label_])
    return found


def load(model):
    """Loads the teacher with nothing but what entities need."""
    return spacy.load(model, exclude=["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"])


def main():
    """Labels every set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ASCRIBE_DATA"), help="the data folder (or ASCRIBE_DATA)")
    parser.add_argument("--model", required=True, help="the unpacked folder of en_core_web_md")
    parser.add_argument("--lookups", required=True, help="the folder data of spacy-lookups-data")
    parser.add_argument("--lexicon", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../extract/lexicon"))
    parser.add_argument("--out", default="raw.jsonl.zst")
    args = parser.parse_args()

    caser = truecase.train(args.data, args.lexicon, clusters.lookup(args.lookups, "prob"))
    nlp, lines = load(args.model), []
    for name in corpora.LABELLED + corpora.JUDGED:
        documents = list(corpora.documents(args.data, name))
        texts = [caser.restore(text) if name in corpora.UPPER else text for _, text in documents]
        for (ident, text), view, entities in zip(documents, texts, label(nlp, texts)):
            line = {"set": name, "id": ident, "sha256": corpora.digest(text), "entities": entities}
            if view != text:
                line["view"] = view
            lines.append(json.dumps(line) + "\n")
    corpora.write(args.out, lines)


if __name__ == "__main__":
    main()
