package understand

// freeFromOrUntil is the hours that are left where somebody says when what they have to do
// ends or begins: "um vier hab ich Feierabend", "muss um zwölf wieder los".
func (g *grammar) freeFromOrUntil(said hoursSaid, from, to int) (hoursSaid, []int) {
	if hours, at := g.onceDone(said, from); len(at) > 0 {
		return hours, at
	}
	for _, s := range []struct {
		clear, turns sense
		beside       []sense
		until        bool
	}{{sDone, sEnds, []sense{sBusy, sSchool}, false}, {sDue, sBegins, []sense{sBusy, sSchool, sMust}, true}} {
		at := g.engagement(from, to, s.clear)
		if len(at) == 0 && len(g.engagement(from, to, s.turns)) > 0 && len(g.engagement(from, to, s.beside...)) > 0 {
			at = g.engagement(from, to, append(s.beside, s.turns)...)
		}
		if len(at) > 0 {
			return boundHours(said.clocks[0], s.until), at
		}
	}
	return said, nil
}

// onceDone is the hours before or after what the writer does at a time: "after I pick up
// the kids at 3", "bevor ich um drei los muss".
func (g *grammar) onceDone(said hoursSaid, from int) (hoursSaid, []int) {
	first, _ := g.toldAround(from, from)
	self := false
	for i := from - 1; i >= first; i-- {
		before, after := g.says(i, sBefore, sBeforeDoing), g.says(i, sAfter, sAfterDoing)
		if n := max(before, after); n > 0 && (self || n > 1 && g.says(i+n-1, sSelf) > 0) {
			at := make([]int, from-i)
			for k := range at {
				at[k] = i + k
			}
			return boundHours(said.clocks[0], before > 0), at
		}
		self = self || g.says(i, sSelf) > 0
	}
	return said, nil
}
