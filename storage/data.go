package storage

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// dataOf is the parts of what is stored about a person, each with a query for a
// list of objects with readable keys. Every table that knows of a person is
// included; what it knows of others is not.
var dataOf = []struct{ part, query string }{
	{"person", `
		SELECT id AS number, created_at AS known_since, holds AS times_held_without_booking, holds_since AS counted_since
		FROM person WHERE id = $1`},
	{"chats", `
		SELECT split_part(channel, '/', 1) AS network, address, created_at AS first_message, updated_at AS last_message, unreachable_at AS unreachable_since,
			turns AS answers, state AS talk
		FROM chat WHERE person = $1 ORDER BY id`},
	{"appointments", `
		SELECT number, office, starts, ends, state, items AS concerns, persons, name, mail, phone, lang AS language,
			coming AS said_to_come, late AS minutes_said_to_come_later, behind AS minutes_told_that_we_are_late,
			arrived_at AS arrived, called_at AS called, calls AS times_called, ticket AS ticket_number, parked_at AS resting_since, note AS note_by_staff, sequence AS times_changed, created_at AS made, updated_at AS last_changed, held_until AS kept_until,
			EXISTS (SELECT FROM rated r WHERE r.appointment = appointment.id) AS rated_by_you
		FROM appointment WHERE holder = $1 ORDER BY starts, id`},
	{"history", `
		SELECT a.number AS appointment, h.at, h.what, h.detail, h.actor = 'person ' || ($1::bigint)::text AS by_you
		FROM history h JOIN appointment a ON a.id = h.appointment WHERE a.holder = $1 ORDER BY h.id`},
	{"notices", `
		SELECT a.number AS appointment, n.kind, split_part(n.channel, '/', 1) AS network, n.address, n.due, n.outcome, n.settled_at AS settled
		FROM notice n JOIN appointment a ON a.id = n.appointment WHERE a.holder = $1 ORDER BY n.id`},
	{"waiting_list", `
		SELECT w.office, a.number AS for_an_earlier_time_of, w.wishes AS concerns, w.persons, w.weekdays, w.from_minute, w.to_minute, w.other_days,
			w.until, w.name, w.mail, w.phone, w.lang AS language, w.created_at AS since,
			(SELECT json_agg(json_build_object('starts', o.starts, 'ends', o.ends, 'made', o.made_at, 'until', o.until, 'outcome', o.outcome) ORDER BY o.id)
				FROM offer o WHERE o.wait = w.id) AS offers
		FROM wait w LEFT JOIN appointment a ON a.id = w.appointment WHERE w.person = $1 ORDER BY w.id`},
	{"talks_with_staff", `
		SELECT h.office, h.lang AS language, h.concerns, h.place AS others_before_you, h.opened_at AS asked_for, h.answered_at AS answered, h.ended_at AS ended,
			(SELECT json_agg(json_build_object('at', l.at, 'by_you', l.kind = 'citizen', 'text', l.text) ORDER BY l.id)
				FROM handover_line l WHERE l.handover = h.id AND l.text <> '') AS lines
		FROM handover h JOIN chat c ON c.id = h.chat WHERE c.person = $1 ORDER BY h.id`},
	{"codes", `
		SELECT a.number AS appointment, c.asked_at AS asked, c.expires_at AS valid_until, c.tries AS tries_left
		FROM code c JOIN chat ON chat.id = c.chat LEFT JOIN appointment a ON a.id = c.appointment
		WHERE chat.person = $1 ORDER BY c.id`},
	{"messages_received", `
		SELECT split_part(i.channel, '/', 1) AS network, i.received_at AS received, i.done_at AS answered, i.reason AS set_aside_because,
			convert_from(i.raw, 'UTF8') AS content
		FROM inbox i JOIN chat c ON c.channel = i.channel AND c.address = i.address WHERE c.person = $1 ORDER BY i.id`},
}

// export is everything stored about the person who talks, as JSON.
func (r *records) export(ctx context.Context) ([]byte, error) {
	all := make([]json.RawMessage, len(dataOf))
	for i, d := range dataOf {
		r.queue(`SELECT coalesce(json_agg(row_to_json(d)), '[]') FROM (`+d.query+`) AS d`, int64(r.by.Person)).
			QueryRow(func(row pgx.Row) error { return row.Scan(&all[i]) })
	}
	var counted json.RawMessage
	r.queue(`
		SELECT coalesce(json_agg(row_to_json(d)), '[]')
		FROM (SELECT what, office, at FROM deed WHERE sender = $1 ORDER BY id) AS d`, []byte(r.sender(r.by)),
	).QueryRow(func(row pgx.Row) error { return row.Scan(&counted) })
	if err := r.send(ctx); err != nil {
		return nil, err
	}
	parts := make(map[string]json.RawMessage, len(dataOf)+2)
	parts["counted_against_limits"] = counted
	for i, d := range dataOf {
		parts[d.part] = all[i]
	}
	now, err := json.Marshal(r.now)
	if err != nil {
		return nil, fmt.Errorf("write data: %w", err)
	}
	parts["as_of"] = now
	content, err := json.MarshalIndent(parts, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write data: %w", err)
	}
	return append(content, '\n'), nil
}
