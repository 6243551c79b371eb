package bot_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/office"
)

// Staff then see who to call, instead of a notice that is on its way for a day.
func TestNobodyIsReachedOnANetworkThatIsOff(t *testing.T) {
	t.Parallel()
	err := bot.Courier{}.Deliver(t.Context(), dialogs.Notice{Chat: dialogs.Chat{Channel: "mail", Address: "ada@example.org"}})
	if !errors.Is(err, dialogs.ErrUnreachable) {
		t.Errorf("delivered with %v", err)
	}
}

// letters takes notices as they are.
type letters struct{ kinds []booking.NoticeKind }

func (l *letters) Deliver(_ context.Context, n dialogs.Notice) error {
	l.kinds = append(l.kinds, n.Kind)
	return nil
}

// A notice goes over its own network, with a file for the calendar where a time is
// new, and reminders let others pass.
func TestANoticeGoesOverItsNetwork(t *testing.T) {
	t.Parallel()
	chat, letter := &post{}, &letters{}
	c := bot.Courier{
		Senders: map[string]bot.Sender{"paper": chat}, Messengers: map[string]dialogs.Messenger{"mail": letter},
		Now: func() time.Time { return monday },
	}
	o := office.Sample().Offices[0]
	withFile := []booking.NoticeKind{booking.BookedNotice, booking.MovedNotice, booking.RestoredNotice}
	for i, kind := range booking.NoticeKinds() {
		a := booking.Appointment{Number: "K7M4QX", Office: o.ID, Span: booking.Span{Start: monday, End: monday.Add(time.Hour)}, Items: []booking.Item{{Concern: o.Concerns[0].ID, Quantity: 1}}}
		n := dialogs.Notice{Notice: booking.Notice{ID: booking.NoticeID(i + 7), Kind: kind}, Chat: dialogs.Chat{Channel: "paper", Address: "erika"}, Lang: "de", Appointment: a, Office: o}
		if err := c.Deliver(t.Context(), n); err != nil {
			t.Fatal(err)
		}
		page, files := chat.pages[i], chat.files[i]
		if got := len(files) == 1 && files[0].Name == "termin-k7m4qx.ics"; got != slices.Contains(withFile, kind) {
			t.Errorf("%s comes with %d files", kind, len(files))
		}
		if page.Notice != n.ID || page.Patient != (kind == booking.ReminderNotice) || bot.InWords(page) == "" {
			t.Errorf("%s is sent as %+v", kind, page)
		}
		n.Chat.Channel = "mail"
		if err := c.Deliver(t.Context(), n); err != nil || len(letter.kinds) != i+1 || letter.kinds[i] != kind {
			t.Errorf("%s is mailed: %v, %v", kind, letter.kinds, err)
		}
	}
}
