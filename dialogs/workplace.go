package dialogs

import (
	"time"

	"terminbote/booking"
)

// Workplace is what a clerk looks at and has under way.
type Workplace struct {
	Office        booking.OfficeID   `json:"office,omitempty"` // empty: the town's first
	Among         booking.OfficeID   `json:"among,omitempty"`  // in whose staff's channel was typed last
	Day           booking.Date       `json:"day,omitzero"`     // whose plan
	Page          int                `json:"page,omitempty"`   // of the appointments to choose from
	Desk          booking.DeskID     `json:"desk,omitempty"`   // they serve
	Query         string             `json:"query,omitempty"`  // whom they look for
	Below         Screen             `json:"below,omitempty"`  // the list an appointment was opened from
	Override      booking.OverrideID `json:"laid,omitempty"`   // the closure or the extra hours looked at
	Colleague     Colleague          `json:"whom,omitzero"`    // whose role is to change
	Task          Task               `json:"making,omitempty"`
	OverrideDraft OverrideDraft      `json:"laying,omitzero"`
	Undo          Undo               `json:"undo,omitzero"`
}

// Task is what a clerk answers questions for.
type Task string

// What a clerk can have in the making.
const (
	noTask      Task = ""
	bookingTask Task = "entry" // an appointment, or another time for one
	closingTask Task = "closing"
	openingTask Task = "opening"
)

// OverrideDraft is a closure or extra hours in the making: one field for each answer.
type OverrideDraft struct {
	Day      booking.Date   `json:"day,omitzero"`
	Hours    booking.Hours  `json:"hours,omitzero"`
	Desk     booking.DeskID `json:"desk,omitempty"`
	Placed   bool           `json:"placed,omitempty"` // this desk, or none for all
	Reason   string         `json:"reason,omitempty"`
	Internal bool           `json:"internal,omitempty"`
	For      bool           `json:"for,omitempty"` // Internal was answered
}

// Undo is what was done last and can be taken back for a while.
type Undo struct {
	What        Undoable              `json:"what"`
	Appointment booking.AppointmentID `json:"appointment,omitempty"`
	Number      booking.Number        `json:"number,omitempty"`
	Office      booking.OfficeID      `json:"office,omitempty"` // where it was before it was moved
	Start       time.Time             `json:"start,omitzero"`   // and when
	Closure     booking.OverrideID    `json:"closure,omitempty"`
	Extra       Extra                 `json:"extra,omitzero"`
	Until       time.Time             `json:"until,omitzero"`
}

// Undoable is a thing that can be undone.
type Undoable string

// The things that can be undone.
const (
	cancelling  Undoable = "cancel"
	missing     Undoable = "miss"
	moving      Undoable = "move"
	closingDown Undoable = "close"
	withdrawing Undoable = "withdraw"
)

// The screens of a clerk's talk. None of them, and nothing in the making, is
// the menu.
const (
	planScreen       Screen = "plan"       // of a day
	weekScreen       Screen = "week"       // its days
	freeScreen       Screen = "free"       // what is free on a day
	findScreen       Screen = "find"       // appointments by number, name or mail
	caseScreen       Screen = "case"       // one of them with all that is known
	strikeScreen     Screen = "strike"     // cancel it, really?
	missScreen       Screen = "miss"       // nobody came, really?
	receiptScreen    Screen = "receipt"    // of a booking by phone
	closedScreen     Screen = "closed"     // whom a closure has hit
	reopenScreen     Screen = "reopen"     // take it back, really?
	withdrawScreen   Screen = "withdraw"   // take extra hours back, really?
	queueScreen      Screen = "queue"      // who is there
	deskScreen       Screen = "desk"       // which desk do you serve?
	colleaguesScreen Screen = "colleagues" // and their roles
	colleagueScreen  Screen = "colleague"  // which role?
	trailScreen      Screen = "trail"      // what staff did
	bureauScreen     Screen = "bureau"     // which office?
)

var clerkScreens = map[Screen]step{
	resumeScreen:     resumeStep{},
	planScreen:       planStep{},
	weekScreen:       weekStep{},
	freeScreen:       freeStep{},
	findScreen:       findStep{},
	caseScreen:       caseStep{},
	strikeScreen:     strikeStep{},
	missScreen:       missStep{},
	receiptScreen:    receiptStep{},
	closedScreen:     closedStep{},
	reopenScreen:     reopenStep{},
	withdrawScreen:   withdrawStep{},
	queueScreen:      queueStep{},
	deskScreen:       deskStep{},
	colleaguesScreen: colleaguesStep{},
	colleagueScreen:  colleagueStep{},
	trailScreen:      trailStep{},
	bureauScreen:     bureauStep{},
}

// clerkStep is where a clerk's talk stands.
func (t *talk) clerkStep() step {
	if !t.facts.Staff.Clerk.Role.Allows(booking.Viewer) {
		return strangerStep{}
	}
	if s, ok := clerkScreens[t.Screen]; ok {
		return s
	}
	if t.Work.Task == noTask {
		return menuStep{}
	}
	return t.way()[t.position()]
}

// clerkWay is the questions of what is in the making.
func (t *talk) clerkWay() []question {
	switch {
	case t.Work.Task == closingTask:
		return closingWay
	case t.Work.Task == openingTask:
		return openingWay
	case t.Draft.Moving != 0:
		return movingWay
	}
	return callersWay
}

// questioned tells whether a question stands open: what is typed answers it first,
// and is an errand only where it does not.
func (t *talk) questioned(v View) bool {
	return t.Work.Task != noTask && t.Screen == noScreen || v.Typing || v.offers(yesChoice)
}

// wayOut leads back to what is in the making, or to the menu.
func (t *talk) wayOut() Group {
	if t.Work.Task != noTask {
		return navigation(backChoice, homeChoice)
	}
	return navigation(homeChoice)
}

// begin starts to make something. What was in the making is dropped.
func (t *talk) begin(m Task) {
	t.reset()
	t.Work.Task = m
}

// stop leaves what is in the making, and returns to what it was about.
func (t *talk) stop() {
	moved := t.Draft.Moving
	t.reset()
	if moved != 0 {
		t.Chosen, t.Screen = moved, caseScreen
	}
}

// leaveScreen goes to the screen below, in a clerk's talk.
func (t *talk) leaveScreen() {
	below := map[Screen]Screen{
		caseScreen:      t.Work.Below,
		strikeScreen:    caseScreen,
		missScreen:      caseScreen,
		closedScreen:    planScreen,
		reopenScreen:    closedScreen,
		withdrawScreen:  planScreen,
		deskScreen:      queueScreen,
		colleagueScreen: colleaguesScreen,
	}
	t.Screen = below[t.Screen]
}
