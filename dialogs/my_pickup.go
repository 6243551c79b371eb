package dialogs

import "terminbote/booking"

// fetch begins the booking to fetch what was applied for at an appointment. What is
// asked first, whether they have been told that it is there, is answered already. A
// booking under way goes first.
func (t *talk) fetch(a booking.Appointment) {
	o, ok := t.facts.Town.Office(a.Office)
	switch {
	case !ok:
		t.remark("notice.over")
		return
	case t.Draft.Begun():
		t.interrupt("")
		return
	}
	t.reset()
	for _, id := range o.Pickups(a) {
		t.Draft.Category = t.facts.concern(id).Category
		t.wish(id)
		t.Draft.Agreed = append(t.Draft.Agreed, id)
	}
	t.Draft.Office = o.ID
	t.enoughIfAny()
}
