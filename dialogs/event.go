package dialogs

import "terminbote/booking"

// Event is something that happens in a conversation. Done, the result of a
// command, is one too.
type Event interface{ event() }

// What a person can do.
type (
	// Started opens the talk: /start, a link on the town's home page, or the
	// first line of a terminal. Payload preselects: "concern_ID",
	// "category_ID", "number_NUMBER" of an appointment to be fetched, "ticket_NUMBER" of a ticket
	// to be linked, or "here" at the office's door; anything else is ignored.
	Started struct{ Payload string }
	// Said is a typed message.
	Said struct {
		Text      string
		Colleague Colleague        // a colleague it names, where the network knows them; empty elsewhere
		Office    booking.OfficeID // in whose staff's channel it was typed; empty elsewhere
	}
	// Tapped is a choice that was pressed.
	Tapped struct {
		Choice   string
		Revision int // of the state that offered it
	}
	// Responded is a choice that stands under a notice. It holds as long as
	// what the notice speaks of.
	Responded struct {
		Notice booking.NoticeID
		Choice string
	}
	// Sent is something that is no text: a picture, a voice message.
	Sent struct{}
	// Introduced is the person's own contact, sent by the network.
	Introduced struct{ Name, Phone string }
	// Asked is a command by its name, whatever the language: "appointments".
	Asked struct{ For string }
)

func (Started) event()    {}
func (Said) event()       {}
func (Tapped) event()     {}
func (Responded) event()  {}
func (Sent) event()       {}
func (Asked) event()      {}
func (Introduced) event() {}
func (Result) event()     {}
