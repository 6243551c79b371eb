package understand

import "terminbote/booking"

// Context is what a message is read in. The same words mean different things
// where different questions stand open: "2" is a place in a list, a quantity
// or a day.
type Context struct {
	Lang    string              // the talk's language; other languages are tried after it
	Today   booking.Date        // on the office's wall calendar
	Now     booking.Clock       // on the office's wall clock
	Expect  Expect              // what the open question asks for
	Listed  int                 // how many numbered choices are shown; 0: none
	Between []booking.ConcernID // which concerns it is asked about which is meant; empty: about none
	Brief   bool                // a clerk's line: what nothing else explains is somebody's name
	Seen    Seen                // what of theirs is seen, which they may speak of
	Booked  bool                // an appointment of theirs, or one half booked, is seen: it may be corrected
	Changes bool                // something is booked that may be changed, or may get another one beside it
	Comes   bool                // how many come may be said to change: something is chosen
	Chosen  []booking.Wish      // what is chosen, or booked and seen, which the message may correct
	Dropped []booking.Wish      // what was left out last of what was chosen
	Named   bool                // the appointment has a name already
	Binds   bool                // a yes to the open question books, moves or enters something
}

// Seen is what of the person's own is seen while a message is written.
type Seen string

// What can be seen.
const (
	SeenNothing     Seen = ""
	SeenAppointment Seen = "appointment" // one of theirs, or that it is booked
	SeenPlace       Seen = "place"       // on the waiting list
)

// Expect is what the open question asks for.
type Expect string

// What a question can ask for.
const (
	ExpectWish     Expect = ""         // what somebody comes for
	ExpectMore     Expect = "more"     // anything else?
	ExpectQuantity Expect = "quantity" // how many cases of a concern?
	ExpectPersons  Expect = "persons"  // how many people come?
	ExpectYesNo    Expect = "yes_no"   // a plain question
	ExpectOffice   Expect = "office"   // which office?
	ExpectWhen     Expect = "when"     // which day, which time, which of those proposed?
	ExpectSpan     Expect = "span"     // for how long, until when?
	ExpectName     Expect = "name"     // whose appointment?
	ExpectMail     Expect = "mail"     // which mail address?
	ExpectReview   Expect = "review"   // is all of this right?
	ExpectPhone    Expect = "phone"    // which telephone number?
	ExpectCode     Expect = "code"     // a code or an appointment's number
)
