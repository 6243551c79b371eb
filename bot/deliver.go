package bot

import (
	"context"
	"fmt"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

// File goes along with a message.
type File struct {
	Name, Type string
	Content    []byte
}

// Sender sends messages of their own on one network, outside of any talk. Its
// errors are those of [dialogs.Messenger].
type Sender interface {
	Send(ctx context.Context, address string, page Page, files ...File) error
}

// Courier brings notices to people on the networks that are on.
type Courier struct {
	Senders map[string]Sender // by channel
	Now     func() time.Time
}

var _ dialogs.Messenger = Courier{}

// Deliver puts a notice into words, with the appointment for the person's
// calendar, and sends it.
func (c Courier) Deliver(ctx context.Context, n dialogs.Notice) error {
	sender, ok := c.Senders[n.Chat.Channel]
	if !ok {
		return fmt.Errorf("network %q is off", n.Chat.Channel)
	}
	lang := locales.Match(n.Lang)
	page := render(dialogs.State{Lang: lang}, nil, dialogs.Tell(n))
	page.Notice = n.ID
	page.Patient = n.Kind == booking.ReminderNotice // it is one of many, and nobody sits there waiting for it
	if n.Kind != booking.BookedNotice && n.Kind != booking.MovedNotice {
		return sender.Send(ctx, n.Chat.Address, page)
	}
	return sender.Send(ctx, n.Chat.Address, page, calendarFile(n, locales.For(lang), c.Now()))
}
