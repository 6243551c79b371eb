package understand

import (
	"slices"

	"terminbote/booking"
)

// allStayAt reads that several things stay, with the words for that from a place on: "die Beglaubigung und das
// Führungszeugnis sollen bleiben". What is not chosen any more is wanted again.
func (m *message) allStayAt(i, verb, to int) (chosenPart, bool) {
	for at := i; at < verb; at++ {
		if w := m.words[at]; speakers[w.text] || needing[w.text] || wanting[w.text] || nays[w.text] || m.amountAt(at) > 1 {
			return chosenPart{}, false
		}
	}
	p := chosenPart{from: i, to: to}
	for _, v := range m.namedIn(i, verb) {
		of := m.chosenAs(v)
		switch {
		case len(of) > 0:
			p.found = append(p.found, StaysValue{ID: of[0].Concern})
		case len(v.Rivals) == 0:
			p.found, p.besides = append(p.found, ConcernValue{ID: v.ID}), true
		}
	}
	return m.withFiller(p), len(p.found) > 0
}

// endOfRow is where the clause ends that begins at a place, or the last one of several that only name one thing
// after the other.
func (m *message) endOfRow(i int) int {
	_, end := m.clauseOf(i, i+1)
	for from := i; end < len(m.words); {
		for at := from; at < end; at++ {
			if m.amountAt(at) > 0 || !m.isOfConcern(at) && !thes[m.words[at].text] {
				return end
			}
		}
		_, next := m.clauseOf(end, end+1)
		if len(othersWord.in(m.words, end, next)) > 0 {
			return end
		}
		from, end = end, next
	}
	return end
}

// isOfConcern tells whether a word belongs to what something is called, a thing or what is done with it.
func (m *message) isOfConcern(i int) bool {
	w := m.words[i].text
	return m.isOfThing(i) || !m.isFiller(i) && !needing[w] && !wanting[w] && len(m.reader.catalogue.words.exact[w]) > 0
}

// besideLack reads by itself what stands beside the word that there is no address, where it is not understood
// with it: "und den Führerschein auch, ohne E-Mail".
func (r *Reader) besideLack(m *message, whole Reading, alone Context) Reading {
	isLack := func(f Finding) bool { _, is := f.Value.(LackValue); return is }
	at := slices.IndexFunc(whole.Found, isLack)
	lacks := m.lacks()
	if len(lacks) == 0 || at >= 0 && len(whole.Rest) == 0 || at < 0 && m.in.Expect != ExpectMail {
		return whole
	}
	lack := Finding{Words: m.text[m.words[lacks[0].from].from:m.words[lacks[0].to-1].to], Sure: lacks[0].sure, Value: lacks[0].value}
	off := make([]bool, len(m.words))
	for _, c := range lacks {
		for i := c.from; i < c.to; i++ {
			off[i] = true
		}
	}
	rest := m.without(off)
	if rest == "" {
		return whole
	}
	read := r.readAs(rest, alone)
	named := slices.ContainsFunc(read.Found, func(f Finding) bool { _, is := f.Value.(ConcernValue); return is })
	if at >= 0 && (!named || len(read.Rest) >= len(whole.Rest)) || at < 0 && len(read.Found) == 0 {
		return whole
	}
	read.Text, read.Lang, read.Foreign, read.Cut = whole.Text, whole.Lang, whole.Foreign, whole.Cut
	read.Found = append(read.Found, lack)
	return read
}

// insists tells whether a message says of what it names that it is wanted for all that, so that it takes the
// place of nothing: "nein, das Auto will ich schon abmelden", "no, I do want the passport too".
func (m *message) insists(said Reading) bool {
	if slices.ContainsFunc(said.Found, func(f Finding) bool { v, is := f.Value.(ConcernValue); return is && v.Negated }) {
		return false
	}
	for i := range m.words {
		n := idiomAt(insistsWords, m.words, i)
		if n == 0 {
			continue
		}
		from, to := m.clauseOf(i, i+n)
		if slices.ContainsFunc(m.words[from:to], func(w word) bool { return wanting[w.text] || needing[w.text] }) {
			return true
		}
	}
	return false
}

// namedIn is the concerns that some words name.
func (m *message) namedIn(from, to int) (all []ConcernValue) {
	alone := m.in
	alone.Chosen, alone.Changes, alone.Expect, alone.Listed = nil, false, ExpectMore, 0
	for _, f := range m.reader.read(m.text[m.words[from].from:m.words[to-1].to], alone).Found {
		if v, is := f.Value.(ConcernValue); is {
			all = append(all, v)
		}
	}
	return all
}

// chosenAs is the wishes chosen that a concern which was named may be.
func (m *message) chosenAs(v ConcernValue) (all []booking.Wish) {
	for _, w := range m.in.Chosen {
		if w.Concern == v.ID || slices.Contains(v.Rivals, w.Concern) || m.reader.isAboutAsMuch(w.Concern, v.ID) {
			all = append(all, w)
		}
	}
	return all
}

// staysAt reads what of what is chosen stays as it is, or in which number: "Pass bleibt bei einem", "two
// passports still".
func (m *message) staysAt(i int) (chosenPart, bool) {
	if !m.beginsPart(i) || m.asksWith(len(m.words)) {
		return chosenPart{}, false
	}
	end := m.endOfRow(i)
	for at := i; at < min(end, i+mostOfSubject+mostOfIdiom); at++ {
		n := idiomAt(stayingWords, m.words, at)
		if n == 0 {
			continue
		}
		s, ok := m.subjectIn(i, at)
		to := at + n
		if at == i {
			s, ok = m.subjectIn(to, end) // "still two passports"
			to = end
		} else if count := m.amountAt(to); count > 0 {
			s.count, to = count, to+1
		}
		if at > i && (!ok || len(m.namedIn(i, at)) > 1) {
			return m.allStayAt(i, at, to)
		}
		if !ok || s.partly || s.ordinal > 0 || s.other || len(s.of) != 1 {
			return chosenPart{}, false
		}
		p := chosenPart{from: i, to: to, found: []Value{StaysValue{ID: s.of[0].Concern}}}
		if s.count > 0 && s.count != max(1, s.of[0].Quantity) {
			p.found = []Value{ConcernValue{ID: s.of[0].Concern, Quantity: s.count}}
		}
		return m.withFiller(p), true
	}
	return chosenPart{}, false
}
