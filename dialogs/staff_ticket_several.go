package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// severalNamed is the concerns of one ticket where a clerk names more than one, each
// clearly: "2 Reisepass und ein Führungszeugnis". count is what stood before the
// first. None where one or the other is meant.
func (t *talk) severalNamed(words string, count int) []booking.Wish {
	var all []booking.Wish
	in := understand.Context{Lang: t.Lang}
	if t.facts.reader().IsChoice(words, in) {
		return nil
	}
	for _, f := range t.facts.reader().Read(words, in).Found {
		v, ok := f.Value.(understand.ConcernValue)
		if !ok {
			continue
		}
		_, own := t.workOffice().Concern(v.ID)
		if !own || v.Negated || len(v.Rivals) > 0 || f.Sure < understand.Doubt {
			return nil
		}
		all = append(all, booking.Wish{Concern: v.ID, Quantity: max(1, v.Quantity)})
	}
	if len(all) < 2 {
		return nil
	}
	all[0].Quantity = max(all[0].Quantity, count)
	return all
}
