package storage_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
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
	concerns               statistics.Key
	persons, planned       int
	took                   *int
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
	took := minutes()
	if took != nil {
		*took = []int{0, 1, 17, statistics.Longest, statistics.Longest + 1}[*took%5]
	}
	return figured{
		office: pick("hall", "hall", "hall", "yonder"), channel: pick("test", "ticket", "phone"),
		state:  pick("confirmed", "checked in", "called", "finished", "cancelled", "missed"),
		starts: monday.At(0, berlin).Add(time.Duration(random.IntN(96)-36) * time.Hour),
		ahead:  minutes(), waited: minutes(), answer: pick("-", "", "coming", "moved", "cancelled"), appealed: random.IntN(2) == 0,
		freed: []time.Duration{0, time.Hour, 2*time.Hour - time.Microsecond, 2 * time.Hour, 5 * time.Hour}[random.IntN(5)], refilled: random.IntN(2) == 0,
		concerns: statistics.Key(pick("pass", "pass", "move+pass*2")), persons: 1 + random.IntN(3), planned: 15 + 5*random.IntN(2), took: took,
	}
}

func (w *world) keepFigures(id int, f figured) {
	w.Helper()
	w.exec(`INSERT INTO figure (appointment, office, starts, booked_at, concerns, persons, staff, planned, channel, state, ahead, waited, took, desk)
		VALUES ($1, $2, $3, $3, $4, $5, false, $6, $7, $8, $9, $10, $11, $12)`,
		id, f.office, f.starts, string(f.concerns), f.persons, f.planned, f.channel, f.state, f.ahead, f.waited, f.took, f.desk())
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
	r.Concern(f.concerns).Visits.Count(booking.State(f.state), 1)
	r.Day(booking.DateOf(f.starts, berlin)).Visits.Count(booking.State(f.state), 1)
	addTo(r.Ahead, f.ahead)
	addTo(r.Waited, f.waited)
}

func addTo(s statistics.Spread, value *int) {
	if value != nil {
		s.Add(*value, 1)
	}
}

// tookInto adds how long visits took to a report, tickets too.
func tookInto(r *statistics.Report, all []figured) {
	var counter statistics.TookCounter
	for _, f := range all {
		if f.took != nil && *f.took >= 1 && *f.took <= statistics.Longest {
			counter.Count(f.concerns, f.persons > 1, f.planned, *f.took, booking.DeskID(f.desk()), 1)
		}
	}
	for _, took := range counter.Sorted() {
		c := &r.Concern(took.Key).Took
		c.Key, c.Planned, c.Real, c.Desks = took.Key, c.Planned.Plus(took.Planned), c.Real.Plus(took.Real), max(c.Desks, took.Desks)
	}
}

// talked is a row of figures of a talk.
type talked struct {
	channel, step         string
	began, last           time.Time
	booked, heard, missed int
}

// drawTalk is one of any town, around monday, which may be over since a moment ago.
func drawTalk(random *rand.Rand, now time.Time) talked {
	over := now.Add(-time.Hour)
	return talked{
		channel: []string{"test", "mail", "test/b"}[random.IntN(3)], step: []string{"day", "time", "name"}[random.IntN(3)],
		began: monday.At(0, berlin).Add(time.Duration(random.IntN(5)-2) * 12 * time.Hour), last: []time.Time{over.Add(-time.Hour), over, over.Add(just)}[random.IntN(3)],
		booked: random.IntN(3), heard: 4 + random.IntN(4), missed: random.IntN(4),
	}
}

func (w *world) keepTalk(f talked) {
	w.Helper()
	w.exec(`INSERT INTO talk_figure (channel, step, began_at, last_at, booked, heard, missed) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		f.channel, f.step, f.began, f.last, f.booked, f.heard, f.missed)
}

// countedInto adds a talk to those that are over, in the order of the report.
func (f talked) countedInto(all *statistics.Talks) {
	all.Over, all.Heard, all.Missed = all.Over+1, all.Heard+f.heard, all.Missed+f.missed
	if f.booked > 0 {
		all.Booked++
		return
	}
	i := slices.IndexFunc(all.Ended, func(e statistics.Ending) bool { return e.Step == f.step })
	if i < 0 {
		i, all.Ended = len(all.Ended), append(all.Ended, statistics.Ending{Step: f.step})
	}
	all.Ended[i].Talks++
}

// Whatever figures there are, a report counts those of its office and its days, each
// in its place and no other.
func TestAReportCountsWhatAProgramCounts(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	w.employ("carla", booking.Clerk)
	w.now = monday.Add(3).At(0, berlin)
	random := rand.New(rand.NewPCG(5, 13))
	all, talks := make([]figured, 250), make([]talked, 80)
	for i := range all {
		all[i] = drawFigures(random)
		w.keepFigures(800_000+i, all[i])
	}
	for i := range talks {
		talks[i] = drawTalk(random, w.now)
		w.keepTalk(talks[i])
	}
	bystanders := []talked{{channel: "test", step: "concern", began: morning, last: morning, booked: 1, heard: 2, missed: 1}, {channel: "test", step: "mail", began: morning, last: morning, heard: 2, missed: 1}}
	talks = append(talks, bystanders...)
	for day := -3; day < 4; day++ {
		for desk, hours := range map[string][2]int{"": {8 * 60, 9 * 60}, "desk 2": {9 * 60, 10 * 60}, "elsewhere": {0, 1440}} {
			w.exec(`INSERT INTO closure (office, day, from_minute, to_minute, desk, reason, by, at) VALUES ('hall', $1, $2, $3, nullif($4, ''), '{}', 'b', $5)`,
				monday.Add(day).At(0, time.UTC), hours[0], hours[1], desk, w.now)
		}
	}
	for _, span := range [][2]booking.Date{{monday, monday}, {monday.Add(-1), monday}, {monday, monday.Add(1)}} {
		want := statistics.Report{Ahead: statistics.Spread{}, Waited: statistics.Spread{}}
		want.Tickets.Waited, want.Freed.Refilled, want.Freed.EarlyRefilled = statistics.Spread{}, statistics.Spread{}, statistics.Spread{}
		within := func(at time.Time) bool {
			on := booking.DateOf(at, berlin)
			return !on.Before(span[0]) && !on.After(span[1])
		}
		counted := slices.DeleteFunc(slices.Clone(all), func(f figured) bool { return f.office != "hall" || !within(f.starts) })
		for _, f := range counted {
			f.countedInto(&want)
		}
		tookInto(&want, counted)
		for _, f := range talks {
			if within(f.began) && f.channel != "test/b" && !f.last.Add(time.Hour).After(w.now) {
				f.countedInto(&want.Talks)
			}
		}
		got, err := w.Statistics(t.Context(), w.now, "hall", span[0], span[1])
		if err != nil {
			t.Fatal(err)
		}
		want.Sort()
		want.Office, want.From, want.To, want.Ratings = got.Office, got.From, got.To, got.Ratings
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("from %v to %v, counted (-) and told (+):\n%s", span[0], span[1], diff)
		}
		seen := w.sees("carla", dialogs.StaffNeed{Office: "hall", Report: dialogs.Span{From: span[0], To: span[1]}}).Report
		if diff := cmp.Diff(&want, seen); diff != "" {
			t.Errorf("from %v to %v, counted (-) and seen by a clerk (+):\n%s", span[0], span[1], diff)
		}
	}
}
