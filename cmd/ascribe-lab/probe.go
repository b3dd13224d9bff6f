package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/bench/measure"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/model"
	"ascribe/extract/nlp"
	"ascribe/read"
)

// A probe is what a fresh process tells of itself. Sizes are in MB of a million
// bytes.
type probe struct {
	LoadMS      float64 // to open the models
	Start       float64 // resident before
	Models      float64 // resident with the models open
	Ready       float64 // resident when the first article can be read
	Read        float64 // resident after the articles
	WordsSecond float64 // words between white space, the middle of the rounds
	TokenSecond float64 // words and marks as the engine cuts them
}

// probeCommand is run by benchEngineCommand in processes of its own.
func probeCommand() *cobra.Command {
	var p probing
	cmd := &cobra.Command{
		Use:    "probe FILE…",
		Short:  "Load the engine, read articles, and tell what it took",
		Hidden: true,
		RunE: func(cmd *cobra.Command, files []string) error {
			got, err := p.run(files)
			if err != nil {
				return err
			}
			return json.NewEncoder(cmd.OutOrStdout()).Encode(got)
		},
	}
	cmd.Flags().BoolVar(&p.places, "places", true, "load the gazetteer")
	cmd.Flags().IntVar(&p.limit, "limit", 0, "how many articles to read at most; 0 is all")
	cmd.Flags().IntVar(&p.rounds, "rounds", 1, "how often to read them")
	return cmd
}

type probing struct {
	places        bool
	limit, rounds int
}

func (p *probing) run(files []string) (got probe, err error) {
	if got.Start, err = resident(); err != nil {
		return got, err
	}
	began, err := busy()
	if err != nil {
		return got, err
	}
	if _, err = model.Load(); err != nil {
		return got, err
	}
	loaded, err := busy()
	if err != nil {
		return got, err
	}
	got.LoadMS = 1000 * (loaded - began).Seconds()
	if got.Models, err = resident(); err != nil {
		return got, err
	}
	var places gazetteer.Names = gazetteer.New(nil)
	if p.places {
		if places, err = gazetteer.Embedded(); err != nil {
			return got, err
		}
	}
	eng, err := nlp.NewLinear(lexicon.Seed(), places)
	if err != nil {
		return got, err
	}
	if got.Ready, err = resident(); err != nil {
		return got, err
	}
	if err := p.speed(&got, eng, files); err != nil {
		return got, err
	}
	got.Read, err = resident()
	return got, err
}

// speed reads the articles as often as asked, from text to everything.
func (p *probing) speed(got *probe, eng nlp.Engine, files []string) error {
	var texts []string
	for _, f := range files {
		more, err := textsOf(f, p.limit)
		if err != nil {
			return err
		}
		texts = append(texts, more...)
	}
	words, tokens := 0, 0
	var seconds []float64
	for round := range p.rounds {
		began, err := busy()
		if err != nil {
			return err
		}
		for _, text := range texts {
			a := eng.Analyse(read.Plain(text))
			if round == 0 {
				words += len(strings.Fields(text))
				for i := range a.Sentences {
					tokens += len(a.Sentences[i].Tokens)
				}
			}
		}
		done, err := busy()
		if err != nil {
			return err
		}
		seconds = append(seconds, (done - began).Seconds())
	}
	if words > 0 {
		middle := median(seconds)
		got.WordsSecond, got.TokenSecond = float64(words)/middle, float64(tokens)/middle
	}
	return nil
}

// textsOf reads the texts of a corpus, at most so many.
func textsOf(path string, limit int) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() && (limit == 0 || len(out) < limit) {
		var r raw
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, len(out)+1, err)
		}
		out = append(out, r.Text)
	}
	return out, lines.Err()
}

// resident is how much memory the process holds, in MB.
func resident() (float64, error) {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, ascribe.WithHint(fmt.Errorf("resident memory: %w", err), "Measure on Linux.")
	}
	for line := range strings.Lines(string(b)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb * 1024 / 1e6, err
		}
	}
	return 0, fmt.Errorf("/proc/self/status names no VmRSS")
}

// busy is how long the process has had a processor: what else the machine does
// makes no difference to it.
func busy() (time.Duration, error) {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0, fmt.Errorf("the time of the process: %w", err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), nil
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// childRuns is how many fresh processes are started for what is told of loading.
const childRuns = 5

// probes measures speed, loading and memory in fresh processes on one core.
func probes(data string) ([]measure.Row, error) {
	muc, polnear := filepath.Join(data, "muc4", "dev.jsonl"), filepath.Join(data, "polnear", "dev.jsonl")
	var loads, models []float64
	for range childRuns {
		p, err := child("--places=false", "--rounds=0")
		if err != nil {
			return nil, err
		}
		loads, models = append(loads, p.LoadMS), append(models, p.Models-p.Start)
	}
	bare, err := child("--places=false", "--limit=200", muc)
	if err != nil {
		return nil, err
	}
	full, err := child("--limit=200", muc)
	if err != nil {
		return nil, err
	}
	fast, err := child("--rounds=3", muc, polnear)
	if err != nil {
		return nil, err
	}
	return []measure.Row{
		{Set: "news", Input: "raw text", Measure: "words a second, one core", Value: fast.WordsSecond},
		{Set: "news", Input: "raw text", Measure: "words and marks a second, one core", Value: fast.TokenSecond},
		{Set: "weights", Input: "in the binary", Measure: "MB", Value: float64(model.Size()) / 1e6},
		{Set: "weights", Input: "opened", Measure: "ms", Value: median(loads)},
		{Set: "weights", Input: "opened", Measure: "MB more resident", Value: median(models)},
		{Set: "engine without gazetteer", Input: "200 articles read", Measure: "MB more resident", Value: bare.Read - bare.Start},
		{Set: "engine with gazetteer", Input: "200 articles read", Measure: "MB more resident", Value: full.Read - full.Start},
		{Set: "process", Input: "just started", Measure: "MB resident", Value: full.Start},
		{Set: "process", Input: "200 articles read", Measure: "MB resident", Value: full.Read},
	}, nil
}

// child probes a process of its own on one core.
func child(args ...string) (p probe, err error) {
	self, err := os.Executable()
	if err != nil {
		return p, err
	}
	cmd := exec.Command(self, append([]string{"bench", "probe"}, args...)...)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return p, fmt.Errorf("a process to measure (bench probe %s): %w", strings.Join(args, " "), err)
	}
	return p, json.Unmarshal(out, &p)
}
