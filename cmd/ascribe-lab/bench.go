package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	bench "ascribe/bench/engine"
	"ascribe/bench/measure"
	"ascribe/extract/gazetteer"
	"ascribe/extract/lexicon"
	"ascribe/extract/model"
	"ascribe/extract/nlp"
	"ascribe/train"
	"ascribe/train/conllu"
	"ascribe/train/silver"
)

func benchCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "bench", Short: "Measure a part of the line against gold"}
	cmd.AddCommand(benchEngineCommand(), benchAllCommand(), benchCasesCommand(), largeCommand(), probeCommand(), missesCommand(), crossedCommand())
	for _, b := range readingBenches {
		cmd.AddCommand(b.command())
	}
	return cmd
}

func benchEngineCommand() *cobra.Command {
	var data, out string
	cmd := &cobra.Command{
		Use:   "engine",
		Short: "Measure the language engine and print the table of its bars",
		Long: `Measures the language engine on the dev parts of the corpora: tags, lemmas and
trees on gold words, in capitals and from raw text; names; chains; and, in fresh
processes on one core, speed, loading and memory. Prints the table, with the
figures of the last run beside it, and writes them down where the tree keeps them:
bench/results/engine.csv, bench/RESULTS.md, and the card of the models; or with
--out in a file alone. The corpora are no part of the project; ASCRIBE_DATA or
--data says where they lie.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			before, err := rowsOf(engineFigures)
			if err != nil {
				return err
			}
			rows, err := measureEngine(data, func(step string) { fmt.Fprintln(cmd.ErrOrStderr(), step) })
			if err != nil {
				return err
			}
			if err := measure.WriteTable(cmd.OutOrStdout(), rows, before); err != nil {
				return err
			}
			if out != "" {
				return writeRows(out, rows)
			}
			return keep(rows)
		},
	}
	cmd.Flags().StringVar(&data, "data", dataFolder(), "the folder of the corpora")
	cmd.Flags().StringVar(&out, "out", "", "write the figures as CSV to this file and leave the tree as it is")
	return cmd
}

// Where the tree keeps what was measured of the engine.
const (
	engineFigures = "bench/results/engine.csv"
	resultsPage   = "bench/RESULTS.md"
	modelFolder   = "extract/model"
)

// keep writes the figures where the tree keeps them: all in the file of figures,
// those that something is asked of on the page and in the card. What is told of one run on one
// machine is no property of the models and stays out of their card.
func keep(rows []measure.Row) error {
	if err := writeRows(engineFigures, rows); err != nil {
		return err
	}
	var table strings.Builder
	if err := measure.WriteTable(&table, measure.Main(rows), nil); err != nil {
		return err
	}
	if err := replaceSection(resultsPage, "engine", table.String()); err != nil {
		return err
	}
	card, err := train.ReadCard(filepath.Join(modelFolder, "card.json"))
	if err != nil {
		return err
	}
	models, err := model.Load()
	if err != nil {
		return err
	}
	if card.ID != models.ID {
		return fmt.Errorf("%s/card.json is of the models %s, this program has %s: build it again after ascribe-lab train", modelFolder, card.ID, models.ID)
	}
	card.Scores = card.Scores[:0]
	for _, r := range measure.Main(rows) {
		if strings.HasSuffix(r.Set, " dev") {
			card.Scores = append(card.Scores, train.Score{Set: r.Set, Input: r.Input, Measure: r.Measure, Value: r.Value})
		}
	}
	return writeCard(modelFolder, card)
}

// dataFolder is where the corpora are looked for when --data does not say.
func dataFolder() string {
	if dir := os.Getenv("ASCRIBE_DATA"); dir != "" {
		return dir
	}
	return "../shared/data"
}

// measureEngine measures everything that there is a bar for, and what explains it.
func measureEngine(data string, report func(string)) ([]measure.Row, error) {
	s, err := benchSubject()
	if err != nil {
		return nil, err
	}
	var rows []measure.Row
	for _, bank := range []struct{ set, file string }{{"EWT dev", "en_ewt-dev"}, {"GUM dev", "en_gum-dev"}} {
		report(bank.set)
		ss, err := conllu.ReadFile(filepath.Join(data, "ud", bank.file+".conllu.gz"))
		if err != nil {
			return nil, fmt.Errorf("reading a treebank (set --data or ASCRIBE_DATA): %w", err)
		}
		more, err := s.All(bank.set, ss)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	report(silver.PolNeARDev)
	more, err := judged(s, data)
	if err != nil {
		return nil, err
	}
	rows = append(rows, more...)
	report("speed, loading and memory")
	more, err = probes(data)
	return append(rows, more...), err
}

// judged measures names against those of the corrected teacher.
func judged(s bench.Subject, data string) ([]measure.Row, error) {
	texts, err := silver.Texts(data, silver.PolNeARDev)
	if err != nil {
		return nil, err
	}
	f, err := os.Open("train/teacher/judge.jsonl.zst")
	if err != nil {
		return nil, fmt.Errorf("run this at the root of the project: %w", err)
	}
	defer f.Close()
	named, err := silver.ReadNames(f, texts)
	if err != nil {
		return nil, err
	}
	return s.Judge("PolNeAR dev", named, texts)
}

func benchSubject() (s bench.Subject, err error) {
	places, err := gazetteer.Embedded()
	if err != nil {
		return s, err
	}
	if s.Engine, err = nlp.NewLinear(lexicon.Seed(), places); err != nil {
		return s, err
	}
	s.Models, err = model.Load()
	return s, err
}

// rowsOf reads the figures of an earlier run, if there are any.
func rowsOf(path string) ([]measure.Row, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := measure.ReadRows(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return rows, nil
}

func writeRows(path string, rows []measure.Row) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := measure.WriteRows(f, rows); err != nil {
		return err
	}
	return f.Close()
}
