package storage_test

import (
	"errors"
	"testing"
	"time"
)

// exempt is a row that lets somebody past a limit, and what it may not differ in.
type exempt struct {
	limit, table string
	row          row
	not          []row
}

// exempts is all that lets somebody past a limit that is reached.
func exempts(c *counting) map[string]exempt {
	const box = `sha256('eve@example.org')`
	day, nearly := instant(c.now.Add(-24*time.Hour)), instant(c.now.Add(-24*time.Hour+just))
	hour, nearlyHour := instant(c.now.Add(-time.Hour)), instant(c.now.Add(-time.Hour+just))
	now, holder := instant(c.now), `(SELECT holder FROM appointment WHERE name = 'eve')`
	past := row{
		"id": `9000 + n`, "claim": `9000 + n`, "office": `'hall'`, "state": `'cancelled'`, "items": `'[]'`, "persons": `1`, "skills": `'{}'`, "audience": `'public'`,
		"number": `'OLD' || n`, "name": `'-'`, "created_at": day, "updated_at": day, "starts": day, "ends": now, "holder": holder,
		"mail_key": `'eve@example.org'`, "held_until": `NULL::timestamptz`,
	}
	young, others, hold := row{"created_at": nearly}, row{"holder": `900001`}, row{"number": `NULL`, "state": `'held'`, "held_until": day}
	proof := row{"sender": c.eve, "what": `'proved'`, "at": nearly, "mailbox": box}
	letter := row{"token": `gen_random_uuid()::text::bytea`, "mailbox": box, "created_at": nearlyHour, "notice": `1`, "stranger": `false`, "office": `'hall'`}
	told := letter.but(row{"appointment": `(SELECT id FROM appointment WHERE name = 'eve')`, "created_at": day})
	answered := row{"mailbox": box, "answered": now, "seen": now}
	notHers, otherAddress := []row{{"sender": `'z'`}, {"what": `'held'`}, {"at": day}}, row{"mailbox": `'q'`}
	return map[string]exempt{
		"who booked a day ago is no newcomer":       {"newcomers in an hour", "appointment", past, []row{young, others, hold}},
		"who has proved an address may come":        {"newcomers in an hour", "deed", proof, notHers},
		"an address was hers a day ago":             {"addresses in an hour", "appointment", past, []row{young, others, {"mail_key": `''`}, {"mail_key": `'x@example.org'`}}},
		"an address was named before":               {"addresses in an hour", "deed", proof.but(row{"what": `'addressed'`}), append(notHers, otherAddress)},
		"an address that she named may be proved":   {"new addresses at the office", "deed", proof.but(row{"what": `'addressed'`}), append(notHers, otherAddress)},
		"an owner who has proved that it is theirs": {"an owner who wants no mails", "deed", proof, append(notHers, otherAddress)},
		"an address that she booked under":          {"mails that strangers cause", "appointment", past, []row{young, others, {"mail_key": `'x@example.org'`}}},
		"an address that was written to":            {"new addresses that it writes to", "letter", letter, []row{otherAddress, {"created_at": hour}}},
		"an address that answers may be proved":     {"new addresses at the office", "mailbox", answered, []row{otherAddress, {"answered": `NULL::timestamptz`}}},
		"an address that has answered":              {"new addresses that it writes to", "mailbox", answered, []row{otherAddress, {"answered": `NULL::timestamptz`}}},
		"a cancellation of what it was told of":     {"strangers' cancellations", "letter", told, []row{otherAddress, {"appointment": `910001`}}},
	}
}

// Who is let past a limit goes by a row that is there, and by none that only looks
// like it.
func TestALimitLetsPassWhatItSays(t *testing.T) {
	t.Parallel()
	c := newCounting(t)
	limits := limitsOf(c)
	for name, e := range exempts(c) {
		limit := limits[e.limit]
		c.reach(limit, limit.most)
		if c.insert(e.table, e.row, 1, 1); limit.ask(c) != nil {
			t.Errorf("%s: refused all the same", name)
		}
		c.reach(limit, limit.most)
		for i, not := range e.not {
			c.insert(e.table, e.row.but(not), i+2, 1)
		}
		if err := limit.ask(c); !errors.Is(err, limit.refused) {
			t.Errorf("%s: what only looks like it lets pass (%v)", name, err)
		}
	}
	for whose, passes := range map[string]bool{`id = (SELECT holder FROM appointment WHERE name = 'eve')`: true, `id = (SELECT max(id) FROM person WHERE id < 900000)`: false} {
		limit := limits["mails that strangers cause"]
		c.exec(`INSERT INTO person (created_at) VALUES ($1)`, c.now)
		c.reach(limit, limit.most)
		c.exec(`UPDATE person SET proved = sha256('eve@example.org') WHERE ` + whose)
		if err := limit.ask(c); (err == nil) != passes {
			t.Errorf("an address that somebody has proved: %v", err)
		}
	}
}
