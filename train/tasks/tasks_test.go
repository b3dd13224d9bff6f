package tasks

import (
	"testing"

	"ascribe/extract/weigh"
)

// TestEveryTableHasATask holds the tables that ship to the tasks that make them.
func TestEveryTableHasATask(t *testing.T) {
	known := map[string]bool{}
	for _, task := range All() {
		if known[task.Name] || task.About == "" || task.Data == "" || task.Examples == nil {
			t.Errorf("task %q is there twice, or says not what it is", task.Name)
		}
		known[task.Name] = true
		if weigh.For(task.Name) == nil {
			t.Errorf("task %q has no table: run ascribe-lab train weigh %s", task.Name, task.Name)
		}
	}
	for _, name := range weigh.Tasks() {
		if !known[name] {
			t.Errorf("no task makes the table %q: delete it", name)
		}
	}
}
