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

// Courier delivers notices over the networks that are on.
type Courier struct {
	Senders    map[string]Sender            // by channel: messages like those of a talk
	Messengers map[string]dialogs.Messenger // by channel: what is no talk, such as mail
	Now        func() time.Time
}

var _ dialogs.Messenger = Courier{}

// Deliver sends a notice over the network it was planned for. A network that is
// off reaches nobody.
func (c Courier) Deliver(ctx context.Context, n dialogs.Notice) error {
	if messenger, ok := c.Messengers[n.Chat.Channel]; ok {
		return messenger.Deliver(ctx, n)
	}
	if sender, ok := c.Senders[n.Chat.Channel]; ok {
		return c.send(ctx, sender, n)
	}
	return fmt.Errorf("network %q is off: %w", n.Chat.Channel, dialogs.ErrUnreachable)
}

// send renders a notice, adds the appointment for the person's calendar, and
// sends it.
func (c Courier) send(ctx context.Context, sender Sender, n dialogs.Notice) error {
	lang := locales.Match(n.Lang)
	page := Tell(n)
	page.Notice = n.ID
	page.Patient = n.Kind == booking.ReminderNotice // it is one of many, and nobody waits for it
	switch n.Kind {
	case booking.BookedNotice, booking.MovedNotice, booking.RestoredNotice:
		return sender.Send(ctx, n.Chat.Address, page, calendarFile(n, locales.For(lang), c.Now()))
	}
	return sender.Send(ctx, n.Chat.Address, page)
}

// Tell puts a notice into words, as any network can show it.
func Tell(n dialogs.Notice) Page {
	return render(dialogs.State{Lang: locales.Match(n.Lang)}, nil, dialogs.Tell(n))
}
