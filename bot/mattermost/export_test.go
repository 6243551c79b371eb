package mattermost

import (
	"context"
	"errors"
	"time"

	"terminbote/booking"
)

// Escape and Row are what is drawn of words that anybody may have written.
var (
	Escape  = escape
	Figures = figures
	Foreign = foreign
	Row     = row
)

// Rounds looks at the talks of an office with each call, and says after how long it
// would look again.
func (m *Mattermost) Rounds(office booking.OfficeID) func(context.Context) time.Duration {
	return newThreads(m, office, m.settings.Channels[office]).round
}

// Days brings the post of an office's day, the word of the brake and calls for help up
// to date with each call, and says after how long it would look again.
func (m *Mattermost) Days(office booking.OfficeID) func(context.Context) (time.Duration, error) {
	d := &dayPost{Mattermost: m, office: office, channel: m.settings.Channels[office]}
	return func(ctx context.Context) (time.Duration, error) {
		err := errors.Join(d.tellBrake(ctx), d.upToDate(ctx), d.tellAlarms(ctx))
		return d.after(ctx, err), err
	}
}
