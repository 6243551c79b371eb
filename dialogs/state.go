package dialogs

import (
	"encoding/json"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// version is of the form of State. A stored state of another version is read
// as far as it still holds, and the talk starts again politely.
const version = 1

// State is all that a conversation remembers: plain data, stored as JSON.
// Which step comes next is derived from the answers that are still missing.
type State struct {
	Version  int    `json:"version"`
	Revision int    `json:"revision"` // grows with every turn; what can be tapped carries it
	Lang     string `json:"lang"`
	Greeted  bool   `json:"greeted,omitempty"` // the greeting was said
	Misses   int    `json:"misses,omitempty"`  // how many messages in a row were not understood
	// Echo is what was answered last, so that it is not said twice in a row.
	Echo Echo `json:"echo,omitzero"`
	// Left is when the last turn was; zero where there is nothing to come back to, and in states of before.
	Left  time.Time `json:"left,omitzero"`
	Draft Draft     `json:"draft"`
	// Screen covers the draft: what is looked at besides booking.
	Screen Screen `json:"screen,omitempty"`
	// Chosen is the appointment that Screen shows.
	Chosen booking.AppointmentID `json:"chosen,omitempty"`
	// Instead is what begins if a booking under way is given up: moveChoice or
	// waitChoice, for the appointment chosen, what a link leads to, or a line for
	// another caller. Empty: the
	// talk starts over.
	Instead string `json:"instead,omitempty"`
	// Queue is the office in whose line the person waits.
	Queue booking.OfficeID `json:"queue,omitempty"`
	// Place is the place on the waiting list that Screen shows.
	Place booking.WaitID `json:"place,omitempty"`
	// Attaching is the number of an appointment that waits for its code.
	Attaching booking.Number `json:"attaching,omitempty"`
	// ReadOut says that a clerk has read that code out; else it is mailed.
	ReadOut bool `json:"read_out,omitempty"`
	// Proof is a time that is kept once a mail address is proved.
	Proof Proof `json:"proof,omitzero"`
	// Later is concerns that need an appointment of their own after this one.
	Later []booking.ConcernID `json:"later,omitempty"`
	// LaterOn is when some of these are wanted.
	LaterOn []understand.ConcernWhen `json:"later_on,omitempty"`
	// LaterCases is how many cases there are of some of these.
	LaterCases []booking.Wish `json:"later_cases,omitempty"`
	// Inquired is the question that was answered last.
	Inquired Inquired `json:"inquired,omitzero"`
	// Returned is the appointment that was cancelled last, to have it back.
	Returned Returned `json:"returned,omitzero"`
	// Rated is what a line may be added to.
	Rated Rated `json:"rated,omitzero"`
	// Condoled says that a word of sympathy was said.
	Condoled bool `json:"condoled,omitempty"`
	// Handed says that staff hold the talk in place of the assistant.
	Handed bool `json:"handed,omitempty"`
	// Work is what a clerk looks at; a citizen has none.
	Work Workplace `json:"work,omitzero"`

	outdated bool // stored by another version, and not shown since
}

// Echo is the answer to what was typed last, by hashes of both, and how often it would have
// been said in a row.
type Echo struct {
	Hash  string `json:"hash,omitempty"`
	Text  string `json:"text,omitempty"`
	Times int    `json:"times,omitempty"`
}

// Inquired is the question that was answered last, since the next may leave out
// what it is about: "und für den Reisepass?".
type Inquired struct {
	About    understand.Topic  `json:"about,omitempty"`
	Concern  booking.ConcernID `json:"concern,omitempty"`
	Revision int               `json:"revision,omitempty"` // of the state that it was asked in
}

// lately tells whether the question was asked just before.
func (q Inquired) lately(revision int) bool { return q.About != "" && q.Revision+1 == revision }

// Returned is a cancelled appointment by what it takes to book it again.
type Returned struct {
	Office  booking.OfficeID `json:"office,omitempty"`
	Wishes  []booking.Wish   `json:"wishes,omitempty"`
	Persons int              `json:"persons,omitempty"`
	Start   time.Time        `json:"start,omitzero"`
	Contact booking.Contact  `json:"contact,omitzero"`
}

// Rated is a visit that was rated just now, as far as a line on it needs.
type Rated struct {
	Office booking.OfficeID `json:"office,omitempty"`
	Stars  int              `json:"stars,omitempty"`
	At     time.Time        `json:"at,omitzero"` // when; zero in states of before
}

// Proof is what somebody who is not known yet answers before a time is
// set aside, while many new people want one.
type Proof struct {
	Office booking.OfficeID `json:"office,omitempty"`
	Start  time.Time        `json:"start,omitzero"`
	Mail   string           `json:"mail,omitempty"` // to which a code was sent; empty: it is asked for
}

// Screen names what can lie over the draft.
type Screen string

// The screens. None at all shows the draft's next question.
const (
	noScreen           Screen = ""
	resumeScreen       Screen = "resume"       // continue or start over?
	appointmentsScreen Screen = "appointments" // all of the person's
	appointmentScreen  Screen = "appointment"  // one of them
	cancelScreen       Screen = "cancel"       // really?
	lateScreen         Screen = "late"         // by how much?
	bookedScreen       Screen = "booked"       // the receipt
	numberScreen       Screen = "number"       // attach: which number?
	codeScreen         Screen = "code"         // attach: which code?
	proofScreen        Screen = "proof"        // whose mail address is it?
	eraseScreen        Screen = "erase"        // really everything?
	waitingScreen      Screen = "waiting"      // the waiting list
	placeScreen        Screen = "place"        // one place on it
	aboutScreen        Screen = "about"        // the offices
	ratingScreen       Screen = "rating"       // a line on a visit
	personScreen       Screen = "person"       // talk to somebody of the office?
	ticketScreen       Screen = "ticket"       // one's place in the line
	leaveTicketScreen  Screen = "ticketLeave"  // really?
)

// Draft is the booking under way: one field for each answer.
type Draft struct {
	Category booking.CategoryID  `json:"category,omitempty"` // whose concerns are listed
	Query    string              `json:"query,omitempty"`    // or those found by typing
	Wishes   []booking.Wish      `json:"wishes,omitempty"`   // a quantity of 0 was not asked yet
	Latest   booking.ConcernID   `json:"latest,omitempty"`   // which was chosen last, to be explained
	Between  []booking.ConcernID `json:"between,omitempty"`  // one of these was meant: which?
	Cases    int                 `json:"cases,omitempty"`    // and how many cases of it; 0: not said
	Doubts   []booking.ConcernID `json:"doubts,omitempty"`   // may be needed as well: each is asked about next
	Dropped  []booking.Wish      `json:"dropped,omitempty"`  // was left out of what was chosen, by the last who said only what is to be
	Picked   bool                `json:"picked,omitempty"`   // these and no more
	Agreed   []booking.ConcernID `json:"agreed,omitempty"`   // whose question was answered yes
	Persons  int                 `json:"persons,omitempty"`
	Came     int                 `json:"came,omitempty"`     // how many there were, while that is asked once more
	Ask      Detail              `json:"ask,omitempty"`      // what is asked though it need not be
	Counts   []int               `json:"counts,omitempty"`   // how many cases there were, while that is asked once more
	Informed bool                `json:"informed,omitempty"` // has seen what to bring
	Office   booking.OfficeID    `json:"office,omitempty"`
	Offices  []booking.OfficeID  `json:"offices,omitempty"`  // of these one was meant: which?
	AllDays  bool                `json:"all_days,omitempty"` // asked for more than the next few
	Days     understand.Days     `json:"days,omitzero"`      // on which one can come, until that is met
	Hours    understand.Window   `json:"hours,omitzero"`     // likewise at which times of day
	// Or is other days, with hours of their own, that will do as well as Days with Hours.
	Or      []understand.When `json:"or,omitempty"`
	Page    int               `json:"page,omitempty"`    // which of the times proposed
	ByDay   bool              `json:"by_day,omitempty"`  // looks for a day in the calendar
	ByHour  bool              `json:"by_hour,omitempty"` // looks for an hour of the day, and all its times
	Hour    booking.Hours     `json:"hour,omitzero"`     // that hour
	Day     booking.Date      `json:"day,omitzero"`
	Start   time.Time         `json:"start,omitzero"`
	Name    string            `json:"name,omitempty"`
	Phone   string            `json:"phone,omitempty"`    // where a network told it
	NoPhone bool              `json:"no_phone,omitempty"` // a caller does not want to give one
	Mail    string            `json:"mail,omitempty"`
	Doubt   Doubt             `json:"doubt,omitzero"`     // what is taken only after a yes
	NoMail  bool              `json:"no_mail,omitempty"`  // does not want to give one
	MailsIn string            `json:"mails_in,omitempty"` // a caller's language; empty: the office's

	OfficesFrom int `json:"offices_from,omitempty"` // which of the offices are listed: from this one on

	// Hold is the time set aside, for Start or, after a step back, for the
	// time chosen before it.
	Hold      booking.AppointmentID `json:"hold,omitempty"`
	HeldUntil time.Time             `json:"held_until,omitzero"`
	// Length is how many minutes were set aside, which is what gets booked even
	// if the office changes its minutes meanwhile. 0: not known.
	Length int `json:"length,omitempty"`

	// Moving is the appointment that gets another time; 0 where a new one is
	// booked.
	Moving booking.AppointmentID `json:"moving,omitempty"`
	// Changes says that what Moving is for changes, and not only its time: Wishes and
	// Persons are what it is for henceforth.
	Changes bool `json:"changes,omitempty"`
	// After is the appointment that was seen when a new booking was begun by typing, which may
	// have been meant instead.
	After booking.AppointmentID `json:"after,omitempty"`
	// Wait is what is answered to join the waiting list instead.
	Wait WaitDraft `json:"wait,omitzero"`
}

// Detail is what is asked only where it matters or somebody wants to say it.
type Detail string

// The details of a booking.
const (
	noDetail       Detail = ""
	quantityDetail Detail = "quantity"
	personsDetail  Detail = "persons"
)

// Doubt is an answer that looks mistaken, kept until somebody says that it is
// right.
type Doubt struct {
	Name  string `json:"name,omitempty"`
	Mail  string `json:"mail,omitempty"`
	Meant string `json:"meant,omitempty"` // the mail address that is likelier
}

// Begun tells whether something would be lost by starting over.
func (d Draft) Begun() bool { return len(d.Wishes) > 0 || d.Moving != 0 }

// Decode reads a stored state. A missing one, or one of a version that is not
// ours, becomes a fresh one that keeps the language and the concerns.
func Decode(data []byte, lang string) State {
	fresh := State{Version: version, Lang: lang}
	var s State
	if json.Unmarshal(data, &s) != nil {
		return fresh
	}
	if s.Version == version {
		return s
	}
	fresh.Revision, fresh.outdated = s.Revision, s.Revision > 0
	if s.Lang != "" {
		fresh.Lang = s.Lang
	}
	fresh.Draft.Wishes, fresh.Handed = s.Draft.Wishes, s.Handed
	return fresh
}

// Encode writes the state for storage.
func (s State) Encode() ([]byte, error) { return json.Marshal(s) }

// WaitDraft is the answers of somebody who joins the waiting list: for an earlier
// time of the appointment that the draft moves, or for a first one.
type WaitDraft struct {
	On    bool             `json:"on,omitempty"`
	Days  booking.Weekdays `json:"days,omitempty"`
	Set   bool             `json:"set,omitempty"` // these days and no more
	Hours string           `json:"hours,omitempty"`
	Span  booking.Hours    `json:"span,omitzero"`   // the hours, where Hours says so
	Or    []booking.Weekly `json:"or,omitempty"`    // other days, with hours of their own, that suit as well
	Weeks int              `json:"weeks,omitempty"` // how long to wait
	Until booking.Date     `json:"until,omitzero"`  // likewise, where a day was said
}
