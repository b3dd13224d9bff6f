// Package tasks lists the models that weigh candidates, and makes the examples
// of each from the train parts of the corpora: one file a task.
package tasks

import (
	"slices"

	"ascribe/extract"
	"ascribe/train/weigh"
)

// A Task is a model and how its examples are made.
type Task struct {
	Name    string // of the table, and of the questions: "target"
	About   string // what it decides, in a sentence
	Data    string // what it is learned from, and under which licence
	Options weigh.Options
	// Examples reads the articles in the folder of the corpora and labels the
	// questions that the extractor asks.
	Examples func(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error)
}

// All lists the tasks in the order in which they are trained: what one model
// decides, the next one sees.
func All() []Task {
	return slices.Concat([]Task{endTask(), cueTask(), sumTask()}, blameTasks(), []Task{placeTask()}, incidentTasks())
}
