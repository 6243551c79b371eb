package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

const (
	// mostReady is how many people are told by one command.
	mostReady = 200
	// mostNamed is how many numbers stand in one sentence.
	mostNamed = 30
)

// readList takes a list of numbers that is longer than what is read of other
// messages; false for any other message.
func (t *talk) readList(text string) bool {
	said := t.read(text)
	if !said.long() {
		return false
	}
	c, known, err := said.wholeStaffCommand(t.workOffice(), t.today())
	if !known || err != nil || c.Do != understand.ToReady {
		return false
	}
	t.run(c, nil)
	return true
}

// tellReady tells people that they can fetch what they applied for: those whose
// numbers were given, or the one that is looked at.
func (t *talk) tellReady(e understand.StaffCommand) {
	if !t.may(booking.Clerk) {
		return
	}
	numbers := e.Numbers
	if len(numbers) == 0 && len(e.Wrong) == 0 {
		if a, ok := t.facts.lookedUp(t.Chosen); ok && t.Screen == staffAppointmentScreen {
			numbers = []booking.Number{a.Number}
		}
	}
	if len(e.Wrong) > 0 {
		t.remark("staff.ready.wrong", "Count", len(e.Wrong), "Words", quoted(e.Wrong))
	}
	switch {
	case len(numbers) > mostReady:
		t.remark("staff.ready.many", "Most", mostReady)
	case len(numbers) > 0:
		t.do(Ready{Numbers: numbers})
	case len(e.Wrong) == 0:
		t.remark("staff.ready.which")
	}
}

func quoted(all []string) locales.List {
	var list locales.List
	for i, words := range all {
		if i == mostNamed {
			return append(list, locales.Plain("…"))
		}
		list = append(list, plain(shortName(words)))
	}
	return list
}

// readied says who was told, and of each other number why not.
//
//locales:keys staff.ready.*
func (t *talk) readied(d Result) {
	by := map[ReadyOutcome][]string{}
	for _, r := range d.Ready {
		by[r.What] = append(by[r.What], r.Number.String())
	}
	for _, what := range []ReadyOutcome{ReadyTold, ReadyAlready, ReadyUnknown, ReadyAhead, ReadyOver, ReadyErased, ReadyUnreached} {
		if numbers := by[what]; len(numbers) > 0 {
			t.remark("staff.ready."+string(what), "Count", len(numbers), "Numbers", quoted(numbers))
		}
	}
}
