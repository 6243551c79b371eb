package understand

// longestOfCovered is how many words a question has at most for how many what is chosen is.
const longestOfCovered = 12

// readCovered reads a question for which people what is chosen is: "passt das so für ihn", "does that cover my son
// too". It is no yes, with or without its mark.
func (m *message) readCovered() (Reading, bool) {
	in := m.in
	if in.Brief || len(m.words) > longestOfCovered || in.Expect == ExpectCode || in.Expect == ExpectName || in.Expect == ExpectMail || in.Expect == ExpectPhone || !m.asksForThose() {
		return Reading{}, false
	}
	return Reading{Text: m.text, Lang: m.lang, Cut: m.cut, Found: []Finding{{Words: m.text, Sure: 1, Value: QuestionValue{About: AboutMine, Covers: true, Words: m.text}}}}, true
}

// asksForThose tells whether a message asks with one clause whether something is for some people, and says nothing else.
func (m *message) asksForThose() bool {
	at := 0
	for at < len(m.words) && at < mostBeforeCovers && idiomAt(coverWords, m.words, at) == 0 {
		if !m.isFiller(at) && !nays[m.words[at].text] && !m.says(at, sAnd) && !reversing[m.words[at].text] {
			return false
		}
		at++
	}
	covers := idiomAt(coverWords, m.words, at)
	if covers == 0 {
		return false
	}
	people := false
	for i := at + covers; i < len(m.words); {
		if p, is := m.partyAt(i); is && p.as != asComing {
			people, i = true, p.to
			continue
		}
		w := m.words[i]
		switch {
		case onlies[w.text], coming[w.text], m.isWhat(i):
			return false
		case theirs[w.text], pairing[w.text], m.says(i, sPeople):
			people = true
		case w.startsClause() && m.mayBeWhen(i), m.mayBeWhen(i), m.isOfThing(i), !m.isFiller(i) && !purposes[w.text] && !m.isLikewise(i) && !m.says(i, sAnd) && idiomAt(fineWords, m.words, i) == 0:
			return false
		}
		i++
	}
	return people
}

const mostBeforeCovers = 4 // filler words

// coverWords begin such a question: gilt das, does that cover.
var coverWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.covers), true) })
