package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"terminbote/bot/chart"
	"terminbote/locales"
	"terminbote/simulation"
	"terminbote/statistics"
)

// Rehearsal is what came of one demand under the office file as it is, and under a
// changed one.
type Rehearsal struct {
	Before simulation.Outcome
	After  *simulation.Outcome // nil: there is no changed file
}

// row is one figure of a rehearsal.
type row struct {
	name          locales.Line
	before, after int
	unit          string
	of            quantity
}

// quantity is what a figure counts, as far as figures share an axis.
type quantity int

const (
	people quantity = iota // and what they do
	measures
)

// rows is the figures of a rehearsal in their order.
func (h Rehearsal) rows() []row {
	after := h.Before
	if h.After != nil {
		after = *h.After
	}
	figure := func(name locales.Line, unit string, of func(simulation.Outcome) int) row {
		q := people
		if unit != "" {
			q = measures
		}
		return row{name, of(h.Before), of(after), strings.TrimSuffix(unit, " "), q}
	}
	type o = simulation.Outcome
	return []row{
		figure(locales.Say("rehearsal.asked"), "", func(x o) int { return x.Asked }),
		figure(locales.Say("rehearsal.accepted"), "", func(x o) int { return x.Accepted }),
		figure(locales.Say("rehearsal.refused"), "", func(x o) int { return x.Refused }),
		figure(locales.Say("rehearsal.unserved"), "", func(x o) int { return x.Unserved }),
		figure(locales.Say("rehearsal.cancelled"), "", func(x o) int { return x.Cancelled }),
		figure(locales.Say("rehearsal.missed"), "", func(x o) int { return x.Missed }),
		figure(locales.Say("rehearsal.finished"), "", func(x o) int { return x.Finished }),
		figure(locales.Say("rehearsal.utilisation"), "%", o.Utilisation),
		figure(locales.Say("rehearsal.days"), " ", func(x o) int { return x.Days.Median() }),
		figure(locales.Say("rehearsal.waited"), "min", func(x o) int { return x.Waited.Median() }),
		figure(locales.Say("rehearsal.waited_p95"), "min", func(x o) int { return x.Waited.Quantile(0.95) }),
		figure(locales.Say("rehearsal.freed"), "", func(x o) int { return x.Freed.EarlyTimes }),
		figure(locales.Say("rehearsal.refilled"), "%", func(x o) int { return statistics.Share(x.Freed.EarlyRefilled.Cases(), x.Freed.EarlyTimes) }),
		figure(locales.Say("rehearsal.refilled_after"), "min", func(x o) int { return x.Freed.EarlyRefilled.Median() }),
	}
}

// Write writes the rehearsal as a table in plain lines.
func (h Rehearsal) Write(w io.Writer, lang string) error {
	say := locales.For(lang).Say
	lines := [][]string{{"", say(locales.Say("rehearsal.before"))}}
	if h.After != nil {
		lines[0] = append(lines[0], say(locales.Say("rehearsal.after")), say(locales.Say("rehearsal.change")))
	}
	for _, r := range h.rows() {
		line := []string{say(r.name), with(r.before, r.unit)}
		if h.After != nil {
			line = append(line, with(r.after, r.unit), signed(r.after-r.before))
		}
		lines = append(lines, line)
	}
	return writeColumns(w, lines)
}

func with(n int, unit string) string { return strings.TrimSpace(strconv.Itoa(n) + " " + unit) }

func signed(n int) string {
	if n > 0 {
		return "+" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// writeColumns writes lines with their columns below each other, numbers to the
// right.
func writeColumns(w io.Writer, lines [][]string) error {
	widths := make([]int, len(lines[0]))
	for _, line := range lines {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, line := range lines {
		var text strings.Builder
		for i, cell := range line {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i == 0 {
				text.WriteString(cell + pad)
				continue
			}
			text.WriteString("  " + pad + cell)
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(text.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}

// Chart is the rehearsal as a picture.
func (h Rehearsal) Chart(lang string) ([]byte, error) {
	say := locales.For(lang).Say
	var counts, others []row // a day is no person: they have axes of their own
	for _, r := range h.rows() {
		if r.of == people {
			counts = append(counts, r)
		} else {
			others = append(others, r)
		}
	}
	panel := func(title locales.Line, some ...row) chart.Panel {
		p := chart.Panel{Title: say(title), Horizontal: true, Series: []chart.Series{{Name: say(locales.Say("rehearsal.before"))}}}
		if h.After != nil {
			p.Series = append(p.Series, chart.Series{Name: say(locales.Say("rehearsal.after"))})
		}
		for i := len(some) - 1; i >= 0; i-- { // bars are drawn from below
			r := some[i]
			p.Labels = append(p.Labels, strings.TrimSpace(say(r.name)+" "+r.unit))
			p.Series[0].Values = append(p.Series[0].Values, float64(r.before))
			if h.After != nil {
				p.Series[1].Values = append(p.Series[1].Values, float64(r.after))
			}
		}
		return p
	}
	return chart.Picture{
		Title: say(locales.Say("rehearsal.title")),
		Panels: []chart.Panel{
			panel(locales.Say("rehearsal.people"), counts...),
			panel(locales.Say("rehearsal.times"), others...),
		},
	}.PNG()
}
