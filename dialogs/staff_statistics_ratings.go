package dialogs

import (
	"strconv"
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
	s, tenths := r.Stars, r.Tenths()
	lines := []locales.Line{locales.Say("staff.figure.ratings", "Mean", strconv.Itoa(tenths/10)+"."+strconv.Itoa(tenths%10), "Count", r.Count(),
		"One", s[0], "Two", s[1], "Three", s[2], "Four", s[3], "Five", s[4])}
	for _, l := range r.Lines {
		lines = append(lines, locales.Say("staff.figure.line", "Stars", l.Stars, "Line", plain(strings.TrimSpace(l.Line))))
	}
	return lines
}
