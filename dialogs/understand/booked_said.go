package understand

import (
	"slices"
	"strings"
)

// Beside is where a new appointment shall lie, seen from the one that is booked.
type Beside string

// The places beside what is booked.
const (
	NotBeside Beside = ""
	Behind    Beside = "behind" // directly after it
	Ahead     Beside = "ahead"  // directly before it
	SameDay   Beside = "day"    // on its day
)

// The idioms that say what shall become of what is booked.
var (
	addingWords  = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.adds), true) })
	keepingWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.keeps), true) })
	besideWords  = lookoutFor(func(l language, o *lookout[Beside]) {
		o.enter(idiomsIn(l.talk.behind), Behind)
		o.enter(idiomsIn(l.talk.ahead), Ahead)
		o.enter(idiomsIn(l.talk.sameDay), SameDay)
	})
)

// ofBooked is what a message says of what is booked, and which of its words say it.
type saidOfBooked struct {
	adds, keeps, into bool
	beside            Beside
	words             []bool // that say it
	kept              []bool // with into: all but what is to be changed into something else
}

// readBooked reads a message where something is booked. What it says of that is a frame around
// what it wants: "nehmen Sie den Reisepass auch noch dazu", "können Sie das in einen Reisepass
// ändern". So the frame is taken off, and the rest is read by itself.
func (m *message) readBooked() Reading {
	r, in := m.reader, m.in
	whole := m.read()
	said := m.ofBooked()
	if !slices.Contains(said.words, true) {
		return whole
	}
	rest := m.without(said.words)
	if !said.adds && !said.into {
		rest += m.tail // else it is asked to do so, and not whether
	}
	all := r.read(rest, in)
	if said.beside != NotBeside && len(all.Found) == 0 && in.Expect == ExpectWhen {
		all.Text, all.Lang, all.Beside = whole.Text, whole.Lang, said.beside
		return all // where a time is asked for it is the answer
	}
	if whole.wantsClearly() && !all.wantsClearly() {
		all = whole
	}
	if !said.keeps && !all.speaksOfWhat() {
		return whole
	}
	if said.into {
		all.Found = append(all.Found, r.exchanged(m.without(said.kept), in, all)...)
	}
	all.Text, all.Lang, all.Foreign, all.Cut = whole.Text, whole.Lang, whole.Foreign, whole.Cut
	all.Adds, all.Keeps, all.Beside = said.adds, said.keeps, said.beside
	all.Instead = !said.adds && (all.Instead || whole.Instead || said.into)
	return all
}

// ofBooked finds what a message says of what is booked.
func (m *message) ofBooked() saidOfBooked {
	said := saidOfBooked{words: make([]bool, len(m.words))}
	for _, s := range addingWords.in(m.words, 0, len(m.words)) {
		said.adds = true
		said.mark(s.from, s.to, s.also)
	}
	for _, s := range keepingWords.in(m.words, 0, len(m.words)) {
		said.keeps = true
		said.mark(s.from, s.to, s.also)
	}
	if s, found := largest(besideWords.in(m.words, 0, len(m.words))); found {
		said.beside = s.value
	}
	for _, s := range besideWords.in(m.words, 0, len(m.words)) {
		if said.beside == SameDay {
			said.beside = s.value // "am selben Tag, direkt danach"
		}
		said.mark(s.from, s.to, s.also)
	}
	if from, to, verb := m.changedInto(); to > from && !said.adds {
		said.into = true
		said.mark(from, to, []int{verb})
		said.kept = make([]bool, len(m.words))
		for i := range said.kept {
			said.kept[i] = i < from || verb < to && i <= verb || i >= to-1
		}
	}
	return said
}

// exchanged is what is named as that which something else takes the place of, refused: the ID
// card of "den Perso in einen Reisepass ändern".
func (r *Reader) exchanged(text string, in Context, all Reading) []Finding {
	if text == "" || !all.wantsClearly() {
		return nil
	}
	var off []Finding
	for _, f := range r.read(text, in).Found {
		v, is := f.Value.(ConcernValue)
		named := slices.ContainsFunc(all.Found, func(o Finding) bool { w, is := o.Value.(ConcernValue); return is && w.ID == v.ID })
		if is && !named && f.Sure >= Doubt {
			v.Negated, v.Rivals = true, nil
			f.Value = v
			off = append(off, f)
		}
	}
	return off
}

func (s *saidOfBooked) mark(from, to int, also []int) {
	for i := from; i < to; i++ {
		s.words[i] = true
	}
	for _, i := range also {
		s.words[i] = true
	}
}

// changedInto finds the words before what something is to be changed into, with their verb:
// "können Sie das auf … ändern", "can I change it to …". What is only changed itself, such as an
// address, is none.
func (m *message) changedInto() (from, to, verb int) {
	verb = slices.IndexFunc(m.words, func(w word) bool { return exchanging[w.text] })
	if verb < 0 {
		return 0, 0, 0
	}
	from, end := m.clauseOf(verb, verb+1)
	for i := from; i < end; i++ {
		if slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.namesAnswer(i) }) {
			return 0, 0, 0
		}
	}
	for i := from; i < end-1; i++ {
		if intos[m.words[i].text] && !datives[m.words[i+1].text] && i+1 != verb {
			return from, i + 1, verb
		}
	}
	return 0, 0, 0
}

// namesAnswer tells whether the words at i call something that is answered, but for what
// somebody comes for and when, by its name: Name, Adresse.
func (g *grammar) namesAnswer(i int) bool {
	field, n := g.at(i, sField)
	return n > 0 && fields[field] != ExpectWish && fields[field] != ExpectWhen
}

// Verbs that put something in another's place, what stands between them and the new, and what
// never does.
var (
	exchanging = talkingWords(func(t talkWords) string { return t.swaps + ", " + t.rebooks })
	intos      = talkingWords(func(t talkWords) string { return t.into })
	datives    = talkingWords(func(t talkWords) string { return t.where })
)

// without is the text of a message without some of its words.
func (m *message) without(off []bool) string {
	var all strings.Builder
	for i, w := range m.words {
		if off[i] {
			continue
		}
		all.WriteString(w.gap)
		all.WriteString(m.text[w.from:w.to])
	}
	return strings.Trim(all.String(), " ,.;:-!")
}

// wantsClearly tells whether a message wants something, and leaves no doubt what.
func (r Reading) wantsClearly() bool {
	wants := false
	for _, f := range r.Found {
		if v, is := f.Value.(ConcernValue); is && !v.Negated {
			if f.Sure < Doubt || len(v.Rivals) > 0 {
				return false
			}
			wants = true
		}
	}
	return wants
}

// speaksOfWhat tells whether a message says what somebody comes for, or who comes.
func (r Reading) speaksOfWhat() bool {
	return slices.ContainsFunc(r.Found, func(f Finding) bool {
		switch v := f.Value.(type) {
		case ConcernValue:
			return !v.Negated
		case PersonsValue:
			return true
		}
		return false
	})
}

// SaysBeside is where a new appointment shall lie, seen from the one that has just been booked, and
// what else is said.
func SaysBeside(text, lang string) (Beside, string) {
	m := townless().message(text, Context{Lang: lang})
	said := m.ofBooked()
	return said.beside, m.without(said.words)
}
