package dialogs

import "terminbote/booking"

// severalNamed is the concerns of one ticket where a clerk names more than one, each
// clearly: "2 Reisepass und ein Führungszeugnis". count is what stood before the
// first. None where one or the other is meant.
func (t *talk) severalNamed(words string, count int) []booking.Wish {
	named, clear := t.facts.allNamed(words, t.Lang)
	if !clear || len(named) < 2 {
		return nil
	}
	var all []booking.Wish
	for _, v := range named {
		if _, own := t.workOffice().Concern(v.ID); !own {
			return nil
		}
		all = append(all, booking.Wish{Concern: v.ID, Quantity: max(1, v.Quantity)})
	}
	all[0].Quantity = max(all[0].Quantity, count)
	return all
}
