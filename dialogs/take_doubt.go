package dialogs

import (
	"terminbote/booking"
)

// settleDoubt takes the concern that is asked about where a message begins with a yes and goes on:
// "ja, und noch einen Perso". It returns that concern and the rest of the message, which is read
// as if the yes had been said before; else an empty one and the whole message.
func (t *talk) settleDoubt(text string) (booking.ConcernID, string) {
	rest, agrees := t.read(text).behindYes()
	if _, asked := t.step().(whichStep); !asked || !agrees || len(t.Draft.Between) != 1 {
		return "", text
	}
	id := t.Draft.Between[0]
	t.settleOn(id)
	return id, rest
}

// takeSettled says back the concern that a message said yes to before all else that it says.
func (x *taking) takeSettled() {
	if x.wished(x.settled) {
		x.took(x.facts.named(booking.Wish{Concern: x.settled}))
	}
}

// takeCountOfSettled takes a number behind a yes for that of which the yes was: "ja, aber für zwei".
// Of what several people do together it is how many they are.
func (x *taking) takeCountOfSettled(n int) bool {
	if !x.wished(x.settled) {
		return false
	}
	c := x.facts.concern(x.settled)
	if c.MaxQuantity < 2 || c.PerPerson > 0 || x.facts.isForSeveral(x.settled) {
		x.takePersons(n)
		return true
	}
	x.used = true
	x.setCases(x.settled, n)
	x.echo = nil
	for _, w := range x.Draft.Wishes {
		if w.Concern == x.settled && w.Quantity == n {
			x.took(x.facts.named(w))
		}
	}
	return true
}
