"""Reads articles with spaCy's tagger, parser, recogniser and lemmatizer and tells how fast that was.

usage: pipeline.py MODEL_FOLDER ARTICLES.jsonl
prints {"load_s", "read_s"}; the process is meant to be timed and weighed from outside as well.
"""
import json
import sys
import time

import spacy


def main(folder, path):
    with open(path, encoding="utf-8") as f:
        texts = [json.loads(line)["text"] for line in f]
    began = time.perf_counter()
    nlp = spacy.load(folder)
    missing = {"tagger", "parser", "ner", "lemmatizer"} - set(nlp.pipe_names)
    if missing:
        raise SystemExit(f"{folder} has no {', '.join(sorted(missing))}: name the folder of en_core_web_md")
    loaded = time.perf_counter()
    words = 0
    for doc in nlp.pipe(texts, n_process=1):
        words += len(doc)
    done = time.perf_counter()
    print(json.dumps({"load_s": loaded - began, "read_s": done - loaded, "tokens": words}))


if __name__ == "__main__":
    main(*sys.argv[1:])
