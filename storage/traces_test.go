package storage_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/dialogs"
)

// trace is a place where something of a person can stand.
type trace struct {
	put  string // enters it; :a is an appointment of hers, :p she, :c her chat, :b an appointment of somebody else's, :h her talk with staff
	left string // counts what is left of it
	only string // it goes when she asks for it alone, or by its age alone
}

// What a trace goes by alone.
const (
	whenAsked = "asked"
	byAge     = "age"
)

// traces is all of them, by table and column.
var traces = map[string]trace{
	"appointment.name":                {`UPDATE appointment SET name = 'trace' WHERE id = :a`, `FROM appointment WHERE name = 'trace'`, ""},
	"appointment.mail":                {`UPDATE appointment SET mail = 'trace@x' WHERE id = :a`, `FROM appointment WHERE mail = 'trace@x'`, ""},
	"appointment.mail_key":            {`UPDATE appointment SET mail_key = 'trace@x' WHERE id = :a`, `FROM appointment WHERE mail_key = 'trace@x'`, ""},
	"appointment.phone":               {`UPDATE appointment SET phone = 'trace' WHERE id = :a`, `FROM appointment WHERE phone = 'trace'`, ""},
	"appointment.lang":                {`UPDATE appointment SET lang = 'tr' WHERE id = :a`, `FROM appointment WHERE lang = 'tr'`, ""},
	"appointment.note":                {`UPDATE appointment SET note = 'trace' WHERE id = :a`, `FROM appointment WHERE note = 'trace'`, ""},
	"appointment.request":             {`UPDATE appointment SET request = 'trace' WHERE id = :a`, `FROM appointment WHERE request = 'trace'`, ""},
	"appointment.holder":              {``, `FROM appointment WHERE holder = :p`, ""},
	"history.actor":                   {`UPDATE history SET actor = 'person :p' WHERE appointment = :a`, `FROM history WHERE actor = 'person :p'`, ""},
	"history.actor of somebody else":  {`UPDATE history SET actor = 'person :p' WHERE appointment = :b`, `FROM history WHERE appointment = :b AND actor = 'person :p'`, whenAsked},
	"notice.address":                  {`UPDATE notice SET address = 'trace' WHERE appointment = :a`, `FROM notice WHERE address = 'trace'`, ""},
	"notice.address of somebody else": {`UPDATE notice SET channel = 'test', address = 'trixi' WHERE appointment = :b AND channel = 'test'`, `FROM notice WHERE appointment = :b AND channel = 'test' AND address = 'trixi'`, whenAsked},
	"code.appointment": {
		`INSERT INTO code (appointment, hash, tries, asked_at, expires_at) VALUES (:a, 'trace', 1, :long, :long)`,
		`FROM code WHERE hash = 'trace'`, byAge,
	}, // somebody else asked for it
	"code.chat": {
		`INSERT INTO code (chat, mailbox, hash, tries, asked_at, expires_at) VALUES (:c, 'x', 'trace chat', 1, :now, :long)`,
		`FROM code WHERE hash = 'trace chat'`, "",
	},
	"letter.appointment": {
		`INSERT INTO letter (token, appointment, mailbox, created_at, office) VALUES ('trace', :a, 'x', :now, 'hall')`,
		`FROM letter WHERE appointment = :a`, "",
	},
	"letter.cause": {`INSERT INTO letter (token, cause, mailbox, created_at, office) VALUES ('cause', :p, 'x', :now, 'hall')`, `FROM letter WHERE cause = :p`, whenAsked},
	"letter.offer": {
		`WITH w AS (INSERT INTO wait (person, office, wishes, weekdays, from_minute, to_minute, until, name, created_at)
			VALUES (:p, 'hall', '[{}]', 1, 0, 9, :now, 'x', :now) RETURNING id),
		o AS (INSERT INTO offer (wait, hold, starts, ends, made_at, until, outcome) SELECT id, 77, :now, :now, :now, :now, 'lapsed' FROM w RETURNING id)
		INSERT INTO letter (token, offer, mailbox, created_at, office) SELECT 'offer', id, 'x', :now, 'hall' FROM o`,
		`FROM letter l JOIN offer o ON o.id = l.offer JOIN wait w ON w.id = o.wait WHERE w.person = :p`, whenAsked,
	},
	"wait.appointment": {`INSERT INTO wait (person, appointment, office, weekdays, from_minute, to_minute, until, created_at)
		VALUES (:p, :a, 'hall', 1, 0, 9, :long, :long)`, `FROM wait WHERE appointment = :a`, ""},
	"wait.name": {
		`INSERT INTO wait (person, office, wishes, weekdays, from_minute, to_minute, until, name, mail, mail_key, phone, created_at)
		VALUES (:p, 'hall', '[{"concern": "pass"}]', 1, 0, 9, :long, 'trace', 'trace@x', 'trace@x', 'trace', :long)`,
		`FROM wait WHERE name = 'trace' OR mail = 'trace@x' OR mail_key = 'trace@x' OR phone = 'trace'`, "",
	},
	"inbox.raw": {
		`INSERT INTO inbox (channel, id, address, raw, received_at, done_at) VALUES ('test', 71, 'trixi', 'trace', :long, :long)`,
		`FROM inbox WHERE id = 71 AND (raw IS NOT NULL OR address <> '')`, whenAsked,
	},
	"chat.state":               {`UPDATE chat SET state = '{"version": 1}', updated_at = :long WHERE id = :c`, `FROM chat WHERE id = :c`, ""},
	"person":                   {`UPDATE person SET created_at = :long, proved = 'trace' WHERE id = :p`, `FROM person WHERE id = :p`, ""},
	"handover_line.text":       {`INSERT INTO handover_line (handover, kind, text, at) VALUES (:h, 'citizen', 'trace', :long)`, `FROM handover_line WHERE handover = :h`, ""},
	"handover.chat":            {``, `FROM handover WHERE id = :h AND (chat IS NOT NULL OR erased_at IS NULL)`, ""},
	"talk_figure.chat":         {``, `FROM talk_figure WHERE chat = :c`, ""},
	"an appointment set aside": {``, `FROM appointment WHERE state = 'held' AND office = 'hall' AND id < 900000`, whenAsked},
}

// alike is what looks like hers but for one column, and is somebody else's.
var alike = map[string]trace{
	"a notice at another network":      {`UPDATE notice SET channel = 'mail', address = 'trixi' WHERE appointment = :b AND channel = 'mail'`, `FROM notice WHERE channel = 'mail' AND address = 'trixi'`, ""},
	"a notice to somebody else":        {`INSERT INTO notice (appointment, kind, sequence, channel, address, due) VALUES (:b, 'reminder', 0, 'test', 'trixi2', :long)`, `FROM notice WHERE address = 'trixi2'`, ""},
	"a message at another network":     {`INSERT INTO inbox (channel, id, address, raw, received_at, done_at) VALUES ('desk', 72, 'trixi', 'x', :long, :long)`, `FROM inbox WHERE id = 72 AND raw IS NOT NULL AND address = 'trixi'`, ""},
	"a message of somebody else":       {`INSERT INTO inbox (channel, id, address, raw, received_at, done_at) VALUES ('test', 73, 'trixi2', 'x', :long, :long)`, `FROM inbox WHERE id = 73 AND raw IS NOT NULL AND address = 'trixi2'`, ""},
	"a message that is not answered":   {`INSERT INTO inbox (channel, id, address, raw, received_at) VALUES ('test', 74, 'trixi', 'x', :long)`, `FROM inbox WHERE id = 74 AND raw IS NOT NULL AND address = 'trixi'`, ""},
	"what somebody else did":           {`UPDATE history SET actor = 'person :p0' WHERE appointment = :b`, `FROM history WHERE actor = 'person :p0'`, ""},
	"a mail that somebody else caused": {`INSERT INTO letter (token, appointment, cause, mailbox, created_at, office) VALUES ('theirs', :b, :p0, 'x', :now, 'hall')`, `FROM letter WHERE appointment = :b AND cause = :p0`, ""},
	"a talk of somebody else": {
		`WITH h AS (INSERT INTO handover (office, chat, network, lang, concerns, place, opened_at) SELECT 'annex', id, 'test', 'de', '{}', 0, :long FROM chat WHERE address = 'bob' RETURNING id)
		INSERT INTO handover_line (handover, kind, text, at) SELECT id, 'citizen', 'theirs', :long FROM h`, `FROM handover_line WHERE text = 'theirs'`, "",
	},
}

// traced is a world in which each trace of Trixi's is there, after a visit that began
// long ago.
func traced(t *testing.T) (w *tellingWorld, fill func(sql string) string) {
	t.Helper()
	w = newTellingWorld(t, test, mail)
	w.office.Policy.PerPerson, w.office.Policy.PerMail = 9, 9
	hers, theirs := w.booked("trixi", at(9, 0)), w.booked("bob", at(9, 0))
	w.handedOver("trixi")
	w.exec(`UPDATE appointment SET state = 'finished' WHERE id = $1`, int64(hers.ID))
	chat := w.count(`SELECT id FROM chat WHERE address = 'trixi'`)
	handed := w.count(`SELECT id FROM handover WHERE chat = $1`, chat)
	w.exec(`INSERT INTO talk_figure (chat, channel, began_at, last_at, step) VALUES ($1, 'test', $2, $2, 'day')`, chat, w.now)
	fill = strings.NewReplacer(":a", fmt.Sprint(hers.ID), ":b", fmt.Sprint(theirs.ID), ":p", fmt.Sprint(hers.Holder), ":c", fmt.Sprint(chat),
		":h", fmt.Sprint(handed), ":now", instant(w.now), ":long", instant(w.now.Add(-time.Hour))).Replace
	for name, trace := range traces {
		if trace.put != "" {
			w.exec(fill(trace.put))
		}
		if name == "an appointment set aside" {
			w.must("trixi", hold(at(11, 0)))
		}
	}
	for name, trace := range traces {
		if w.count(fill(`SELECT count(*) `+trace.left)) == 0 {
			t.Fatalf("%s is not there", name)
		}
	}
	return w, fill
}

// nobodys holds that her appointment's history still says what happened, as nobody's
// doing, and that of staff as theirs.
func (w *tellingWorld) nobodys(fill func(string) string) {
	w.Helper()
	got := w.left(fill(`SELECT DISTINCT actor FROM history WHERE appointment = :a`))
	if diff := cmp.Diff([]string{"erased", "test anna"}, got); diff != "" {
		w.Errorf("who did what with her appointment:\n%s", diff)
	}
}

// Whatever column of whatever table something of a person stands in, it is gone once
// they ask for it, and what is somebody else's is not.
func TestNoTraceIsLeftOfWhoAsksForIt(t *testing.T) {
	t.Parallel()
	w, fill := traced(t)
	w.exec(fill(`INSERT INTO history (appointment, at, actor, what, staff) VALUES (:a, :now, 'test anna', 'called', true)`))
	for name, theirs := range alike {
		w.exec(fill(theirs.put))
		if n := w.count(fill(`SELECT count(*) ` + theirs.left)); n != 1 {
			t.Fatalf("%s: %d rows are there", name, n)
		}
	}
	w.must("trixi", dialogs.Erase{})
	w.nobodys(fill)
	for name, theirs := range alike {
		if n := w.count(fill(`SELECT count(*) ` + theirs.left)); n != 1 {
			t.Errorf("%s is gone too", name)
		}
	}
	for name, trace := range traces {
		if n := w.count(fill(`SELECT count(*) ` + trace.left)); n != 0 && trace.only != byAge {
			t.Errorf("%s: %d rows are left", name, n)
		}
	}
}

// And after the office's time by itself, apart from what is of somebody whose time has
// not come.
func TestNoTraceIsLeftAfterTheOfficesTime(t *testing.T) {
	t.Parallel()
	w, fill := traced(t)
	w.exec(fill(`INSERT INTO history (appointment, at, actor, what, staff) VALUES (:a, :now, 'test anna', 'called', true)`))
	w.must("trixi", dialogs.TakeBack{})
	w.exec(`DELETE FROM appointment WHERE state = 'held' AND name = '' AND office = 'hall' AND id < 900000`)
	w.at(monday.At(12*60, berlin).Add(w.office.Policy.Retention + 24*time.Hour))
	w.eraseOld()
	w.eraseOld()
	w.nobodys(fill)
	for name, trace := range traces {
		if n := w.count(fill(`SELECT count(*) ` + trace.left)); n != 0 && trace.only != whenAsked {
			t.Errorf("%s: %d rows are left", name, n)
		}
	}
}
