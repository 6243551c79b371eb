package bot

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/statistics"
)

// Host holds the conversations of all networks.
type Host struct {
	Conversations dialogs.Conversations
	Staff         dialogs.Staff // nil where no staff talk
	Inbox         dialogs.Inbox
	Screens       dialogs.Screens
	Now           func() time.Time
	Away          func(error) bool // tells whether an error means that the database is away
	Log           *slog.Logger
	Metrics       *Metrics

	refused refusedCalls
}

// mostRounds is how often one event can lead to further commands. No dialog
// comes near it; it ends one that went wrong.
const mostRounds = 8

// Handle runs a turn for what happened in a chat and returns the page to show.
// lang is the language in which a new conversation begins. After an error
// nothing has changed, and the same event can be handled again.
func (h *Host) Handle(ctx context.Context, chat dialogs.Chat, lang string, event dialogs.Event) (Page, error) {
	var page Page
	err := h.Conversations.Converse(ctx, chat, h.Now(), h.into(&page, chat, lang, event))
	if err != nil {
		return Page{}, fmt.Errorf("turn in %s chat: %w", chat.Channel, err)
	}
	return page, nil
}

// Serve runs a turn for what a clerk said or pressed, as Handle does for a
// citizen. name is how history and audit log name the clerk.
func (h *Host) Serve(ctx context.Context, chat dialogs.Chat, name, lang string, event dialogs.Event) (Page, error) {
	var page Page
	err := h.Staff.Serve(ctx, chat, name, h.Now(), h.into(&page, chat, lang, event))
	if err != nil {
		return Page{}, fmt.Errorf("turn in a clerk's %s chat: %w", chat.Channel, err)
	}
	h.drawReport(ctx, &page)
	return page, nil
}

// into runs a turn and stores its page.
func (h *Host) into(
	page *Page, chat dialogs.Chat, lang string, event dialogs.Event,
) func(context.Context, dialogs.Records) error {
	return func(ctx context.Context, records dialogs.Records) (err error) {
		*page, err = h.turn(ctx, chat.Channel, records, locales.Match(lang), event)
		return err
	}
}

// turn takes one event from the recalled state to the remembered one.
func (h *Host) turn(
	ctx context.Context, channel string, records dialogs.Records, lang string, event dialogs.Event,
) (Page, error) {
	began := h.Now()
	t, err := recall(ctx, records, lang)
	if err != nil {
		return Page{}, err
	}
	if err := t.take(ctx, t.upToDate(event)); err != nil {
		return Page{}, err
	}
	view, err := t.show(ctx)
	if err != nil {
		return Page{}, err
	}
	remember, err := t.state.Encode()
	if err != nil {
		return Page{}, err
	}
	h.count(channel, t, h.Now().Sub(began))
	records.Count(t.course)
	page := render(t.state, t.remarks, view)
	page.Files = files(page.Lang, t.done)
	page.Report = t.reported()
	return page, records.Remember(ctx, remember)
}

func (h *Host) count(channel string, t *exchange, took time.Duration) {
	h.Metrics.turn(channel, t.step, took)
	h.Metrics.course(channel, t.course)
	for _, d := range t.done {
		h.Metrics.Result(d)
	}
}

// exchange is a turn under way.
type exchange struct {
	records dialogs.Records
	state   dialogs.State
	known   dialogs.Facts // those that cost nothing: now, and the town
	facts   dialogs.Facts // those looked up last
	need    *dialogs.Need // and what for; nil: out of date
	remarks []locales.Line
	fresh   bool             // nothing was remembered
	step    string           // which took the event in
	done    []dialogs.Result // what came of the commands
	course  dialogs.Course   // how the turn went
	report  *statistics.Report
}

// recall begins a turn where the last one ended.
func recall(ctx context.Context, records dialogs.Records, lang string) (*exchange, error) {
	stored, err := records.Recall(ctx)
	if err != nil {
		return nil, err
	}
	known, err := records.Facts(ctx, dialogs.Need{})
	if err != nil {
		return nil, err
	}
	t := &exchange{records: records, state: dialogs.Decode(stored, lang), known: known, fresh: stored == nil}
	if t.fresh {
		// Buttons may be left from a talk that was erased. Counting from the
		// moment on, no revision of theirs comes again.
		t.state.Revision = int(known.Now.Unix())
	}
	return t, nil
}

// Filled is what somebody wrote into a form. It answers only the question that
// the state of that revision asked.
type Filled struct {
	dialogs.Said

	Revision int
}

// upToDate turns a form for another question than the present one into a tap on
// an old message. A tap that begins a conversation counts as one on the
// greeting, which is what people see after they were erased.
func (t *exchange) upToDate(event dialogs.Event) dialogs.Event {
	switch e := event.(type) {
	case Filled:
		if e.Revision != t.state.Revision {
			return dialogs.Tapped{Revision: e.Revision}
		}
		return e.Said
	case dialogs.Tapped:
		if t.fresh {
			e.Revision = t.state.Revision
		}
		return e
	}
	return event
}

// take gives the dialog an event, and then the results of the commands that it
// asks for.
func (t *exchange) take(ctx context.Context, event dialogs.Event) error {
	events := []dialogs.Event{event}
	for round := 0; len(events) > 0; round++ {
		if round == mostRounds {
			return fmt.Errorf("one event led to more than %d rounds", mostRounds)
		}
		next := events[0]
		facts, err := t.lookUp(ctx, dialogs.Needs(t.state, t.known, next))
		if err != nil {
			return err
		}
		reply := dialogs.Turn(t.state, facts, next)
		t.state = reply.State
		if round == 0 {
			t.step = reply.Step
			_, t.course.Heard = next.(dialogs.Said)
			t.course.Missed = t.course.Heard && reply.Missed
		}
		t.course.Step = reply.Stands
		if reply.Report != nil {
			t.report = reply.Report
		}
		t.remarks = append(t.remarks, reply.Remarks...)
		events = events[1:]
		for _, command := range reply.Commands {
			done, err := t.records.Do(ctx, command)
			if err != nil {
				return err
			}
			t.need = nil
			t.done = append(t.done, done)
			t.course.Booked = t.course.Booked || books(done)
			events = append(events, done)
		}
	}
	return nil
}

// books tells whether a result is a new appointment.
func books(d dialogs.Result) bool {
	switch c := d.Command.(type) {
	case dialogs.Book:
		return d.Refused == nil
	case dialogs.Accept:
		return d.Refused == nil && d.Appointment.Sequence == 0 && c.Hold != 0
	}
	return false
}

func (t *exchange) show(ctx context.Context) (dialogs.View, error) {
	facts, err := t.lookUp(ctx, dialogs.Needs(t.state, t.known, nil))
	if err != nil {
		return dialogs.View{}, err
	}
	return dialogs.Show(t.state, facts), nil
}

// lookUp finds the facts needed. It reuses those looked up last where it can.
func (t *exchange) lookUp(ctx context.Context, need dialogs.Need) (dialogs.Facts, error) {
	if need.Empty() {
		return t.known, nil
	}
	if t.need != nil && t.need.Covers(need) {
		return t.facts, nil
	}
	facts, err := t.records.Facts(ctx, need)
	t.facts, t.need = facts, &need
	return facts, err
}
