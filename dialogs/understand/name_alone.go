package understand

// isInPassing tells whether somebody else is named in passing: the appointment has a name already, and the
// clause says something else than that another one is right. Who begins a new booking beside one that is seen
// may name somebody by their whole name.
func (g *grammar) isInPassing(i int, run nameRun) bool {
	fresh := g.m.in.Seen == SeenAppointment && len(run.words) >= wholeName && !run.titled
	return g.m.in.Named && !g.m.in.Brief && g.m.in.Expect != ExpectName && !fresh && !g.isNameAlone(i, run.to)
}

// isNameAlone tells whether the clause around a name says nothing but that name, or that it is one: where an
// appointment has a name already, "nein, Jens Vogt" is another one, and who is named beside something else is
// somebody else: "einen für mich, einen für Tim".
func (g *grammar) isNameAlone(i, end int) bool {
	for i > 0 && g.m.says(i-1, sTitle) {
		i--
	}
	from, to := g.m.clauseOf(i, end)
	alone := true
	for at := from; at < to; at++ {
		if at == i {
			at = end - 1
			continue
		}
		w := g.word(at).text
		if field, n := g.at(at, sField); n > 0 && fields[field] == ExpectName {
			return true // "change the name to Anna Vogt"
		}
		n := max(g.says(at, sTitle), idiomAt(insteadWords, g.m.words, at), g.lackAt(at, fieldMail))
		alone = alone && (n > 0 || g.x.courtesy[w] || nays[w] || purposes[w] || g.m.isWordOfYes(w))
		at += max(1, n) - 1
	}
	return alone
}
