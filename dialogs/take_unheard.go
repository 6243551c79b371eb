package dialogs

import (
	"reflect"
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// asksOfChosen answers a message that only names once more what is chosen, and beside that something which
// the office says of it: "die Rechnung hab ich nicht mehr, nur ein Foto".
func (x *taking) asksOfChosen(before State) {
	_, wanted := x.wishes()
	unsure := len(wanted) == 1 && len(wanted[0].Rivals) > 0 && x.isUnsure(wanted[0].ID)
	if !unsure || len(x.said.Found) != 1 || len(x.said.Rest) == 0 || len(x.remarks)+len(x.commands) > 0 || !reflect.DeepEqual(before, x.State) {
		return
	}
	if lines := x.foundIn(x.said.Text, false); lines != nil {
		x.answered, x.heardAll, x.echo = true, true, nil
		x.remarkOnce(lines)
	}
}

// isUnsure tells whether a concern that is chosen was hardly meant.
func (x *taking) isUnsure(id booking.ConcernID) bool {
	return x.wished(id) && slices.ContainsFunc(x.said.Found, func(f understand.Finding) bool {
		v, is := f.Value.(understand.ConcernValue)
		return is && v.ID == id && f.Sure < understand.Doubt
	})
}
