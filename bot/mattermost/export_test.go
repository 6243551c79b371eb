package mattermost

import (
	"context"
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
