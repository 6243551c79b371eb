package understand

import (
	"reflect"
	"slices"

	"terminbote/booking"
)

// readDue reads a message of which a clause says when something must be there: "ich brauche den Ausweis schon
// Freitag". That asks whether it will be ready then, and wants no appointment on that day. Where nothing is chosen
// yet, the thing that is named is what is wanted.
func (m *message) readDue() (Reading, bool) {
	if m.in.Brief || m.in.Expect == ExpectCode || len(m.words) > longestCorrection {
		return Reading{}, false
	}
	due, is := m.dueClause()
	if !is {
		return Reading{}, false
	}
	var wanted []Finding
	if due.new {
		if wanted = m.wantedIn(due); len(wanted) == 0 {
			return Reading{}, false
		}
	}
	all := Reading{Lang: m.lang}
	if rest := m.without(m.offOfDue(due)); rest != "" {
		all = m.reader.readAs(rest+m.tail, m.in)
	}
	for _, f := range wanted {
		v, _ := f.Value.(ConcernValue) // nothing else is wanted
		due.id = v.ID
		all.Found = append([]Finding{f}, slices.DeleteFunc(all.Found, func(o Finding) bool { return reflect.DeepEqual(o.Value, f.Value) })...)
	}
	words := m.text[m.words[due.from].from:m.words[due.to-1].to]
	all.Text, all.Cut = m.text, m.cut
	all.Found = append(all.Found, Finding{Words: words, Sure: 1, Value: QuestionValue{About: AboutReady, Concern: due.id, Due: true, Words: words}})
	if all.Agrees = m.in.Binds && m.yesEnds() > 0; all.Agrees && (all.Proviso == "" || all.Unsure) {
		all.Proviso, all.Unsure = words, false
	}
	return all, true
}

// wantedIn is the thing that must be there, where nothing is chosen, if no doubt is left which it is.
func (m *message) wantedIn(d due) []Finding {
	off := make([]bool, len(m.words))
	for i := range off {
		off[i] = i < d.from || i >= d.to || slices.Contains(d.until, i)
	}
	found := m.reader.read(m.without(off), m.in).Found
	for _, f := range found {
		v, is := f.Value.(ConcernValue)
		if !is || v.Negated || len(v.Rivals) > 0 || f.Sure < Doubt || len(found) > 1 {
			return nil
		}
	}
	return found
}

// due is a clause that says when something must be there.
type due struct {
	from, to int
	id       booking.ConcernID // what of the things chosen it is, where that is named
	until    []int             // the words that say when
	new      bool              // nothing is chosen
}

// offOfDue is the words that are not read beside a clause of what is due: all of it, and what else only says that
// no appointment is meant.
func (m *message) offOfDue(d due) []bool {
	off := make([]bool, len(m.words))
	for i := m.leadOf(d.from); i < d.to; i++ {
		off[i] = true
	}
	for i := d.to; i < len(m.words); i++ {
		_, end := m.clauseOf(i, i+1)
		if m.deniesSlot(i, end) {
			for ; i < end; i++ {
				off[i] = true
			}
		}
		i = max(i, end-1)
	}
	return off
}

// deniesSlot tells whether a clause says no more than that the appointment is not what was meant: "nicht der Termin".
func (m *message) deniesSlot(from, to int) bool {
	denied, slot := false, false
	for i := from; i < to; i++ {
		w := m.words[i].text
		denied, slot = denied || denying[w], slot || slotWords[w]
		if !denying[w] && !slotWords[w] && !m.isFiller(i) {
			return false
		}
	}
	return denied && slot
}

// dueClause is the clause that says when something must be there.
func (m *message) dueClause() (due, bool) {
	for i, to := 0, 0; i < len(m.words); i = to {
		var from int
		from, to = m.clauseOf(i, i+1)
		for from < min(m.yesEnds(), to-1) && m.isWordOfYes(m.words[from].text) {
			from++ // "ja ich brauche den Pass bis Freitag" is a yes, without a comma too
		}
		for from < to-1 && (reversing[m.words[from].text] || joining[m.words[from].text]) {
			from++
		}
		if d, is := m.dueIn(from, to); is {
			return d, true
		}
		to = max(to, i+1)
	}
	return due{}, false
}

// dueIn reads when something must be there of which a clause speaks: of what is chosen, or where nothing is, of a
// thing that is named.
func (m *message) dueIn(from, to int) (due, bool) {
	d := due{from: from, to: to, new: len(m.in.Chosen) == 0 && !m.in.Changes}
	needs, there, bound, meant := false, false, false, false
	for i := from; i < to; i++ {
		w := m.words[i].text
		if denying[w] || slotWords[w] {
			return d, false
		}
		if n := m.dueWordAt(i, d.new); n > 0 && m.mayBeWhen(i+n) {
			bound = true
			d.until = append(d.until, places(i, i+n)...)
		}
		when := m.whenAt(i)
		d.until = append(d.until, places(i, i+when)...)
		to = max(to, i+when) // "3. Dezember" is no end of a sentence
		n := idiomAt(readyWords, m.words, i)
		there = there || n > 0
		d.until = append(d.until, places(i, i+n)...)
		if musts[w] && !needing[w] {
			d.until = append(d.until, i)
		}
		needs = needs || needing[w] || musts[w]
		meant = meant || !d.new && i > from && m.isPronoun(i, to) && (needing[m.words[i-1].text] || speakers[m.words[i-1].text])
		meant = d.namesAt(m, i, to) || meant
	}
	d.to = to
	when := slices.ContainsFunc(places(from, to), m.mayBeWhen)
	return d, !m.asksWith(to) && meant && needs && when && (bound || there) && m.endsDue(to)
}

// namesAt tells whether the words at i name what must be there, and keeps which of what is chosen that is.
func (d *due) namesAt(m *message, i, to int) bool {
	w := m.words[i].text
	if !thes[w] && !mine[w] || i+1 >= to || !m.isOfThing(i+1) {
		return false
	}
	of, _ := m.chosenOf(i+1, i+2)
	if len(of) == 1 {
		d.id = of[0].Concern
	}
	return len(of) > 0 || d.new
}

// endsDue tells whether a clause ends with what is needed, or with when it must be there. What is to be done until
// then is done at an appointment: "meinen Reisepass bis Freitag beantragen".
func (m *message) endsDue(to int) bool {
	for n := 1; n <= mostOfIdiom && n <= to; n++ {
		if idiomAt(readyWords, m.words, to-n) == n || m.whenAt(to-n) == n {
			return true
		}
	}
	w := m.words[to-1]
	return m.isOfThing(to-1) || needing[w.text] || musts[w.text] || w.kind == digits
}

// dueWordAt is how many words at a place stand before the day until which something must be there. Where nothing is
// chosen, a day without "until" may be the appointment's.
func (m *message) dueWordAt(i int, fresh bool) int {
	n := idiomAt(dueWords, m.words, i)
	if n == 0 && !fresh {
		n = idiomAt(dueOnWords, m.words, i)
	}
	return n
}

// isPronoun tells whether the word at i stands for what is chosen, and not before a thing that is none: "ihn bis
// Freitag", but not "das Geld bis Freitag".
func (m *message) isPronoun(i, end int) bool {
	if !theirThings[m.words[i].text] {
		return false
	}
	next := i + 1
	return next >= end || m.isFiller(next) || m.isOfThing(next) || m.dueWordAt(next, false) > 0 || m.mayBeWhen(next) || idiomAt(readyWords, m.words, next) > 0 || needing[m.words[next].text]
}

// places is the places from one up to another.
func places(from, to int) []int {
	var all []int
	for i := from; i < to; i++ {
		all = append(all, i)
	}
	return all
}

// whenAt is how many words say a day or a date at a place.
func (m *message) whenAt(i int) int {
	most := 0
	for _, g := range m.grammars {
		if _, n := g.daysAt(i); n > most {
			most = n
		}
	}
	return most
}

// mayBeWhen tells whether a day or a date begins at a place.
func (m *message) mayBeWhen(i int) bool { return i < len(m.words) && m.whenAt(i) > 0 }

// Words of who needs something in time: before the day, behind it, and of what must be.
var (
	dueWords    = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.due), true) })
	dueOnWords  = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.dueOn), true) })
	readyWords  = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.chosen.ready), true) })
	musts       = choosingWords(func(c chosenWords) string { return c.must })
	theirThings = choosingWords(func(c chosenWords) string { return c.it })
)
