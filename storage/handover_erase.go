package storage

import "time"

// queueEraseHandovers queues the erasing of talks with staff that belong to
// nobody any more, or ended before a time. A row goes once the thread of its talk
// is deleted, at the latest when it was erased before that time.
func (t *tx) queueEraseHandovers(since time.Time) {
	t.queue(`DELETE FROM handover WHERE office = ANY ($2) AND (erased_at < $1 OR erased_at IS NOT NULL AND thread IS NULL)`, since, t.offices)
	t.queueErasure(erasedHandovers, `
		old AS (
			SELECT id FROM handover
			WHERE erased_at IS NULL AND (chat IS NULL OR ended_at < $3) AND office = ANY ($5)
			ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED),
		unsaid AS (DELETE FROM handover_line WHERE handover IN (SELECT id FROM old)),
		gone AS (
			UPDATE handover SET erased_at = $2, ended_at = coalesce(ended_at, $2), chat = NULL
			WHERE id IN (SELECT id FROM old) RETURNING id)`, since, erasedAtOnce, t.offices)
}

// queueEraseHandoversOf queues that nothing stays of a person's talks with staff.
func (t *tx) queueEraseHandoversOf(person int64) {
	t.queue(`
		WITH mine AS (
			UPDATE handover SET erased_at = $2, ended_at = coalesce(ended_at, $2)
			WHERE chat IN (SELECT id FROM chat WHERE person = $1) RETURNING id)
		DELETE FROM handover_line WHERE handover IN (SELECT id FROM mine)`, person, t.now)
}
