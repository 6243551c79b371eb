package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// takeLater begins the appointment that was noted, where a message behind a booking says yes to it and goes on: "1,
// für zwei Personen". What else it says is said of that one, and not of what is booked.
func (x *taking) takeLater() {
	if x.Screen != bookedScreen || len(x.Later) == 0 || !x.view.offers(laterChoice) || !x.wantsLater() {
		return
	}
	id := x.Later[0]
	x.bookNoted()
	x.used, x.settled = true, id
	x.view = x.step().show(x.talk)
	x.asked, x.stood = expected(x.step(), x.view), x.step().name()
	x.said.Found = slices.DeleteFunc(slices.Clone(x.said.Found), func(f understand.Finding) bool {
		switch v := f.Value.(type) {
		case understand.ChoiceValue:
			return true
		case understand.IntentValue:
			return v.Intent == understand.Yes || v.Intent == understand.Next
		}
		return false
	})
	x.took(x.facts.named(booking.Wish{Concern: id, Quantity: x.casesWished(id)}))
	for _, v := range values[understand.PersonsValue](x.said) {
		if c := x.facts.concern(id); x.casesWished(id) == 0 && v.Count > 1 && c.MaxQuantity > 1 && c.PerPerson == 0 && !x.facts.isForSeveral(id) {
			x.takeCountOfSettled(v.Count)
		}
	}
}

// wantsLater tells whether a message takes up what was noted, and says more.
func (x *taking) wantsLater() bool {
	first := func(v understand.ChoiceValue) bool {
		c, listed := x.listedChoice(v.Place)
		return listed && c.ID == laterChoice
	}
	return len(x.said.Found) > 1 && (slices.ContainsFunc(values[understand.ChoiceValue](x.said), first) || x.intends(understand.Yes) && !x.wantsAny())
}
