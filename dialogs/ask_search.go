package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// search lists the concerns that typed words may mean. A clear one is chosen at
// once.
func (t *talk) search(said reading) {
	intent := said.intent()
	_, isNumber := said.number()
	switch {
	case intent == understand.Book, intent == "" && said.idle():
		t.remark("search.begin")
		return
	case intent != "", isNumber:
		t.remark("remark.choose") // "weiter" where nothing is chosen yet, 9 of 8
		return
	}
	query := said.query() // the same words find the same when they are shown again
	hits := t.facts.hits(query)
	switch {
	case len(hits) == 0 && said.numberLike() && t.flow.audience() == booking.Public:
		t.remark("search.number")
		t.Screen = appointmentsScreen
		return
	case len(hits) == 0:
		t.remark("search.nothing", "Phone", t.phone())
		return
	}
	t.Draft.Category, t.Draft.Query = "", query
	if id, clear := t.meantBy(query, hits); clear && !t.wished(id) {
		t.wish(id)
	}
}

// clearly is how well the only concern found must fit to be chosen unasked:
// "Kirchenaustritt" finds what has to do with churches, and means another.
const clearly = 0.8

// meantBy is the one concern among those found that words clearly mean: it is
// the only one and fits well, or the only one that is called just that.
func (t *talk) meantBy(query string, found []understand.Hit) (booking.ConcernID, bool) {
	var called []booking.ConcernID
	for _, hit := range found {
		if id := booking.ConcernID(hit.ID); isCalled(t.facts.concern(id), query) {
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
