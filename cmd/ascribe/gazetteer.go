package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"ascribe"
	"ascribe/extract/gazetteer"
)

func (a *app) gazetteerCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "gazetteer",
		Short: "Look up places and import further ones",
		Args:  args(cobra.NoArgs),
	}
	cmd.AddCommand(a.gazetteerImport(), a.gazetteerFind())
	return cmd
}

func (a *app) gazetteerImport() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE…",
		Short: "Let the program know places that the built-in gazetteer lacks",
		Long: `Reads a GeoNames country file (19 tab-separated columns, as in the download
area of geonames.org) or a CSV with the header
name,aliases,country,admin1,lat,lon,population,kind
and keeps the places beside the store (--db). Articles that were read before
keep their reading.`,
		Example: "  ascribe gazetteer import --db ferry.db SV.txt",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, paths []string) error {
			places, _, err := a.ownPlaces()
			if err != nil {
				return err
			}
			before := len(places)
			for _, path := range paths {
				more, err := placesFile(path)
				if err != nil {
					return err
				}
				places = append(places, more...)
			}
			f, err := os.Create(a.placesPath())
			if err != nil {
				return ascribe.WithHint(fmt.Errorf("keeping the places: %w", err), "check the folder of --db and its permissions")
			}
			if err := gazetteer.Write(f, places); err != nil {
				return fmt.Errorf("keeping the places in %s: %w", a.placesPath(), err)
			}
			if err := f.Close(); err != nil {
				return fmt.Errorf("keeping the places in %s: %w", a.placesPath(), err)
			}
			_, err = fmt.Fprintf(a.out, "%d places imported beside %s\n", len(places)-before, a.db)
			return err
		},
	}
}

// placesFile reads one file of places; an error names the file and the line.
func placesFile(path string) ([]gazetteer.Place, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, ascribe.WithHint(fmt.Errorf("reading places: %w", err), "check the path")
	}
	defer f.Close()
	places, err := gazetteer.Parse(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return places, nil
}

func (a *app) gazetteerFind() *cobra.Command {
	return &cobra.Command{
		Use:     "find NAME",
		Short:   "List the places that carry a name, the most populous first",
		Example: "  ascribe gazetteer find Mosul",
		Args:    args(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, names []string) error {
			places, err := a.places()
			if err != nil {
				return err
			}
			found := places.Lookup(names[0])
			if len(found) == 0 {
				return ascribe.WithHint(ascribe.Errorf(ascribe.NotFound, "no place is called %q", names[0]),
					"import a country file with ascribe gazetteer import")
			}
			for _, e := range found {
				if _, err := fmt.Fprintf(a.out, "%s\t%s\t%s\t%.4f\t%.4f\t%d\t%s\n", e.Name, e.Country, e.Admin1, e.Lat, e.Lon, e.Population, e.ID); err != nil {
					return err
				}
			}
			return nil
		},
	}
}
