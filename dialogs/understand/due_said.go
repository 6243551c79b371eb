package understand

import "terminbote/booking"

// readDue reads a message where something is chosen, of which a clause says when it must be there: "ich brauche
// den Ausweis schon Freitag". That asks whether it will be ready then, and wants no appointment on that day. Where a
// day is asked for, "bis Freitag" is an answer too.
func (r *Reader) readDue(text string, in Context) (Reading, bool) {
	m := r.message(text, in)
	if in.Brief || in.Expect == ExpectCode || len(m.words) > longestCorrection {
		return Reading{}, false
	}
	from, to, id := m.dueClause()
	if to == 0 {
		return Reading{}, false
	}
	off := make([]bool, len(m.words))
	for i := m.leadOf(from); i < to; i++ {
		off[i] = in.Expect != ExpectWhen || !m.says(i, sUntil) && !m.saysWhen(i) && m.words[i].kind == letters
	}
	all := Reading{Lang: m.lang}
	if rest := m.without(off); rest != "" {
		all = r.readAs(rest, in)
	}
	words := m.text[m.words[from].from:m.words[to-1].to]
	all.Text, all.Cut = m.text, m.cut
	all.Found = append(all.Found, Finding{Words: words, Sure: 1, Value: QuestionValue{About: AboutReady, Concern: id, Due: true, Words: words}})
	if all.Agrees = in.Binds && m.yesEnds() > 0; all.Agrees && (all.Proviso == "" || all.Unsure) {
		all.Proviso, all.Unsure = words, false
	}
	return all, true
}

// dueClause is the clause that says when something must be there, and which of what is chosen it is, if it
// is named.
func (m *message) dueClause() (from, to int, id booking.ConcernID) {
	for i := 0; i < len(m.words); i = to {
		from, to = m.clauseOf(i, i+1)
		from = max(from, min(m.yesEnds(), i))
		for from < to-1 && (reversing[m.words[from].text] || joining[m.words[from].text]) {
			from++
		}
		if id, due := m.isDueIn(from, to); due {
			return from, to, id
		}
		to = max(to, i+1)
	}
	return 0, 0, ""
}

// isDueIn tells whether a clause says of something that is chosen when it must be there.
func (m *message) isDueIn(from, to int) (id booking.ConcernID, due bool) {
	needs, there, bound, when, meant := false, false, false, false, false
	for i := from; i < to; i++ {
		w := m.words[i].text
		switch n := idiomAt(dueWords, m.words, i); {
		case denying[w], slotWords[w]:
			return "", false
		case n > 0 && m.mayBeWhen(i+n):
			bound = true
		}
		needs = needs || needing[w] || musts[w]
		there = there || idiomAt(readyWords, m.words, i) > 0
		when = when || m.mayBeWhen(i)
		meant = meant || theirThings[w] && i > from && (needing[m.words[i-1].text] || speakers[m.words[i-1].text])
		if !thes[w] && !mine[w] || i+1 >= to || !m.isOfThing(i+1) {
			continue
		}
		of, _ := m.chosenOf(i+1, i+2)
		meant = meant || len(of) > 0
		if len(of) == 1 {
			id = of[0].Concern
		}
	}
	return id, !m.asksWith(to) && meant && needs && when && (bound || there)
}

// mayBeWhen tells whether a day or a date begins at a place.
func (m *message) mayBeWhen(i int) bool {
	for _, g := range m.grammars {
		if i >= len(m.words) {
			return false
		}
		if _, n := g.daysAt(i); n > 0 {
			return true
		}
	}
	return false
}

// Words of who needs something in time: before the day, behind it, and of what must be.
var (
	dueWords    = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.due), true) })
	readyWords  = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.ready), true) })
	musts       = choosingWords(func(c chosenWords) string { return c.must })
	theirThings = choosingWords(func(c chosenWords) string { return c.it })
)
