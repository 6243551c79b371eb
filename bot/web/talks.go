package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/locales"
)

// Talks holds the talks of people who have nothing but a browser.
type Talks struct {
	Host    *bot.Host
	Answers dialogs.Answers // what staff write who hold a talk; nil: none do

	Base   string           // the path of the talk
	Clerk  string           // whose talks these are, at the office; empty: citizens'
	Awake  func() time.Time // the clock that tells how long nobody did anything; nil: the host's
	Secure bool             // the pages are reached by https

	Telegram func(payload string) string // makes a link; nil: the office is not there

	hosts func() []string // on which the talk may stand in a frame
}

// Idle is how long a talk waits for an answer before it ends.
const Idle = 30 * time.Minute

// idleWarns is when the person sitting there is told that it will.
const idleWarns = 25 * time.Minute

// sent is a form of a talk, or what begins one.
type sent struct {
	event    dialogs.Event
	revision int
	begins   bool   // a new talk, or a further concern in one that goes on
	answer   string // as it is repeated; a choice's is its label
	choice   string
}

// digest is what tells two forms of one revision apart.
func (f sent) digest() string {
	sum := sha256.Sum256([]byte(f.choice + "\x00" + f.answer))
	return hex.EncodeToString(sum[:8])
}

func (t *Talks) awake() time.Time {
	if t.Awake != nil {
		return t.Awake()
	}
	return t.Host.Now()
}

// converse holds a talk open for turn and keeps what came of it, if there is
// something to be kept.
func (t *Talks) converse(ctx context.Context, s session, turn func(context.Context, *open) (keep bool, err error)) error {
	run := func(ctx context.Context, records dialogs.Records) error {
		data, err := records.Recall(ctx)
		if err != nil {
			return err
		}
		o := &open{Records: records, base: t.Base, telegram: t.Telegram}
		if data != nil {
			if err := o.read(data); err != nil {
				return err
			}
		}
		keep, err := turn(ctx, o)
		if err != nil || !keep {
			return err
		}
		state, err := o.write()
		if err != nil {
			return err
		}
		return records.Remember(ctx, state)
	}
	if t.Clerk != "" {
		return t.Host.Staff.Serve(ctx, t.chat(s), t.Clerk, t.Host.Now(), run)
	}
	return t.Host.Conversations.Converse(ctx, t.chat(s), t.Host.Now(), run)
}

// chat is a session's conversation; a clerk has one, whatever the browser.
func (t *Talks) chat(s session) dialogs.Chat {
	if t.Clerk != "" {
		return dialogs.Chat{Channel: Channel, Address: "staff/" + t.Clerk}
	}
	return s.chat()
}

// goesOn is an error unless the talk is there and goes on.
func (t *Talks) goesOn(o *open) error {
	switch {
	case o.state == nil:
		return errUnknown
	case o.Over, o.idle(t.awake(), Idle):
		return errOver
	}
	return nil
}

// take takes in what a form says.
func (t *Talks) take(ctx context.Context, s session, lang string, f sent) (scene, error) {
	var now scene
	err := t.hearing(ctx, s, func(ctx context.Context, o *open, _ bool) (bool, error) {
		if err := t.admit(o, f); err != nil {
			return false, err
		}
		answer := f.answer
		if f.choice != "" {
			answer = o.Labels[f.choice]
		}
		page, err := t.Host.Take(ctx, Channel, o, lang, f.event)
		if err != nil {
			return false, err
		}
		o.answered(answer, f.choice == "" && !f.begins, page)
		o.Taken, o.Seen = press{f.revision, f.digest()}, t.awake().Unix()
		now = sceneOf(o, page)
		return true, nil
	})
	if err != nil {
		return scene{}, fmt.Errorf("take in a form: %w", err)
	}
	return now, nil
}

// admit is an error where a form may do nothing.
func (t *Talks) admit(o *open, f sent) error {
	if f.begins {
		if o.state == nil {
			return nil
		}
		return t.goesOn(o)
	}
	if err := t.goesOn(o); err != nil {
		return err
	}
	if f.revision == o.kept.Revision {
		return nil
	}
	if o.Taken == (press{f.revision, f.digest()}) {
		return errAgain
	}
	return errStale
}

// look shows the talk as it stands.
func (t *Talks) look(ctx context.Context, s session) (scene, error) {
	var now scene
	err := t.hearing(ctx, s, func(ctx context.Context, o *open, heard bool) (bool, error) {
		if err := t.goesOn(o); err != nil {
			return false, err
		}
		if heard {
			o.Seen = t.awake().Unix()
		}
		page, err := t.Host.LookAt(ctx, o)
		if err != nil {
			return false, err
		}
		page.Remarks = o.Now.Remarks
		now = sceneOf(o, page)
		return heard, nil
	})
	if err != nil {
		return scene{}, fmt.Errorf("look at a talk: %w", err)
	}
	return now, nil
}

// stay says that somebody still sits there.
func (t *Talks) stay(ctx context.Context, s session) error {
	return t.converse(ctx, s, func(_ context.Context, o *open) (bool, error) {
		if err := t.goesOn(o); err != nil {
			return false, err
		}
		o.Seen = t.awake().Unix()
		return true, nil
	})
}

// end ends a talk: the time that it kept is free again, and nothing of what was
// said stays. Appointments that were booked do.
func (t *Talks) end(ctx context.Context, s session) error {
	return t.converse(ctx, s, func(ctx context.Context, o *open) (bool, error) {
		if o.state == nil || o.Over {
			return false, nil
		}
		if o.kept.Draft.Hold != 0 {
			if _, err := o.Do(ctx, dialogs.Release{Hold: o.kept.Draft.Hold}); err != nil {
				return false, err
			}
		}
		if o.kept.Handed {
			if _, err := o.Do(ctx, dialogs.TakeBack{}); err != nil {
				return false, err
			}
		}
		fresh, err := json.Marshal(struct {
			Version int `json:"version"`
		}{1})
		o.state, o.record = fresh, record{Over: true}
		return true, err
	})
}

// calendar is one of the person's appointments as a file.
func (t *Talks) calendar(ctx context.Context, s session, id booking.AppointmentID) (bot.File, error) {
	var file bot.File
	err := t.converse(ctx, s, func(ctx context.Context, o *open) (bool, error) {
		if err := t.goesOn(o); err != nil {
			return false, err
		}
		facts, err := o.Facts(ctx, dialogs.Need{Appointments: true})
		if err != nil {
			return false, err
		}
		for _, a := range facts.Appointments {
			office, ok := facts.Town.Office(a.Office)
			if a.ID != id || !ok {
				continue
			}
			file = bot.CalendarFile(dialogs.Notice{
				Notice: booking.Notice{Kind: booking.BookedNotice}, Lang: o.kept.Lang, Appointment: a, Office: office,
			}, t.Host.Now())
			return false, nil
		}
		return false, booking.ErrUnknown
	})
	return file, err
}

// data is all that is stored of the person.
func (t *Talks) data(ctx context.Context, s session) (bot.File, error) {
	var file bot.File
	err := t.converse(ctx, s, func(ctx context.Context, o *open) (bool, error) {
		if err := t.goesOn(o); err != nil {
			return false, err
		}
		result, err := o.Do(ctx, dialogs.Export{})
		file = bot.File{Name: locales.For(o.kept.Lang).Say(locales.Say("data.file")), Type: "application/json", Content: result.Data}
		return false, err
	})
	return file, err
}
