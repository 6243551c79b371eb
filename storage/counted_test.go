package storage_test

import (
	"context"
	"encoding/hex"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// row is a row of a table by its columns, in SQL where n is its number.
type row map[string]string

// but is the row with other values.
func (r row) but(other row) row {
	changed := maps.Clone(r)
	maps.Copy(changed, other)
	return changed
}

// counted is a limit of how many rows there may be of a kind.
type counted struct {
	table   string
	counts  row
	not     []row // that look like it but for these values: none of them counts
	most    int
	once    bool // some that are alike count as one
	ask     func(*counting) error
	refused error
}

// counting is a world in which "eve" asks for what is limited.
type counting struct {
	*world
	eve  string // her hash, in SQL
	hers booking.Appointment
}

// insert enters many rows, numbered from first on.
func (c *counting) insert(table string, r row, first, many int) {
	c.Helper()
	columns := slices.Sorted(maps.Keys(r))
	values := make([]string, len(columns))
	for i, name := range columns {
		values[i] = r[name]
	}
	c.exec(`INSERT INTO `+table+` (`+strings.Join(columns, ", ")+`) SELECT `+strings.Join(values, ", ")+
		` FROM generate_series($1::int, $2) n`, first, first+many-1)
}

// instant is a time in SQL.
func instant(at time.Time) string {
	return "'" + at.UTC().Format("2006-01-02T15:04:05.999999Z") + "'::timestamptz"
}

// tried is whether a command is refused; nothing of it is kept.
func tried(name string, command dialogs.Command) func(*counting) error {
	return func(c *counting) (refused error) {
		err := c.Converse(c.Context(), chat(name), c.now, func(ctx context.Context, r dialogs.Records) error {
			done, err := r.Do(ctx, command)
			refused = done.Refused
			return errors.Join(err, errUndone)
		})
		if !errors.Is(err, errUndone) {
			c.Fatal(err)
		}
		return refused
	}
}

// mailed is whether a mail about Eve's appointment is refused.
func mailed(c *counting) error { return c.mails(c.hers, 1, booking.BookedNotice) }

const just = time.Microsecond // as exact as the database's clock

// limitsOf is what is limited by counting deeds, mails and holds.
func limitsOf(c *counting) map[string]counted {
	const box, address = `sha256('eve@example.org')`, "eve@example.org"
	within := func(d time.Duration) string { return instant(c.now.Add(-d + just)) }
	before := func(d time.Duration) string { return instant(c.now.Add(-d)) }
	const hour, day = time.Hour, 24 * time.Hour
	prove := tried("eve", dialogs.AskProof{Office: "hall", Mail: address, Lang: "de"})
	asked := row{"sender": c.eve, "what": `'asked'`, "at": within(hour)}
	about := row{"sender": `'z'`, "what": `'asked'`, "at": within(hour), "mailbox": box}
	named := row{"sender": c.eve, "what": `'addressed'`, "at": within(hour), "mailbox": `n::text::bytea`}
	letter := row{
		"token": `gen_random_uuid()::text::bytea`, "mailbox": box, "created_at": within(day), "notice": `500 + n`, "stranger": `false`,
		"cause": `(SELECT holder FROM appointment WHERE name = 'eve')`, "office": `'hall'`,
	}
	foreign := letter.but(row{"stranger": `true`, "cause": `5`})
	came := row{"sender": `n::text::bytea`, "what": `'came'`, "office": `'hall'`, "at": within(hour)}
	kept := row{
		"id": `5000 + n`, "claim": `5000 + n`, "office": `'hall'`, "desk": `'x' || n`, "state": `'held'`, "items": `'[]'`, "persons": `1`, "skills": `'{}'`,
		"audience": `'public'`, "created_at": instant(c.now), "updated_at": instant(c.now), "newcomer": `true`, "held_until": instant(c.now.Add(just)),
		"starts": instant(monday.At(0, berlin)), "ends": instant(monday.At(15, berlin)),
	}
	tuesday := row{"starts": instant(monday.Add(1).At(0, berlin)), "ends": instant(monday.Add(1).At(15, berlin))}
	sunday := row{"starts": instant(monday.At(0, berlin).Add(-just)), "ends": instant(monday.At(15, berlin))}
	place := row{
		"person": `(SELECT holder FROM appointment WHERE name = 'eve')`, "office": `'hall'`, "wishes": `jsonb_build_array(n)`, "weekdays": `1`, "from_minute": `0`, "to_minute": `9`,
		"until": `'2026-12-24'`, "name": `'x'`, "created_at": instant(c.now),
	}
	under := place.but(row{"person": `900001`, "mail_key": `'` + address + `'`})
	other, otherWhat, otherBox := row{"sender": `'z'`}, row{"what": `'held'`}, row{"mailbox": `'q' || n::text::bytea`}
	return map[string]counted{
		"places on the list":               {"wait", place, []row{{"person": `900001`}, {"person": `900001`, "mail_key": `'x@example.org'`}}, 5, false, tried("eve", wish("eve")), booking.ErrLimit},
		"places under an address":          {"wait", under, []row{{"mail_key": `''`}, {"mail_key": `'x@example.org'`}, {"office": `'yonder'`}}, 5, false, tried("eve", wish("eve")), booking.ErrMailLimit},
		"codes in a chat in an hour":       {"deed", asked, []row{other, otherWhat, {"at": before(hour)}}, 5, false, prove, booking.ErrLimit},
		"codes for an address in an hour":  {"deed", about, []row{otherBox, otherWhat, {"at": before(hour)}}, 3, false, prove, booking.ErrLimit},
		"codes for an address in a day":    {"deed", about.but(row{"at": within(day)}), []row{otherBox, otherWhat, {"at": before(day)}}, 6, false, prove, booking.ErrLimit},
		"others who have proved it":        {"deed", about.but(row{"sender": `n::text::bytea`, "what": `'proved'`, "at": within(day)}), []row{otherBox, otherWhat, {"at": before(day)}, {"sender": c.eve}}, 3, true, prove, booking.ErrLimit},
		"addresses in an hour":             {"deed", named, []row{other, otherWhat, {"at": before(hour)}}, 3, true, prove, booking.ErrAddresses},
		"addresses in a day":               {"deed", named.but(row{"at": within(day)}), []row{other, otherWhat, {"at": before(day)}}, 5, true, prove, booking.ErrAddresses},
		"new addresses at the office":      {"deed", named.but(row{"sender": `n::text::bytea`, "office": `'hall'`}), []row{{"office": `'annex'`}, otherWhat, {"at": before(hour)}}, 3, true, prove, booking.ErrTooOften},
		"mails that somebody causes":       {"letter", letter, []row{{"mailbox": `'q'`}, {"created_at": before(day)}, {"cause": `5`}, {"notice": `1`}}, 6, true, mailed, booking.ErrLimit},
		"mails that strangers cause":       {"letter", foreign, []row{{"mailbox": `'q'`}, {"created_at": before(day)}, {"stranger": `false`}, {"notice": `1`}}, 6, true, mailed, booking.ErrTooOften},
		"new addresses that it writes to":  {"letter", foreign.but(row{"mailbox": `n::text::bytea`, "created_at": within(hour)}), []row{{"office": `'annex'`}, {"created_at": before(hour)}, {"stranger": `false`}}, 3, true, mailed, booking.ErrTooOften},
		"newcomers in an hour":             {"deed", came, []row{{"office": `'annex'`}, otherWhat, {"at": before(hour)}, {"sender": c.eve, "at": before(hour)}, {"sender": c.eve, "what": `'held'`}}, 4, false, tried("eve", hold(at(9, 0))), booking.ErrUnproven},
		"an owner who wants no mails":      {"mailbox", row{"mailbox": box, "refused": instant(c.now), "seen": instant(c.now)}, []row{{"mailbox": `'q' || n::text::bytea`}}, 1, false, prove, booking.ErrAddresses},
		"strangers' cancellations":         {"letter", foreign, nil, 6, true, func(c *counting) error { return c.mails(c.hers, 1, booking.CancelledNotice) }, booking.ErrTooOften},
		"times that newcomers keep of day": {"appointment", kept, []row{{"office": `'annex'`}, tuesday, sunday, {"newcomer": `false`}, {"held_until": instant(c.now)}}, 25, false, tried("eve", hold(at(9, 0))), booking.ErrUnproven},
	}
}

// newCounting is a world with these limits.
func newCounting(t *testing.T) *counting {
	t.Helper()
	town := sample(8)
	p := &town.Offices[0].Policy
	p.Newcomers = booking.Newcomers{Least: 4, Most: 4, Share: 20, Hold: 5 * time.Minute}
	p.MailsPerDay, p.NewAddresses, p.PerMail = 6, 3, 20
	c := &counting{world: newWorld(t, town)}
	c.hers = c.booked("eve", at(11, 0))
	var eve []byte
	if err := c.pool.QueryRow(t.Context(), `SELECT sender FROM deed WHERE sender NOT IN ('b', 'y') LIMIT 1`).Scan(&eve); err != nil {
		t.Fatal(err)
	}
	c.eve = `'\x` + hex.EncodeToString(eve) + `'::bytea`
	c.exec(`INSERT INTO brake (office, usual) VALUES ('annex', 50)`)
	return c
}

// reach has so many rows there that count for a limit, and others that do not.
func (c *counting) reach(limit counted, many int) {
	c.Helper()
	for _, forget := range []string{
		`DELETE FROM deed WHERE sender NOT IN ('b', 'y')`, `DELETE FROM letter WHERE id < 900000`, `DELETE FROM mailbox WHERE mailbox NOT IN ('b', 'c')`,
		`DELETE FROM appointment WHERE id BETWEEN 1000 AND 899999`, `UPDATE person SET proved = NULL WHERE id < 900000`,
		`DELETE FROM wait WHERE id < 900000`,
	} {
		c.exec(forget)
	}
	c.exec(`INSERT INTO deed (sender, what, at) VALUES ('z', 'proved', $1)`, c.now)
	c.insert(limit.table, limit.counts, 1, many)
	for i, not := range limit.not {
		c.insert(limit.table, limit.counts.but(not), 1000*(i+1), 2)
	}
	if limit.once {
		c.insert(limit.table, limit.counts, 1, many)
	}
}

// What a limit counts, and nothing that only looks like it, is counted up to the
// number at which it refuses.
func TestALimitCountsWhatItSays(t *testing.T) {
	t.Parallel()
	c := newCounting(t)
	for name, limit := range limitsOf(c) {
		if c.reach(limit, limit.most-1); limit.ask(c) != nil {
			t.Errorf("%s: the last one that is allowed is refused", name)
		}
		c.reach(limit, limit.most)
		if err := limit.ask(c); !errors.Is(err, limit.refused) {
			t.Errorf("%s: %d are there, and one more: %v, want %v", name, limit.most, err, limit.refused)
		}
	}
}
