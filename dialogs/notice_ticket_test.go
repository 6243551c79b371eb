package dialogs_test

import (
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// Whatever is told about a ticket names it as it is called, and no number that
// leads to it, no day and no time.
func TestNoticesAboutATicketNameItAsItIsCalled(t *testing.T) {
	t.Parallel()
	o := smallOffice(t).Offices[0]
	a := booking.Appointment{Office: o.ID, Ticket: 12, Number: "TCK222", Desk: o.Desks[0].ID, State: booking.Called}
	for kind, want := range map[booking.NoticeKind]string{
		booking.CalledNotice:    "Bitte kommen Sie zu Schalter 1",
		booking.MissedNotice:    "melden Sie sich bitte am Empfang",
		booking.CancelledNotice: "ist zurückgegeben",
	} {
		v := dialogs.Tell(dialogs.Notice{Notice: booking.Notice{Kind: kind}, Appointment: a, Office: o})
		said := locales.For("de").Say(v.Title)
		if !strings.Contains(said, "W12") || !strings.Contains(said, want) || strings.Contains(said, "TCK") || len(v.Groups) > 0 || len(v.Body) > 0 {
			t.Errorf("%s: %q, %d groups", kind, said, len(v.Groups))
		}
	}
}
