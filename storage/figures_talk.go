package storage

import (
	"time"

	"terminbote/dialogs"
)

// newTalkAfter is the silence after which a message begins another talk.
const newTalkAfter = 6 * time.Hour

// Count counts a turn of a citizen's talk. It is written with what is
// remembered; what a clerk does is counted nowhere.
func (r *records) Count(c dialogs.Course) {
	if r.by.Staff != "" || r.erased {
		return
	}
	r.queue(`UPDATE talk_figure SET chat = NULL WHERE chat = $1 AND last_at <= $2`, r.chat, r.now.Add(-newTalkAfter))
	r.queue(`
		INSERT INTO talk_figure AS known (chat, channel, began_at, last_at, step, booked, heard, missed)
		SELECT id, channel, $2, $2, $3, $4, $5, $6 FROM chat WHERE id = $1
		ON CONFLICT (chat) DO UPDATE SET last_at = $2, step = $3,
			booked = known.booked + $4, heard = known.heard + $5, missed = known.missed + $6`,
		r.chat, r.now, c.Step, count(c.Booked), count(c.Heard), count(c.Missed))
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
