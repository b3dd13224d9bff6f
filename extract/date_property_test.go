package extract

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ascribe"
)

// edtfDays reads the level 0 and 1 forms of ISO 8601-2 that dates may take and
// returns the first and last day.
func edtfDays(s string) (from, to time.Time, err error) {
	if a, b, ok := strings.Cut(s, "/"); ok {
		from, _, err = edtfDays(a)
		if err == nil {
			_, to, err = edtfDays(b)
		}
		return from, to, err
	}
	s = strings.TrimSuffix(s, "~")
	if decade, ok := strings.CutSuffix(s, "X"); ok {
		y, err := strconv.Atoi(decade)
		return day(10*y, 1, 1), day(10*y+9, 12, 31), err
	}
	if len(s) == len("2024-22") && s[5] == '2' {
		y, err := strconv.Atoi(s[:4])
		season, err2 := strconv.Atoi(s[5:])
		if err != nil || err2 != nil || season < 21 || season > 24 {
			return from, to, fmt.Errorf("%q is no season", s)
		}
		from = day(y, time.Month(3*(season-20)), 1)
		return from, from.AddDate(0, 3, -1), nil
	}
	for _, l := range []struct {
		layout       string
		years, month int
		days         int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if from, err = time.Parse(l.layout, s); err == nil {
			return from, from.AddDate(l.years, l.month, l.days).AddDate(0, 0, -1), nil
		}
	}
	return from, to, err
}

// expressions draws a date expression, often one that means nothing.
func expressions() *rapid.Generator[string] {
	pick := func(words string) *rapid.Generator[string] { return rapid.SampledFrom(strings.Split(words, "|")) }
	return rapid.Custom(func(t *rapid.T) string {
		month := pick("January|February|Mar.|March|April|May|Sept.|December|FEB").Draw(t, "month")
		d := rapid.IntRange(0, 33).Draw(t, "day")
		y := rapid.IntRange(1895, 2105).Draw(t, "year")
		n := pick("two|3|12|a few|several|400|a|24").Draw(t, "n")
		unit := pick("hours|days|weeks|months|years|decades|weekend|year|day").Draw(t, "unit")
		weekday := pick("Monday|Friday|Sunday|Sat.|Thurs.").Draw(t, "weekday")
		shift := pick("last|next|this|past|coming|previous|the past|earlier this|later this|early|late|mid|mid-|the end of|the first").Draw(t, "shift")
		season := pick("spring|summer|fall|winter").Draw(t, "season")
		switch pick("MD|MDY|DMY|ISO|SLASH|MY|Y|YY|YorY|DEC|AGO|LATER|SW|SU|SM|SS|SY|SDEC|W|WMD|SNU|D-D|between").Draw(t, "form") {
		case "MD":
			return fmt.Sprintf("%s %d", month, d)
		case "MDY":
			return fmt.Sprintf("%s %d, %d", month, d, y)
		case "DMY":
			return fmt.Sprintf("%02d %s %02d", d, month, y%100)
		case "ISO":
			return fmt.Sprintf("%d-%02d-%02d", y, d%14, d)
		case "SLASH":
			return fmt.Sprintf("%d/%d/%d", d%14, d, y)
		case "MY":
			return fmt.Sprintf("%s %d", month, y)
		case "YY":
			return fmt.Sprintf("%d–%d", y, y+d-10)
		case "YorY":
			return fmt.Sprintf("%d or %d", y, y+d-10)
		case "DEC":
			return fmt.Sprintf("the %d0s", y/10)
		case "AGO":
			return n + " " + unit + " ago"
		case "LATER":
			return n + " " + unit + " later"
		case "SW":
			return shift + " " + weekday
		case "SU":
			return shift + " " + unit
		case "SM":
			return shift + " " + month
		case "SS":
			return shift + " " + season
		case "SY":
			return fmt.Sprintf("%s %d", shift, y)
		case "SDEC":
			return fmt.Sprintf("%s %d0s", shift, y/10)
		case "W":
			return weekday + " night"
		case "WMD":
			return fmt.Sprintf("%s, %s %d", weekday, month, d)
		case "SNU":
			return shift + " " + n + " " + unit
		case "D-D":
			return fmt.Sprintf("%s %d-%d", month, d, d+3)
		case "between":
			return fmt.Sprintf("between %s %d and %s %d", month, d, month, d+2)
		}
		return strconv.Itoa(y)
	})
}

// Whatever an article says: a date's text is that of its span, its first day is
// not after its last, its EDTF reads back as the same days, and what is not
// resolved claims nothing.
func TestDatesHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		published := ""
		if rapid.Bool().Draw(t, "dated") {
			published = day(rapid.IntRange(1950, 2030).Draw(t, "y"), 1, rapid.IntRange(1, 366).Draw(t, "d")).Format(time.DateOnly)
		}
		before := rapid.SampledFrom([]string{"in ", "on ", "since ", "", "the "}).Draw(t, "before")
		sentence := "The front attacked the depot " + before + expressions().Draw(t, "expression") + " and " +
			before + expressions().Draw(t, "other") + rapid.SampledFrom([]string{".", ", police said.", " will be remembered."}).Draw(t, "after")
		if rapid.Bool().Draw(t, "caps") {
			sentence = strings.ToUpper(sentence)
		}
		p := pageOf(published, sentence)
		last := 0
		for _, d := range p.reading.Dates {
			if d.Text != d.Span.Of(p.Document.Text) || d.Span.Start < last {
				t.Fatalf("%q: span %v, after %d", d.Text, d.Span, last)
			}
			last = d.Span.End
			if !d.Resolved() {
				if d.Precision != ascribe.UnknownDate || d.Basis != ascribe.NoBasis || d.EDTF != "" {
					t.Fatalf("%q is not resolved and yet %+v", d.Text, d)
				}
				continue
			}
			from, to, err := edtfDays(d.EDTF)
			if err != nil || !from.Equal(d.From) || !to.Equal(d.To) || d.From.After(d.To) {
				t.Fatalf("%s: %q is %s to %s, EDTF %s reads %s to %s (%v)", sentence, d.Text, d.From, d.To, d.EDTF, from, to, err)
			}
			if published == "" && d.Basis == ascribe.RelativeToPublication || d.Basis == ascribe.NoBasis || d.Precision == ascribe.UnknownDate {
				t.Fatalf("%q: %+v", d.Text, d)
			}
		}
		for _, at := range []string{"attacked", "ATTACKED", "said", "SAID"} {
			if i := strings.Index(sentence, at); i >= 0 {
				span := ascribe.Span{Start: i, End: i + len(at)}
				p.dateNear(&p.Sentences[0], span)
				p.saidDate(&p.Sentences[0], span)
			}
		}
	})
}
