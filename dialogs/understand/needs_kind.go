package understand

import (
	"slices"

	"terminbote/booking"
)

// ofWhatIsSure has what is taken over be what is surely wanted, and not what it could mean as well: "mein Reisepass und
// der meiner Tochter".
func (m *message) ofWhatIsSure(chosen []candidate, all []need) {
	for _, n := range all {
		doubted, is := chosen[n.thing].value.(ConcernValue)
		if !is || !n.taken || chosen[n.thing].sure >= Doubt {
			continue
		}
		sure := slices.IndexFunc(chosen, func(c candidate) bool {
			v, is := c.value.(ConcernValue)
			return is && c.sure >= Doubt && !v.Negated && m.reader.isAboutAsMuch(doubted.ID, v.ID)
		})
		if sure < 0 {
			continue
		}
		chosen[n.thing].value = led{}
		for i := range all {
			if all[i].thing == n.thing {
				all[i].thing = sure
			}
		}
	}
}

// ofTheirKind gives people who need what others do the kind of it that is theirs: a child the youth one, and the
// writer the ordinary one: "Angelschein für mich und einer für den Kleinen".
func (m *message) ofTheirKind(chosen []candidate, all []need) ([]candidate, []need) {
	for i, n := range all {
		v, is := chosen[n.thing].value.(ConcernValue)
		if !is || !n.taken || !n.who.child && !n.who.self {
			continue
		}
		id, has := m.reader.kindForChild(v.ID, n.who.child)
		if !has {
			continue
		}
		at := slices.IndexFunc(chosen, func(c candidate) bool { o, is := c.value.(ConcernValue); return is && o.ID == id && !o.Negated })
		if at < 0 {
			at = len(chosen)
			chosen = append(chosen, candidate{from: n.who.from, to: n.who.to, sure: chosen[n.thing].sure, value: ConcernValue{ID: id}})
			all[i].taken, all[i].who.from = false, n.who.to
		}
		all[i].thing = at
	}
	return chosen, all
}

// kindForChild is what a concern is to a child that another one is to others, or with child false the other way round.
func (r *Reader) kindForChild(id booking.ConcernID, forChild bool) (booking.ConcernID, bool) {
	if r.isNamedAfter(id, child) == forChild {
		return "", false
	}
	for _, c := range r.directory.Concerns {
		if c.ID != id && r.isNamedAfter(c.ID, child) == forChild && (r.IsKindOf(c.ID, id) || r.IsKindOf(id, c.ID)) && len(r.notionsOf(r.listedAs(c.ID), aThing)) == len(r.notionsOf(r.listedAs(id), aThing)) {
			return c.ID, true
		}
	}
	return "", false
}
