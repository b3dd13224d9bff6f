package tasks

import (
	"slices"
	"sync"

	"ascribe"
	"ascribe/bench/corpus"
	"ascribe/bench/measure"
	"ascribe/bench/muc"
	"ascribe/extract"
	"ascribe/train/weigh"
)

const mucData = "MUC-4 train: FBIS reports and answer keys, released for research by the U.S. Navy (NRaD) through DARPA's conferences"

// roleColumns says which roles of the key a task learns.
var roleColumns = map[string]int{
	"perpetrator_individual":   muc.PerpetratorIndividual,
	"perpetrator_organization": muc.PerpetratorOrganization,
	"physical_target":          muc.PhysicalTarget,
	"human_target":             muc.HumanTarget,
	"instrument":               muc.Instrument,
}

// settings are those of each role's model: the penalties are the best by
// cross-validation on train, and so are the thresholds, but of all roles together
// through the whole line. The chance from which F gains is about half of F, so they
// lie near one in three; a threshold chosen for each role by itself swings with
// every training.
var settings = map[string]weigh.Options{
	"perpetrator_individual":   {L2: 12, Least: -0.8},
	"perpetrator_organization": {L2: 4, Least: -0.6},
	"physical_target":          {L2: 4, Least: -0.6},
	"human_target":             {L2: 1, Least: -0.1},
	"instrument":               {L2: 4, Least: -0.6},
}

// incidentTasks are the tasks that fill the roles of incidents. They share one
// reading of the corpus.
func incidentTasks() []Task {
	keep := &asked{}
	about := map[string]string{
		"perpetrator_individual":   "decides whether somebody, described or named, did what an incident tells",
		"perpetrator_organization": "decides whether an organization stands behind an incident",
		"physical_target":          "decides whether a thing was the target of an incident or was hit by it",
		"human_target":             "decides whether somebody was the target of an incident or was harmed by it",
		"instrument":               "decides whether a weapon was used in an incident",
	}
	names := make([]string, 0, len(about))
	for name := range about {
		names = append(names, name)
	}
	slices.Sort(names)
	out := []Task{{Name: "news_incident", About: "decides whether a report tells of an incident as its news, or in passing", Data: mucData + "; " + fakesData, Options: weigh.Options{L2: 20, Seen: 4, Least: -0.9},
		Examples: func(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error) {
			reports, err := keep.read(data, x, progress)
			var examples []weigh.Example
			for _, r := range reports {
				examples = append(examples, r.news()...)
			}
			if err != nil {
				return nil, err
			}
			today, err := newsOfFAKES(data, x, progress)
			return append(examples, today...), err
		}}}
	for _, name := range names {
		out = append(out, Task{Name: name, About: about[name], Data: mucData, Options: settings[name],
			Examples: func(data string, x *extract.Extractor, progress func(done, all int)) ([]weigh.Example, error) {
				reports, err := keep.read(data, x, progress)
				var examples []weigh.Example
				for _, r := range reports {
					examples = append(examples, r.castings(name)...)
				}
				return examples, err
			}})
	}
	return out
}

// asked keeps the questions of the reports, because several tasks learn from
// them.
type asked struct {
	once    sync.Once
	reports []askedReport
	err     error
}

// An askedReport is a report with its reading and what was asked in it.
type askedReport struct {
	*muc.Report
	reading   *ascribe.Reading
	questions []*extract.Question
	templates map[ascribe.MentionID]*muc.Template // of the incidents that the key has
}

func (a *asked) read(data string, x *extract.Extractor, progress func(done, all int)) ([]askedReport, error) {
	a.once.Do(func() {
		var reports []muc.Report
		var readings []corpus.Reading
		if reports, readings, a.err = muc.Read(data, "train", x, progress); a.err != nil {
			return
		}
		for i := range reports {
			r := askedReport{Report: &reports[i], reading: readings[i].Reading}
			for k := range readings[i].Questions {
				switch q := &readings[i].Questions[k]; q.About.(type) {
				case extract.Casting, extract.NewsCase:
					r.questions = append(r.questions, q)
				}
			}
			r.templates = r.match()
			a.reports = append(a.reports, r)
		}
	})
	return a.reports, a.err
}

// match pairs the incidents of the reading with the templates of their type, so
// that as many of the key's fillers as possible stand near their incident.
func (r *askedReport) match() map[ascribe.MentionID]*muc.Template {
	n := max(len(r.reading.Incidents), len(r.Templates))
	gain := make([][]float64, n)
	for i := range gain {
		gain[i] = make([]float64, n)
		if i < len(r.reading.Incidents) {
			r.gains(i, gain[i])
		}
	}
	out := map[ascribe.MentionID]*muc.Template{}
	for i, k := range measure.Assign(gain) {
		if gain[i][k] > 0 {
			out[r.reading.Incidents[i].Incident] = &r.Templates[k]
		}
	}
	return out
}

// gains says how well an incident goes with each template: most for what the
// rules have right, less for what stands near, and something for being news.
func (r *askedReport) gains(i int, gain []float64) {
	o := &r.reading.Incidents[i]
	for k := range r.Templates {
		t := &r.Templates[k]
		if !slices.Contains(t.Types, muc.Kind(o.Type)) {
			continue
		}
		gain[k] = 1
		if o.Recent {
			gain[k] += 0.5
		}
		for _, q := range r.questions {
			c, ok := q.About.(extract.Casting)
			if !ok || c.Incident != o.Incident || !fits(t, c) {
				continue
			}
			switch {
			case q.Taken:
				gain[k]++
			case c.Near:
				gain[k] += 0.5
			default:
				gain[k] += 0.01
			}
		}
	}
}

// fits reports whether a casting is right by a template: one of the candidate's
// wordings is one of an entity's.
func fits(t *muc.Template, c extract.Casting) bool {
	column, ok := roleColumns[c.Role]
	if !ok {
		return false
	}
	has := func(wordings []string) bool {
		return slices.ContainsFunc(wordings, func(w string) bool {
			return slices.ContainsFunc(c.Wordings, func(v string) bool { return muc.Plain(v) == muc.Plain(w) })
		})
	}
	if slices.ContainsFunc(t.Roles[column], func(e muc.Entity) bool { return has(e.Wordings) }) {
		return true
	}
	return column == muc.HumanTarget && slices.ContainsFunc(t.Described, func(f muc.Fill) bool { return has(f.Strings) })
}

// castings labels the questions of a role: of the incidents that the key has,
// which candidates fill it.
func (r *askedReport) castings(role string) []weigh.Example {
	var out []weigh.Example
	for _, q := range r.questions {
		c, ok := q.About.(extract.Casting)
		t := r.templates[c.Incident]
		if !ok || q.Task != role || t == nil {
			continue
		}
		out = append(out, weigh.Example{Features: q.Features, Right: fits(t, c), Document: r.ID})
	}
	return out
}

// news labels the incidents of a report by whether the key has them. What the key
// leaves out because those who fight fought each other says nothing of news, and
// is not learned from; nor are arrests and warnings, of which the key knows
// nothing.
func (r *askedReport) news() []weigh.Example {
	kinds := map[ascribe.MentionID]ascribe.IncidentType{}
	for i := range r.reading.Incidents {
		kinds[r.reading.Incidents[i].Incident] = r.reading.Incidents[i].Type
	}
	var out []weigh.Example
	for _, q := range r.questions {
		c, ok := q.About.(extract.NewsCase)
		if !ok {
			continue
		}
		t := r.templates[c.Incident]
		if t == nil && c.Combat || muc.Kind(kinds[c.Incident]) == "" {
			continue
		}
		out = append(out, weigh.Example{Features: q.Features, Right: t != nil, Document: r.ID})
	}
	return out
}
