package understand

// farewellAt reads until when somebody says goodbye who has an appointment: "danke, bis
// Dienstag", "see you on Tuesday".
func (g *grammar) farewellAt(i int) int {
	until := g.says(i, sUntil)
	if until == 0 && parting[g.word(i-1).text] {
		until = g.says(i, sOn)
	} else if until == 0 {
		return 0
	}
	_, n := g.dayAt(i + until)
	if g.m.in.Seen != SeenAppointment || n == 0 && g.says(i+until, sDay, sWeekday) == 0 {
		return 0
	}
	end := i + until + max(n, g.says(i+until, sDay, sWeekday))
	if _, used := g.hourTermAt(end); end < len(g.m.words) && used > 0 {
		end += used
	}
	if !g.addsNothingFrom(end) {
		return 0
	}
	return end - i
}

// parting are the last words of a farewell before a day: see you on Tuesday.
var parting = talkingWords(func(t talkWords) string { return t.parting })
