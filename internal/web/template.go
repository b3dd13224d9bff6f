package web

import (
	"html/template"
	"io/fs"
	"path"

	"ascribe/publish"
)

// templates are the pages in each language.
type templates struct {
	of map[string]map[string]*template.Template // by code and file
}

// shared are the templates that every page is made with.
var shared = [...]string{"template/layout.html", "template/parts.html"}

func parseTemplates(files fs.FS, tongues []*tongue) (*templates, error) {
	names, err := fs.Glob(files, "template/*.html")
	if err != nil {
		return nil, err
	}
	out := &templates{map[string]map[string]*template.Template{}}
	for _, t := range tongues {
		base, err := template.New("").Funcs(funcs(t)).ParseFS(files, shared[:]...)
		if err != nil {
			return nil, err
		}
		out.of[t.Code] = map[string]*template.Template{}
		for _, name := range names {
			clone, err := base.Clone()
			if err != nil {
				return nil, err
			}
			if out.of[t.Code][path.Base(name)], err = clone.ParseFS(files, name); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// funcs are what templates say things with, in one language.
func funcs(t *tongue) template.FuncMap {
	return template.FuncMap{
		"t": t.t, "n": t.n, "say": t.say, "word": t.word, "deed": t.deed, "list": t.list, "commas": commas,
		"day": t.day, "moment": t.moment, "date": t.date, "published": t.published, "figure": t.figure, "number": number,
		"lapse": t.lapse, "capital": capital, "visible": visible,
		"keys": func() []string { return answers[:] },
		"sign": publish.Sign, "tone": publish.Tone, "link": publish.Link,
	}
}
