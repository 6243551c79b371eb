package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// mostFound is how many concerns a search shows.
const mostFound = 8

// search lists the concerns that typed words may mean. A clear one is chosen at
// once.
func (t *talk) search(text string) {
	command, isCommand := understand.ReadCommand(text, t.Lang)
	_, isNumber := understand.Number(text, t.Lang)
	switch {
	case command == understand.Book, !isCommand && understand.Idle(text):
		t.remark("search.begin")
		return
	case isCommand, isNumber:
		t.remark("remark.choose") // "weiter" where nothing is chosen yet, 9 of 8
		return
	}
	text = beginning(text, understand.Longest) // the same words find the same when they are shown again
	hits := t.hits(text)
	switch {
	case len(hits) == 0 && numberLike(text) && !t.clerk():
		t.remark("search.number")
		t.Screen = appointmentsScreen
		return
	case len(hits) == 0:
		t.remark("search.nothing", "Phone", t.phone())
		return
	}
	t.Draft.Category, t.Draft.Query = "", text
	if id, clear := t.meantBy(text, hits); clear && !t.wished(id) {
		t.wish(id)
	}
}

// numberLike tells whether words look like the number of an appointment. It
// has no vowels, as words have.
func numberLike(text string) bool {
	_, ok := booking.ParseNumber(understand.Fold(text))
	return ok
}

// clearly is how well the only concern found must fit to be chosen unasked:
// "Kirchenaustritt" finds what has to do with churches, and means another.
const clearly = 0.8

// meantBy is the one concern among those found that words clearly mean: it is
// the only one and fits well, or the only one that is called just that.
func (t *talk) meantBy(text string, found []understand.Hit) (booking.ConcernID, bool) {
	var called []booking.ConcernID
	for _, hit := range found {
		if id := booking.ConcernID(hit.ID); isCalled(t.concern(id), understand.Fold(text)) {
			called = append(called, id)
		}
	}
	switch {
	case len(found) == 1 && found[0].Score >= clearly:
		return booking.ConcernID(found[0].ID), true
	case len(called) == 1:
		return called[0], true
	}
	return "", false
}

func isCalled(c booking.Concern, folded string) bool {
	e := entry(c)
	return slices.ContainsFunc(slices.Concat(e.Names, e.Synonyms), func(name string) bool {
		return understand.Fold(name) == folded
	})
}

// found is the concerns that text may mean, the likeliest first.
func (t *talk) found(text string) []booking.Concern {
	var all []booking.Concern
	for _, hit := range t.hits(text) {
		all = append(all, t.concern(booking.ConcernID(hit.ID)))
	}
	return all
}

func (t *talk) hits(text string) []understand.Hit {
	directory := t.facts.Directory
	if directory == nil {
		directory = NewDirectory(t.facts.Town)
	}
	return directory.index.Search(text, mostFound)
}
