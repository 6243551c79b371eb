package dialogs_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// An offer can be had until the moment at which it goes to the next.
func TestAnOfferIsOpenUntilItsEnd(t *testing.T) {
	t.Parallel()
	until := monday.Add(time.Hour)
	held := booking.Appointment{ID: 1, Claim: 1, State: booking.Held, HeldUntil: until}
	taken := held
	taken.State = booking.Confirmed
	for name, test := range map[string]struct {
		letter dialogs.Letter
		now    time.Time
		want   bool
	}{
		"at once":           {dialogs.Letter{Offer: true, Appointment: held}, monday, true},
		"a moment before":   {dialogs.Letter{Offer: true, Appointment: held}, until.Add(-time.Second), true},
		"at its end":        {dialogs.Letter{Offer: true, Appointment: held}, until, false},
		"later":             {dialogs.Letter{Offer: true, Appointment: held}, until.Add(time.Second), false},
		"accepted":          {dialogs.Letter{Offer: true, Appointment: taken}, monday, false},
		"no offer at all":   {dialogs.Letter{Appointment: held}, monday, false},
		"what has run out":  {dialogs.Letter{Offer: true, Appointment: booking.Appointment{State: booking.Expired}}, monday, false},
		"about an own time": {dialogs.Letter{Appointment: taken}, monday, false},
	} {
		if got := test.letter.Open(test.now); got != test.want {
			t.Errorf("%s: open %v, want %v", name, got, test.want)
		}
	}
}

// A letter calls somebody by what is plainly a name, and by nothing that a mail
// program would make a link of.
func TestALetterCallsNobodyByALink(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Erika Beispiel": "Erika Beispiel", "Dr. Anna Müller": "Dr. Anna Müller", "J. R. Ewing": "J. R. Ewing",
		"example.gift": "", "Erika example.gift": "", "Erika www.example.org": "", "Gewonnen.hier klicken": "",
		"Sie haben gewonnen": "", "-": "", "": "", "0171 123456": "",
	} {
		if got := dialogs.Addressee(name); got != want {
			t.Errorf("%q is called %q, want %q", name, got, want)
		}
	}
}
