"""Times `ascribe read`, our engine alone and spaCy's pipeline on the same articles, on one core each, in turn.

Every run is a process of its own under `taskset -c CORE`, with one thread, and the runs of the three are interleaved,
so that what else the machine does strikes all alike. Time is from start to exit, loading included; memory is the
highest that was resident, as the kernel counts it. Words are what stands between white space, the same for all.
"""
import argparse
import csv
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def articles(data, limit, folder):
    """Writes the articles in the one form that all three take; returns the file and how many words it holds."""
    out, words, n = folder / "articles.jsonl", 0, 0
    with open(pathlib.Path(data) / "muc4" / "train.jsonl", encoding="utf-8") as src, open(out, "w", encoding="utf-8") as dst:
        for line in src:
            if n == limit:
                break
            record = json.loads(line)
            dst.write(json.dumps({"id": record["id"], "text": record["text"]}) + "\n")
            words += len(record["text"].split())
            n += 1
    return out, words, n


def run(command, core):
    """Runs a command on one core; returns seconds from start to exit, MB at most resident, and what it printed."""
    env = dict(os.environ, GOMAXPROCS="1", OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")
    with tempfile.TemporaryFile() as printed:
        began = time.perf_counter()
        child = subprocess.Popen(["taskset", "-c", str(core), *command], stdout=printed, env=env)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"{' '.join(map(str, command))} ended with {child.returncode}")
        printed.seek(0)
        cpu = usage.ru_utime + usage.ru_stime
        return {"seconds": seconds, "cpu": cpu, "mb": usage.ru_maxrss * 1024 / 1e6, "printed": printed.read()}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.environ.get("ASCRIBE_DATA"), required="ASCRIBE_DATA" not in os.environ, help="folder of the corpora; ASCRIBE_DATA says it too")
    p.add_argument("--bin", default="bin", help="folder of the binaries ascribe and ascribe-lab")
    p.add_argument("--python", default=sys.executable, help="Python that has spaCy")
    p.add_argument("--model", required=True, help="folder of en_core_web_md")
    p.add_argument("--runs", type=int, default=5)
    p.add_argument("--articles", type=int, default=1000)
    p.add_argument("--core", type=int, default=0)
    p.add_argument("--out", default=str(HERE.parent / "results" / "python.csv"))
    a = p.parse_args()
    with tempfile.TemporaryDirectory() as tmp:
        path, words, n = articles(a.data, a.articles, pathlib.Path(tmp))
        commands = {
            "ascribe read": [f"{a.bin}/ascribe", "read", str(path)],
            "engine alone": [f"{a.bin}/ascribe-lab", "bench", "probe", str(path)],
            "spaCy en_core_web_md": [a.python, str(HERE / "pipeline.py"), a.model, str(path)],
        }
        results = {name: [] for name in commands}
        for turn in range(a.runs):
            for name, command in commands.items():
                r = run(command, a.core)
                results[name].append(r)
                print(f"{turn + 1}/{a.runs} {name}: {r['seconds']:.1f} s, {r['cpu']:.1f} s of the core, {r['mb']:.0f} MB", file=sys.stderr)
    write(a.out, results, words, n)


def write(out, results, words, n):
    middle = {name: {k: statistics.median(r[k] for r in runs) for k in ("seconds", "cpu", "mb")} for name, runs in results.items()}
    base = middle["spaCy en_core_web_md"]
    rows = [["pipeline", "articles", "words", "runs", "seconds", "core seconds", "words a second", "words a core second", "MB at most", "times as fast as spaCy", "share of its memory"]]
    for name, m in middle.items():
        rows.append([name, n, words, len(results[name]), f"{m['seconds']:.2f}", f"{m['cpu']:.2f}", f"{words / m['seconds']:.0f}", f"{words / m['cpu']:.0f}",
                     f"{m['mb']:.0f}", f"{base['cpu'] / m['cpu']:.2f}", f"{m['mb'] / base['mb']:.2f}"])
    with open(out, "w", newline="", encoding="utf-8") as f:
        csv.writer(f, lineterminator="\n").writerows(rows)
    width = [max(len(str(r[i])) for r in rows) for i in range(len(rows[0]))]
    for r in rows:
        print("  ".join(str(c).ljust(w) for c, w in zip(r, width)))


if __name__ == "__main__":
    main()
