package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/locales"
)

// sent says whether it comes by post: what is fetched at the counter the town may send, and of
// anything else it is said how it comes.
func (i inquiry) sent() []locales.Line {
	if len(i.visit.Parts) == 0 || slices.ContainsFunc(i.visit.Parts, i.isFetched) {
		return nil
	}
	return i.details(booking.Ready)
}

// isFetched tells whether what comes of a part is fetched later, or is what is fetched.
func (i inquiry) isFetched(p booking.Part) bool {
	return p.Concern.Pickup != "" || slices.ContainsFunc(i.offices[0].Concerns, func(c booking.Concern) bool { return c.Pickup == p.Concern.ID })
}

// byThemselves says whether somebody else can do it by themselves: who needs something may come, and
// of children it is said what is known.
func (i inquiry) byThemselves() []locales.Line {
	if lines := i.details(booking.Parents); lines != nil {
		return lines
	}
	return []locales.Line{locales.Say("answer.oneself", "Phone", i.offices[0].Phone)}
}

// whose says in which name an appointment is best booked.
func (inquiry) whose() []locales.Line { return []locales.Line{locales.Say("answer.whose_name")} }

// fetched is the parts of a visit, and in place of each from which something comes, the fetching of it.
func (i inquiry) fetched() []booking.Part {
	all := slices.Clone(i.visit.Parts)
	for n, p := range all {
		if c, known := i.offices[0].ConcernOn(p.Concern.Pickup, i.on); known && p.Concern.Pickup != "" {
			all[n].Concern = c
		}
	}
	return all
}
