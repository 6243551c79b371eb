package storage_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/statistics"
)

// figured is a row of figures, as the database keeps it.
type figured struct {
	office, channel, state string
	starts                 time.Time
	ahead, waited          *int
	answer                 string // to its reminder; "-": there was none
	appealed               bool
	freed                  time.Duration // how long before it was given back; 0: it was not
	refilled               bool
}

// draw is a row of any office, on any day around monday, at midnight too.
func drawFigures(random *rand.Rand) figured {
	pick := func(of ...string) string { return of[random.IntN(len(of))] }
	minutes := func() *int {
		if n := random.IntN(90); n < 60 {
			return &n
		}
		return nil
	}
	return figured{
		office: pick("hall", "hall", "hall", "yonder"), channel: pick("test", "ticket", "phone"),
		state:  pick("confirmed", "checked in", "called", "finished", "cancelled", "missed"),
		starts: monday.At(0, berlin).Add(time.Duration(random.IntN(96)-36) * time.Hour),
		ahead:  minutes(), waited: minutes(), answer: pick("-", "", "coming", "moved", "cancelled"), appealed: random.IntN(2) == 0,
		freed: []time.Duration{0, time.Hour, 2*time.Hour - time.Microsecond, 2 * time.Hour, 5 * time.Hour}[random.IntN(5)], refilled: random.IntN(2) == 0,
	}
}

func (w *world) keepFigures(id int, f figured) {
	w.Helper()
	w.exec(`INSERT INTO figure (appointment, office, starts, booked_at, concerns, persons, staff, planned, channel, state, ahead, waited)
		VALUES ($1, $2, $3, $3, 'pass', 1, false, 15, $4, $5, $6, $7)`, id, f.office, f.starts, f.channel, f.state, f.ahead, f.waited)
	if f.answer != "-" {
		w.exec(`INSERT INTO reminder_figure (appointment, sequence, office, starts, answer, appealed) VALUES ($1, 0, $2, $3, $4, $5)`, id, f.office, f.starts, f.answer, f.appealed)
	}
	if f.freed > 0 {
		w.exec(`INSERT INTO freed_figure (id, appointment, office, desk, starts, ends, freed_at, refilled_at)
			VALUES ($1, $1, $2, $3, $4, $4::timestamptz + interval '15 minutes', $5, CASE WHEN $6 THEN $5::timestamptz + interval '7 minutes' END)`,
			id, f.office, f.desk(), f.starts, f.starts.Add(-f.freed), f.refilled)
	}
}

// desk is where it was; the second one is closed from eight to nine each day.
func (f figured) desk() string { return []string{"desk 1", "desk 2"}[f.starts.Hour()%2] }

func (f figured) shut() bool {
	return f.starts.Hour() == 8 || f.desk() == "desk 2" && f.starts.Hour() == 9
}

// countedInto adds a row to a report as its fields say.
func (f figured) countedInto(r *statistics.Report) {
	if f.answer != "-" {
		half := &r.Reminders.Plain
		if f.appealed {
			half = &r.Reminders.Appealed
		}
		half.Count(booking.State(f.state), 1)
		r.Reminders.Sent++
		switch f.answer {
		case "coming":
			r.Reminders.Coming++
		case "moved":
			r.Reminders.Moved++
		case "cancelled":
			r.Reminders.Cancelled++
		}
	}
	if f.freed > 0 && !f.shut() {
		r.Freed.Count(f.freed >= 2*time.Hour, f.refilled, 7, 1)
	}
	if f.channel == "ticket" {
		r.Tickets.Given++
		if f.state == "finished" {
			r.Tickets.Served++
		}
		addTo(r.Tickets.Waited, f.waited)
		return
	}
	r.Channel(f.channel).Booked++
	r.Day(booking.DateOf(f.starts, berlin)).Visits.Count(booking.State(f.state), 1)
	addTo(r.Ahead, f.ahead)
	addTo(r.Waited, f.waited)
}

func addTo(s statistics.Spread, value *int) {
	if value != nil {
		s.Add(*value, 1)
	}
}

// Whatever figures there are, a report counts those of its office and its days, each
// in its place and no other.
func TestAReportCountsWhatAProgramCounts(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	random := rand.New(rand.NewPCG(5, 13))
	var all []figured
	for i := range 250 {
		f := drawFigures(random)
		w.keepFigures(800_000+i, f)
		all = append(all, f)
	}
	for day := -3; day < 4; day++ {
		for desk, hours := range map[string][2]int{"": {8 * 60, 9 * 60}, "desk 2": {9 * 60, 10 * 60}, "elsewhere": {0, 1440}} {
			w.exec(`INSERT INTO closure (office, day, from_minute, to_minute, desk, reason, by, at) VALUES ('hall', $1, $2, $3, nullif($4, ''), '{}', 'b', $5)`,
				monday.Add(day).At(0, time.UTC), hours[0], hours[1], desk, w.now)
		}
	}
	for _, span := range [][2]booking.Date{{monday, monday}, {monday.Add(-1), monday}, {monday, monday.Add(1)}} {
		want := statistics.Report{Ahead: statistics.Spread{}, Waited: statistics.Spread{}}
		want.Tickets.Waited, want.Freed.Refilled, want.Freed.EarlyRefilled = statistics.Spread{}, statistics.Spread{}, statistics.Spread{}
		for _, f := range all {
			if on := booking.DateOf(f.starts, berlin); f.office == "hall" && !on.Before(span[0]) && !on.After(span[1]) {
				f.countedInto(&want)
			}
		}
		got, err := w.Statistics(t.Context(), w.now, "hall", span[0], span[1])
		if err != nil {
			t.Fatal(err)
		}
		want.Sort()
		want.Office, want.From, want.To, want.Concerns, want.Ratings, want.Talks = got.Office, got.From, got.To, got.Concerns, got.Ratings, got.Talks
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("from %v to %v, counted (-) and told (+):\n%s", span[0], span[1], diff)
		}
	}
}
