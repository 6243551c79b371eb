package bot

import (
	"context"
	"time"

	"terminbote/dialogs"
	"terminbote/locales"
)

// Take is one turn in a conversation that the network holds open itself, since
// it keeps more of it than the dialogs do. lang is the language to begin in.
func (h *Host) Take(
	ctx context.Context, channel string, records dialogs.Records, lang string, event dialogs.Event,
) (Page, error) {
	return h.turn(ctx, channel, records, locales.Match(lang), event)
}

// LookAt shows a conversation that goes on and that the network holds open. It
// changes nothing.
func (h *Host) LookAt(ctx context.Context, records dialogs.Records) (Page, error) {
	return look(ctx, records, locales.Match(""))
}

// CalendarFile is an appointment for the person's own calendar.
func CalendarFile(n dialogs.Notice, now time.Time) File {
	return calendarFile(n, locales.For(locales.Match(n.Lang)), now)
}
