package dialogs

import (
	"strings"

	"terminbote/locales"
	"terminbote/statistics"
)

// ratingLines is how satisfied people were, and what they added, where enough have
// answered.
func ratingLines(r statistics.Ratings) []locales.Line {
	if !r.Shown() {
		return nil
	}
	s := r.Stars
	lines := []locales.Line{locales.Say("staff.figure.ratings", "Mean", locales.Tenths(r.Tenths()), "Count", r.Count(),
		"One", s[0], "Two", s[1], "Three", s[2], "Four", s[3], "Five", s[4])}
	for _, l := range r.Lines {
		lines = append(lines, locales.Say("staff.figure.line", "Stars", l.Stars, "Line", plain(strings.TrimSpace(l.Line))))
	}
	return lines
}
