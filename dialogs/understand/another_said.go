package understand

import (
	"slices"
	"strings"
)

// Another is an appointment that somebody else needs, beside the one that is chosen or booked: "mein Mann
// braucht dann nächste Woche auch einen Termin".
type Another struct {
	Words    string         // as they were typed
	Concerns []ConcernValue // what for, where that is said
	When     When           // when, as far as it is said
}

// readAnother reads a message where something is chosen or booked, without the clauses in which somebody
// else needs an appointment of their own: their day is none of the writer's.
func (m *message) readAnother() (Reading, bool) {
	if m.in.Brief || len(m.words) > longestCorrection {
		return Reading{}, false
	}
	off := make([]bool, len(m.words))
	var others []Another
	for i := 0; i < len(m.words); i++ {
		from, to, is := m.anotherAt(i)
		if !is {
			continue
		}
		if other, needs := m.anotherIn(from, to); needs {
			others = append(others, other)
			for k := m.leadOf(from); k < to; k++ {
				off[k] = true
			}
			i = to - 1
		}
	}
	if len(others) == 0 {
		return Reading{}, false
	}
	rest := m.without(off)
	all := Reading{Lang: m.lang}
	if rest != "" {
		all = m.reader.readAs(rest, m.in)
	}
	all.Text, all.Cut, all.Another = m.text, m.cut, others
	return all, true
}

// leadOf is where the words begin that only lead to what is said from a place on: "…, und dann".
func (m *message) leadOf(from int) int {
	for yes := m.yesEnds(); from > yes && (reversing[m.words[from-1].text] || joining[m.words[from-1].text] || furthers[m.words[from-1].text]); {
		from--
	}
	return from
}

// anotherAt is the clause around somebody else who is named at a place, where its words may say that they
// need one.
func (m *message) anotherAt(i int) (from, to int, is bool) {
	n := m.somebodyElseAt(i)
	if n == 0 {
		return 0, 0, false
	}
	from, to = m.clauseOf(i, i+n)
	for k := i; k > from; k-- {
		if w := m.words[k-1].text; reversing[w] || joining[w] {
			from = k
		}
	}
	from = max(from, min(m.yesEnds(), i))
	for k := i + n; k < to; k++ {
		if reversing[m.words[k].text] {
			to = k
		}
	}
	return from, to, !m.asksWhetherNeeded(from, i) && m.needsOne(from, to, i, n)
}

// asksWhetherNeeded tells whether a question that begins at a place asks if somebody needs one at all: "does my
// roommate need an own appointment", "braucht meine Frau auch einen Termin?".
func (m *message) asksWhetherNeeded(from, who int) bool {
	return from < who && m.asksAt(who) && (needing[m.words[from].text] || m.mayOpen(from) && !purposes[m.words[who-1].text] && m.needsBehind(who))
}

// needsBehind tells whether a clause says behind a place that something is needed.
func (m *message) needsBehind(i int) bool {
	_, end := m.clauseOf(i, i+1)
	return slices.ContainsFunc(m.words[i:end], func(w word) bool { return needing[w.text] })
}

// somebodyElseAt is how many words at a place name somebody but the writer: meine Frau, ein Freund.
func (m *message) somebodyElseAt(i int) int {
	n := idiomAt(otherPeople, m.words, i)
	for _, g := range m.grammars {
		if one := g.relativesAt(i); one.n > 0 {
			n = max(n, one.n)
		}
		if who := g.says(i+1, sPeople); thes[m.words[i].text] && who > 0 {
			n = max(n, 1+who) // die Kinder
		}
		if kin := g.says(i, sKin); kin > 0 && i > 0 && purposes[m.words[i-1].text] {
			n = max(n, kin) // für Oma
		}
	}
	if i > 0 && purposes[m.words[i-1].text] && givenNames[m.words[i].text] {
		n = max(n, 1)
	}
	return n
}

// otherPeople are words for somebody but the writer.
var otherPeople = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.others), true) })

// needsOne tells whether a clause says of somebody who is named at a place that one is needed for them as
// well, or one more. Who comes along, or something that is chosen already, needs none.
func (m *message) needsOne(from, to, who, n int) bool {
	needs := who > 0 && purposes[m.words[who-1].text]
	alone := needs
	one, more, slot := false, false, false
	for i := from; i < to; i++ {
		if who <= i && i < who+n {
			continue
		}
		w := m.words[i].text
		if denying[w] || m.says(i, sSelf) && !alone || thes[w] && m.isOfThing(i+1) {
			return false
		}
		needs = needs || needing[w] || wanting[w] || gettings[w]
		one = one || m.amountAt(i) == 1 && m.words[i].kind == letters || slotWords[w]
		more = more || likewise[w] || furthers[w]
		slot = slot || slotWords[w]
	}
	return needs && (one || more) && (slot || more)
}

// gettings are verbs of who needs one, and slotWords are words for an appointment.
var (
	gettings  = choosingWords(func(c chosenWords) string { return c.gets })
	slotWords = choosingWords(func(c chosenWords) string { return c.slot })
)

// anotherIn reads what a clause says of an appointment for somebody else. One is needed where it is called
// so, or on a day or at a time of its own.
func (m *message) anotherIn(from, to int) (Another, bool) {
	words := m.text[m.words[from].from:m.words[to-1].to]
	r, in, alone := m.reader, m.in, m.in
	alone.Chosen, alone.Changes, alone.Binds, alone.Seen, alone.Expect, alone.Listed = nil, false, false, SeenNothing, ExpectWhen, 0
	other := Another{Words: words}
	timed := r.timesOf(&other.When, words, alone)
	for i := from; i < to && !timed; i++ {
		timed = m.mayBeWhen(i) && r.timesOf(&other.When, m.text[m.words[i].from:m.words[to-1].to], alone)
	}
	for _, v := range m.namedIn(from, to) {
		if !v.Negated {
			other.Concerns = append(other.Concerns, v)
		}
	}
	called := slices.ContainsFunc(m.words[from:to], func(w word) bool { return slotWords[w.text] })
	asked := in.Expect == ExpectReview || in.Seen == SeenAppointment || in.Binds
	beside := len(besideWords.in(m.words, from, to)) > 0
	return other, !beside && (timed || called && asked && len(other.Concerns) == 0) && strings.TrimSpace(words) != ""
}

// timesOf reads days and hours from some words, and tells whether there are any.
func (r *Reader) timesOf(when *When, words string, in Context) (timed bool) {
	for _, f := range r.read(words, in).Found {
		switch v := f.Value.(type) {
		case DaysValue:
			when.Days, timed = v.Days, true
		case HoursValue:
			when.Hours, timed = v.Window, true
		}
	}
	return timed
}
