package understand

import "slices"

// everyday things are talked about everywhere, and not only where something is to
// be done with them at an office: a house, a car, a fish.
var everyday = []concept{
	dwelling, vehicle, furniture, waste, fishing, belonging, wallet, dog, pet, photo, school, kindergarten, wedding, church,
	surname, firstName, address, household, company, flight, child, resident, couple, wholeFamily, country, abroad,
}

// isOfOffice tells whether something in a message has to do with an office: a
// thing or a kind that is spoken of nowhere else, something that is done, or a
// word that wants or asks something. Where nothing has, a matter that everyday
// things suggest is asked about.
func (m *message) isOfOffice(f *finder, its []item) bool {
	if slices.ContainsFunc(m.thoughts(), func(t thought) bool { return t.asked }) {
		return true
	}
	wants := func(w word) bool {
		return wanting[w.text] || needing[w.text] || appointing[w.text] || wishing[w.text] || shalls[w.text] || denying[w.text]
	}
	return slices.ContainsFunc(m.words, wants) || slices.ContainsFunc(its, f.saysOffice)
}

func (f *finder) saysOffice(it item) bool {
	return !it.unknown && slices.ContainsFunc(it.means, func(id conceptID) bool {
		n := f.notion(id)
		switch n.kind {
		case anAct, aUsualAct:
			return it.sure >= asWritten
		case aThing, aTrait:
			return !slices.Contains(everyday, n.concept)
		}
		return false
	})
}

func isUnknown(it item) bool { return it.unknown }
