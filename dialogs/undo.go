package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

const undoChoice = "undo"

// keepUndo remembers what was just done, so that it can be taken back.
func (t *talk) keepUndo(u Undo) {
	u.Until = t.facts.Now.Add(booking.UndoWithin)
	t.Work.Undo = u
}

// undoable is the way to take back what was done last, for as long as that
// goes.
func (t *talk) undoable() []Group {
	u := t.Work.Undo
	if !t.facts.Now.Before(u.Until) || !t.allows(booking.Clerk) {
		return nil
	}
	return []Group{{Columns: 1, Choices: []Choice{{ID: undoChoice, Label: undoLine(u)}}}}
}

func undoLine(u Undo) locales.Line {
	switch u.What {
	case cancelling:
		return locales.Say("staff.undo.cancel", "Number", u.Number.String())
	case missing:
		return locales.Say("staff.undo.miss", "Number", u.Number.String())
	case closingDown:
		return locales.Say("staff.undo.close")
	}
	return locales.Say("staff.undo.withdraw")
}

// undo takes back what was done last.
func (t *talk) undo() {
	u := t.Work.Undo
	switch {
	case !t.may(booking.Clerk):
	case !t.facts.Now.Before(u.Until):
		t.remark("staff.nothing_to_undo")
	case u.What == cancelling:
		t.do(Restore{u.Appointment})
	case u.What == missing:
		t.do(Arrive{u.Appointment})
	case u.What == closingDown:
		t.do(Reopen{u.Closure})
	default:
		t.do(Open{Office: t.bureau().ID, Extra: u.Extra})
	}
}

// giveUpOn leaves a question whose command came too late, and forgets to take back
// what cannot be.
func (t *talk) giveUpOn(c Command) {
	u := t.Work.Undo
	switch c := c.(type) {
	case Cancel, Miss:
		t.Screen = caseScreen
	case Withdraw:
		t.Work.Undo, t.Screen = Undo{}, planScreen
	case Restore:
		t.Work.Undo = Undo{}
	case Reopen:
		t.Work.Undo = Undo{}
		if t.Screen == reopenScreen {
			t.leave()
		}
	case Arrive:
		if c.Appointment == u.Appointment {
			t.Work.Undo = Undo{}
		}
	case Hold, Book, Move:
		t.stop()
	}
}
