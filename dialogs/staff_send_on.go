package dialogs

import (
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// staffSendOnStep asks to which desk somebody is sent on.
type staffSendOnStep struct{}

func (staffSendOnStep) name() string { return "sendOn" }

func (staffSendOnStep) need(*talk) Need { return Need{} }

func (staffSendOnStep) show(t *talk) View {
	return View{
		Ask:    locales.Say("staff.send_on_where"),
		Groups: []Group{list(deskChoices(t.workOffice())...), navigation(backChoice, homeChoice)},
	}
}

func (staffSendOnStep) choose(t *talk, id string) bool {
	name, ok := strings.CutPrefix(id, deskPrefix)
	if !ok || !hasDesk(t.workOffice(), booking.DeskID(name)) {
		return false
	}
	t.Work.Forward.Desk, t.Screen = booking.DeskID(name), staffNoteScreen
	return true
}

func (staffSendOnStep) hear(t *talk, said reading) { t.notUnderstood(said) }

// staffNoteStep asks what the colleague there should know.
type staffNoteStep struct{}

func (staffNoteStep) name() string { return "note" }

func (staffNoteStep) need(*talk) Need { return Need{} }

func (staffNoteStep) show(t *talk) View {
	return View{
		Ask: locales.Say("staff.note_ask", "Desk", deskLine(t.workOffice(), t.Work.Forward.Desk)), Typing: true,
		Groups: []Group{{Columns: 1, Choices: []Choice{{ID: noNoteChoice, Label: locales.Say("staff.no_note")}}}, navigation(backChoice, homeChoice)},
	}
}

func (staffNoteStep) choose(t *talk, id string) bool {
	if id == noNoteChoice {
		t.sendOn("")
	}
	return id == noNoteChoice
}

func (staffNoteStep) hear(t *talk, said reading) { t.sendOn(said.short()) }

func (t *talk) sendOn(note string) {
	if t.may(booking.Clerk) {
		f := t.Work.Forward
		t.do(SendOn{Appointment: f.Appointment, Desk: f.Desk, Note: note})
	}
}
