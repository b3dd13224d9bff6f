package tasks

import (
	"slices"

	shipped "ascribe/extract/weigh"

	"ascribe/bench/corpus"
	"ascribe/bench/measure"
	"ascribe/bench/muc"
	"ascribe/extract"
	"ascribe/train/weigh"
)

// parts is in how many parts the reports are dealt for Crossed.
const parts = 5

// Crossed measures readings on the train part of MUC-4 by cross-validation: each
// fifth of the reports is read with models of the given tasks that learned from the
// other four. The models of all other tasks are those that ship, which have seen
// the reports. Forms says in how many of the forms, from capitals on, they are read.
func Crossed(data string, x *extract.Extractor, chosen []Task, forms int, progress func(step string, done, all int)) ([]measure.Row, error) {
	reports, err := muc.Load(data, "train")
	if err != nil {
		return nil, err
	}
	models, err := crossedModels(data, x, chosen, reports, progress)
	if err != nil {
		return nil, err
	}
	all, err := muc.Forms(reports)
	if err != nil {
		return nil, err
	}
	var rows []measure.Row
	for _, f := range all[:min(forms, len(all))] {
		readings := make([]corpus.Reading, len(reports))
		for part, m := range models {
			var texts []corpus.Text
			for i := part; i < len(f.Texts); i += parts {
				texts = append(texts, f.Texts[i])
			}
			read, err := corpus.ReadAll(x.Weighing(m), texts, func(done, all int) { progress(f.Name, done, all) })
			if err != nil {
				return nil, err
			}
			for i := range read {
				readings[part+i*parts] = read[i]
			}
		}
		rows = append(rows, f.Score("MUC-4 train, crossed", reports, readings)...)
	}
	return rows, nil
}

// crossedModels trains the models for each part, on the reports of the others.
func crossedModels(data string, x *extract.Extractor, chosen []Task, reports []muc.Report, progress func(step string, done, all int)) ([parts]map[string]*shipped.Model, error) {
	var models [parts]map[string]*shipped.Model
	part := map[string]int{}
	for i := range reports {
		part[reports[i].ID] = i % parts
	}
	for _, t := range chosen {
		examples, err := t.Examples(data, x, func(done, all int) { progress("examples of "+t.Name, done, all) })
		if err != nil {
			return models, err
		}
		for k := range models {
			rest := slices.DeleteFunc(slices.Clone(examples), func(e weigh.Example) bool {
				n, known := part[e.Document]
				return known && n == k
			})
			m, err := t.model(rest)
			if err != nil {
				return models, err
			}
			if models[k] == nil {
				models[k] = map[string]*shipped.Model{}
			}
			models[k][t.Name] = m
			progress("training "+t.Name, k+1, parts)
		}
	}
	return models, nil
}

// model trains a model as it would ship.
func (t *Task) model(examples []weigh.Example) (*shipped.Model, error) {
	table, _, err := t.Table(examples)
	if err != nil {
		return nil, err
	}
	return shipped.Parse(table)
}
