package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// search says that no concern was found in some words.
func (t *talk) search(said reading) {
	_, isNumber := said.number()
	switch intent := said.intent(); {
	case said.undecided():
		t.miss("which.undecided")
	case intent == understand.Book, intent == "" && said.idle():
		t.remark("search.begin")
	case intent != "", isNumber:
		t.miss("remark.choose") // "weiter" where nothing is chosen yet, 9 of 8
	case said.numberLike() && t.flow.audience() == booking.Public:
		t.remark("search.number")
		t.Screen = appointmentsScreen
	default:
		t.miss("search.nothing", "Phone", t.phone())
	}
}
