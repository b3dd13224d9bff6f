// Package tasks lists the models that weigh candidates, and makes the examples
// of each from the train parts of the corpora: one file a task.
package tasks

import (
	"slices"
	"strings"

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

// Table trains the task's model and writes it as it ships.
func (t *Task) Table(examples []weigh.Example) (string, weigh.Held, error) {
	model, held := weigh.Train(examples, t.Options)
	var table strings.Builder
	err := model.Write(&table, weigh.Card{Task: t.Name, About: t.About, Data: t.Data, Held: held})
	return table.String(), held, err
}

// fakesData is said of every model that learns from the reports of FA-KES.
const fakesData = "FA-KES train, 408 reports, CC BY 4.0 (F. K. Abu Salem and others, American University of Beirut)"
