package understand

import (
	"slices"

	"terminbote/booking"
)

// How the whole of a message tells those asked about apart: it is about one of them so
// many times likelier than about any other, and so likely at all.
const (
	timesLikelier = 4
	likelyAtAll   = 0.001
)

// ofThoseAsked reads concerns as an answer to the question which of a few is meant. What
// could be several is the one that was asked about, what is said of a thing is said of the
// only one that it belongs to ("der Perso", where something was lost), and who does
// not mean one of two means the other.
func (m *message) ofThoseAsked(f *finder, its []item, frames []frame, chosen, found []candidate) []candidate {
	if len(m.in.Between) < 2 || !answersWhich(chosen) {
		return found
	}
	w := whichAsked{f, m.in.Between, f.entriesCalled(m.in.Between), its, frames}
	found, fits := w.within(found)
	if fits || w.namesMore(found) {
		return found
	}
	id, is := w.told()
	if !is {
		id, is = m.likeliest(w, chosen)
	}
	denied := slices.DeleteFunc(slices.Clone(found), func(c candidate) bool { return !isNegated(c) })
	c := allOf(m.free(slices.Concat(chosen, denied)))
	if !is || c.from < 0 {
		return found
	}
	c.sure, c.bonus, c.value = clearFit, concernBonus, ConcernValue{ID: id}
	return append(denied, c)
}

// answersWhich tells whether a message may say which one is meant: it asks nothing, and
// names no place in the list.
func answersWhich(chosen []candidate) bool {
	return !slices.ContainsFunc(chosen, func(c candidate) bool {
		switch c.value.(type) {
		case QuestionValue, ChoiceValue, CorrectionValue:
			return true
		}
		return false
	})
}

// whichAsked is the question which of a few concerns is meant, and what a message says
// that may answer it.
type whichAsked struct {
	*finder
	ids     []booking.ConcernID
	entries []int32
	its     []item
	frames  []frame
}

func (f *finder) entriesCalled(ids []booking.ConcernID) []int32 {
	entries := make([]int32, len(ids))
	for i, id := range ids {
		entries[i] = int32(slices.IndexFunc(f.rank.entries, func(e listed) bool { return !e.elsewhere && e.concernID() == id }))
	}
	return entries
}

// within is what was found, each read as one of those asked about where it can be, and
// whether one is.
func (w whichAsked) within(found []candidate) (all []candidate, fits bool) {
	all = slices.Clone(found)
	for at, c := range all {
		v, is := c.value.(ConcernValue)
		if !is || v.Negated {
			continue
		}
		among := slices.DeleteFunc(append([]booking.ConcernID{v.ID}, v.Rivals...), func(id booking.ConcernID) bool { return !slices.Contains(w.ids, id) })
		if id, belongs := w.owner(c); len(among) == 0 && belongs {
			among = append(among, id)
		}
		if len(among) == 1 {
			all[at].sure, all[at].bonus, all[at].value = max(c.sure, clearFit), concernBonus, ConcernValue{ID: among[0], Quantity: v.Quantity}
			fits = true
		}
	}
	return all, fits
}

// owner is the only one of those asked about that all the words of a candidate belong to. What is done
// with nearly everything says that others do not own it ("neuen Pass beantragen", where something is
// collected), and of nobody that they do.
func (w whichAsked) owner(c candidate) (booking.ConcernID, bool) {
	owns, said := slices.Repeat([]bool{true}, len(w.ids)), false
	for _, it := range w.its {
		if it.unknown || w.isDenied(it) || (it.from < c.from || it.from >= c.to) && !slices.Contains(c.also, it.from) || !w.tells(it) && !w.itemHas(it, aUsualAct) {
			continue
		}
		said = said || w.tells(it)
		for i, belongs := range w.belongs(it) {
			owns[i] = owns[i] && belongs
		}
	}
	at, alone := only(owns)
	if !said || !alone {
		return "", false
	}
	return w.ids[at], true
}

// belongs tells of each of those asked about whether it has to do with an item.
func (w whichAsked) belongs(it item) []bool {
	all := make([]bool, len(w.ids))
	for i, e := range w.entries {
		all[i] = e >= 0 && !it.unknown && w.concerns(e, it)
	}
	return all
}

// tells tells whether an item names a thing, or what is done with it.
func (w whichAsked) tells(it item) bool {
	return slices.ContainsFunc([]kind{aThing, ownWord, anAct, aTrait}, func(k kind) bool { return w.itemHas(it, k) })
}

// namesMore tells whether something is surely said of a thing that none of those asked
// about has to do with. Who says only what is to be done, or what for, speaks of those.
func (w whichAsked) namesMore(found []candidate) bool {
	names := func(it item) bool {
		return (w.itemHas(it, aThing) || w.itemHas(it, ownWord)) && !w.isAim(it.from)
	}
	return slices.ContainsFunc(found, isTaken) && slices.ContainsFunc(w.frames, func(p frame) bool { return !p.negated && slices.ContainsFunc(p.items, names) })
}

// told is the one of those asked about that a word tells from the others: only that one
// is called so, or the only other one is denied.
func (w whichAsked) told() (booking.ConcernID, bool) {
	said, denied := make([]bool, len(w.ids)), make([]bool, len(w.ids))
	for _, it := range w.its {
		if at, alone := only(w.belongs(it)); alone {
			said[at], denied[at] = said[at] || !w.isDenied(it), denied[at] || w.isDenied(it)
		}
	}
	if at, is := only(said); is {
		return w.ids[at], true
	}
	if at, is := only(denied); is && len(w.ids) == 2 && !slices.Contains(said, true) {
		return w.ids[1-at], true
	}
	return "", false
}

func (w whichAsked) isDenied(it item) bool {
	return slices.ContainsFunc(w.frames, func(p frame) bool {
		return p.negated && slices.ContainsFunc(p.items, func(x item) bool { return x.from == it.from })
	})
}

// likeliest is the one of those asked about that a message is much likelier about than
// about any other of them.
func (m *message) likeliest(w whichAsked, chosen []candidate) (booking.ConcernID, bool) {
	open := w.evidenceFor(m.mayTell(w.finder, chosen), w.frames)
	if words, unheard := m.heardIn(open, w.its); words == unheard || slices.ContainsFunc(w.frames, func(p frame) bool { return p.negated }) {
		return "", false
	}
	likely, _ := m.reader.likelihoods(evidenceIn(m.reader.catalogue.words, m.words, open, w.its))
	best, next, id := 0.0, 0.0, booking.ConcernID("")
	for i, e := range w.entries {
		switch p := likelihood(likely, e); {
		case p > best:
			best, next, id = p, best, w.ids[i]
		case p > next:
			next = p
		}
	}
	return id, best >= likelyAtAll && best >= timesLikelier*next
}

// only is the place of the only true one.
func only(all []bool) (at int, is bool) {
	at = slices.Index(all, true)
	return at, at >= 0 && !slices.Contains(all[at+1:], true)
}
