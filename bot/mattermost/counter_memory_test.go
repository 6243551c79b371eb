package mattermost_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"sync"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/mattermost"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
	"terminbote/office"
)

// ledger is talks that staff hold, days and what staff are to be told, in memory. It
// notes what it is told, and fails where it is asked to.
type ledger struct {
	mu       sync.Mutex
	talks    []dialogs.Handover
	lines    []dialogs.HandoverLine // not told yet
	told     []string               // everything that it was told, in order
	fail     map[string]error       // by what is done
	facts    dialogs.Facts          // of the day
	post     *dialogs.DayPost       // remembered
	brake    *time.Time
	alarms   []dialogs.RaisedAlarm
	over     bool // replies come too late
	attended int
}

// note notes what is done, or fails.
func (l *ledger) note(what string, args ...any) error {
	if err := l.fail[what]; err != nil {
		return err
	}
	if len(args) > 0 {
		what += " " + fmt.Sprint(args...)
	}
	l.told = append(l.told, what)
	return nil
}

func (l *ledger) lock() func() { l.mu.Lock(); return l.mu.Unlock }

func (l *ledger) of(id dialogs.HandoverID) *dialogs.Handover {
	for i := range l.talks {
		if l.talks[i].ID == id {
			return &l.talks[i]
		}
	}
	return &dialogs.Handover{}
}

// Attend is as in [dialogs.Counter], as all that follows.
func (l *ledger) Attend(context.Context, booking.OfficeID, time.Time) error {
	defer l.lock()()
	l.attended++
	return l.fail["attend"]
}

func (l *ledger) Handovers(context.Context, booking.OfficeID) ([]dialogs.Handover, error) {
	defer l.lock()()
	return slices.Clone(l.talks), l.fail["handovers"]
}

func (l *ledger) Begun(_ context.Context, id dialogs.HandoverID, thread string) error {
	defer l.lock()()
	if err := l.note("begun", int64(id)); err != nil {
		return err
	}
	l.of(id).Thread = thread
	return nil
}

func (l *ledger) Untold(_ context.Context, id dialogs.HandoverID) (all []dialogs.HandoverLine, _ error) {
	defer l.lock()()
	for _, line := range l.lines {
		if line.Handover == id {
			all = append(all, line)
		}
	}
	return all, l.fail["untold"]
}

func (l *ledger) Told(_ context.Context, line int64, _ string, _ time.Time) error {
	defer l.lock()()
	if err := l.note("told", line); err != nil {
		return err
	}
	l.lines = slices.DeleteFunc(l.lines, func(one dialogs.HandoverLine) bool { return one.ID == line })
	return nil
}

func (l *ledger) Reply(_ context.Context, id dialogs.HandoverID, _, text string, _ time.Time) error {
	defer l.lock()()
	if l.over {
		return booking.ErrOver
	}
	return l.note("reply", int64(id), ": ", text)
}

func (l *ledger) end(id dialogs.HandoverID, what string) error {
	defer l.lock()()
	if err := l.note(what, int64(id)); err != nil {
		return err
	}
	l.of(id).Ended = monday
	return nil
}

func (l *ledger) Finish(_ context.Context, id dialogs.HandoverID, _ time.Time) error {
	return l.end(id, "finish")
}

func (l *ledger) Lost(_ context.Context, id dialogs.HandoverID, _ time.Time) error {
	return l.end(id, "lost")
}

func (l *ledger) TellPlaces(context.Context, booking.OfficeID, time.Time) error {
	defer l.lock()()
	return l.fail["places"]
}

func (l *ledger) Forget(_ context.Context, id dialogs.HandoverID) error {
	defer l.lock()()
	l.talks = slices.DeleteFunc(l.talks, func(h dialogs.Handover) bool { return h.ID == id })
	return l.note("forget", int64(id))
}

func (l *ledger) Plan(context.Context, booking.OfficeID, booking.Date, time.Time) (dialogs.Facts, error) {
	defer l.lock()()
	return l.facts, l.fail["plan"]
}

func (l *ledger) DayPost(_ context.Context, _ booking.OfficeID, day booking.Date, _ string) (dialogs.DayPost, bool, error) {
	defer l.lock()()
	if l.post == nil || l.post.Day != day {
		return dialogs.DayPost{}, false, l.fail["day post"]
	}
	return *l.post, true, l.fail["day post"]
}

func (l *ledger) KeepDayPost(_ context.Context, post dialogs.DayPost) error {
	defer l.lock()()
	if err := l.note("keep day post"); err != nil {
		return err
	}
	l.post = &post
	return nil
}

func (l *ledger) BrakeUntold(context.Context, booking.OfficeID) (time.Time, bool, error) {
	defer l.lock()()
	if l.brake == nil {
		return time.Time{}, false, l.fail["brake"]
	}
	return *l.brake, true, l.fail["brake"]
}

func (l *ledger) BrakeTold(context.Context, booking.OfficeID, time.Time) error {
	defer l.lock()()
	if err := l.note("brake told"); err != nil {
		return err
	}
	l.brake = nil
	return nil
}

func (l *ledger) AlarmsUntold(context.Context, booking.OfficeID) ([]dialogs.RaisedAlarm, error) {
	defer l.lock()()
	return slices.Clone(l.alarms), l.fail["alarms"]
}

func (l *ledger) AlarmTold(_ context.Context, id int64, _ time.Time) error {
	defer l.lock()()
	if err := l.note("alarm told", id); err != nil {
		return err
	}
	l.alarms = slices.DeleteFunc(l.alarms, func(a dialogs.RaisedAlarm) bool { return a.ID == id })
	return nil
}

// desk is a counter in Mattermost that works on a ledger, round by round.
type desk struct {
	*testing.T
	*ledger

	server *mattermosttest.Server
	clock  *clock
	log    *logbook
	anna   *mattermosttest.User // a clerk
	ben    *mattermosttest.User // a member without a role
	office *booking.Office
	memory *dialogstest.Memory
	host   *bot.Host
	m      *mattermost.Mattermost
	round  func(context.Context) time.Duration
	days   func(context.Context) (time.Duration, error)
}

// alone is an elector that elects anybody who asks.
type alone struct{}

// Lead lets who asks do it.
func (alone) Lead(ctx context.Context, do func(context.Context)) { do(ctx) }

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{T: t, ledger: &ledger{fail: map[string]error{}}, clock: &clock{}, log: &logbook{}}
	d.server = mattermosttest.New(t, mattermosttest.Config{Now: d.clock.now})
	d.anna, d.ben = d.server.NewMember("Anna Muster"), d.server.NewMember("Ben")
	town := office.Sample()
	memory := dialogstest.New(town)
	memory.Appoint(dialogs.Colleague{Chat: dialogs.Chat{Channel: mattermost.Channel, Address: d.anna.ID}, Name: "anna", Role: booking.Clerk})
	d.office = town.Offices[0]
	d.facts = dialogs.Facts{Now: d.clock.now(), Town: town}
	d.memory = memory
	door := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { d.m.ServeHTTP(w, r) }))
	t.Cleanup(door.Close)
	address, _ := url.Parse(door.URL)
	settings := mattermost.Settings{
		Command: "termin", URL: d.server.URL, Token: d.server.Token, Secret: secret, PublicURL: address, Direct: true,
		CommandToken: d.server.NewCommand("termin", door.URL+mattermost.Path+"command"),
		Channels:     map[booking.OfficeID]string{d.office.ID: d.server.Staff.ID},
	}
	d.host = &bot.Host{Conversations: memory, Staff: memory, Now: d.clock.now, Away: func(error) bool { return false }, Log: d.log.logger(), Metrics: bot.NewMetrics()}
	var err error
	if d.m, err = mattermost.New(settings, d.host, d.ledger, func() booking.Town { return town }, alone{}); err != nil {
		t.Fatal(err)
	}
	d.m.HoldTalks(d.ledger)
	d.replica()
	return d
}

// replica has another program go on, which remembers nothing.
func (d *desk) replica() { d.round, d.days = d.m.Rounds(d.office.ID), d.m.Days(d.office.ID) }

// looks looks at the talks some times, as time goes on.
func (d *desk) looks(times int) {
	d.Helper()
	for range times {
		d.clock.advance(100 * time.Millisecond)
		d.round(d.Context())
	}
}

// talk begins a talk with a line of the citizen's, and returns its thread's root.
func (d *desk) talk(id int64, words string) mattermosttest.Message {
	d.Helper()
	d.begins(id, words)
	d.looks(1)
	return d.root(id)
}

func (d *desk) begins(id int64, words string) {
	defer d.lock()()
	d.talks = append(d.talks, dialogs.Handover{ID: dialogs.HandoverID(id), Office: d.office.ID, Network: "telegram", Lang: "de", Concerns: []booking.ConcernID{d.office.Concerns[0].ID}, Opened: d.clock.now()})
	d.lines = append(d.lines, dialogs.HandoverLine{ID: 100 * id, Handover: dialogs.HandoverID(id), Kind: dialogs.CitizenLine, Text: words, Lang: "de"})
}

// says has one more line wait for staff.
func (d *desk) says(id, line int64, kind dialogs.LineKind, text string) {
	defer d.lock()()
	d.lines = append(d.lines, dialogs.HandoverLine{ID: line, Handover: dialogs.HandoverID(id), Kind: kind, Text: text, Lang: "de"})
}

func (d *desk) root(id int64) mattermosttest.Message {
	d.Helper()
	d.mu.Lock()
	thread := d.of(dialogs.HandoverID(id)).Thread
	d.mu.Unlock()
	for _, m := range d.anna.Screen() {
		if m.ID == thread {
			return m
		}
	}
	d.Fatalf("talk %d has no thread:\n%s", id, d.anna.Transcript())
	return mattermosttest.Message{}
}

// thread is what the bot says in a thread, without its root.
func (d *desk) thread(id int64) (all []string) {
	d.Helper()
	for _, m := range d.anna.Thread(d.root(id))[1:] {
		if m.From == d.server.Bot.Username {
			all = append(all, m.Text)
		}
	}
	return all
}

// heard is what the ledger was told since the last time.
func (d *desk) heard() (all []string) {
	defer d.lock()()
	all, d.told = d.told, nil
	return all
}

// broken has something of the ledger's fail, or no more.
func (d *desk) broken(what string, err error) {
	defer d.lock()()
	d.fail[what] = err
}
