package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
)

// record is what the browser's talk keeps beside the state of the dialogs: it
// lies in the same JSON, so that both are kept or neither.
type record struct {
	Seen   int64             `json:"seen,omitempty"` // when something was last done, in Unix seconds
	Over   bool              `json:"over,omitempty"`
	Taken  press             `json:"taken,omitzero"`   // the form that was taken last
	Said   []exchange        `json:"said,omitempty"`   // the end of what was said so far
	Cut    int               `json:"cut,omitempty"`    // how much before that is forgotten
	Now    exchange          `json:"now,omitzero"`     // what stands open
	Labels map[string]string `json:"labels,omitempty"` // of its choices
	Files  bool              `json:"files,omitempty"`  // what is stored of the person was asked for
	Heard  int64             `json:"heard,omitempty"`  // the line of staff that was shown last
	Missed bool              `json:"missed,omitempty"` // what was typed last was no answer to it

	Attended bool `json:"attended,omitempty"` // staff hold the talk, or have held it
}

// exchange is something that was said and asked, and the answer.
type exchange struct {
	Remarks []string `json:"remarks,omitempty"`
	Title   string   `json:"title,omitempty"`
	Body    []string `json:"body,omitempty"`
	Ask     string   `json:"ask,omitempty"`
	Answer  string   `json:"answer,omitempty"`
}

// press is a form that was sent.
type press struct {
	Revision int    `json:"revision,omitempty"`
	Digest   string `json:"digest,omitempty"` // of what it says
}

const (
	// mostSaid is how many exchanges are kept.
	mostSaid = 24
	// longestAnswer is how many letters of an answer are repeated.
	longestAnswer = 300
)

// What a talk cannot do. Nothing has changed then.
var (
	errUnknown = errors.New("there is no such talk")
	errOver    = errors.New("the talk is over")
	errStale   = errors.New("the form is of a question that is answered already")
	errAgain   = errors.New("the form was taken already")
)

// open is a talk that is being held: what the dialogs see of it, and what they
// told.
type open struct {
	dialogs.Records

	record
	state []byte // as the dialogs remember it
	kept  kept
	facts dialogs.Facts // looked up last
	own   []booking.Appointment
	base  string // the path of the talk

	telegram func(payload string) string
}

// kept is what has to be known of the dialogs' state.
type kept struct {
	Revision int                   `json:"revision"`
	Lang     string                `json:"lang"`
	Handed   bool                  `json:"handed"` // staff hold the talk
	Screen   dialogs.Screen        `json:"screen"`
	Chosen   booking.AppointmentID `json:"chosen"`
	Draft    struct {
		Hold booking.AppointmentID `json:"hold"`
	} `json:"draft"`
}

// stored is how a state is stored.
type stored struct {
	kept

	Web *record `json:"web"`
}

// read takes up what was stored.
func (o *open) read(data []byte) error {
	var s stored
	if err := json.Unmarshal(data, &s); err != nil || s.Web == nil {
		return errUnknown
	}
	o.record, o.state = *s.Web, data
	o.learn(s.kept)
	return nil
}

// learn takes note of what has to be known of a state.
func (o *open) learn(k kept) {
	o.kept = k
	o.Attended = o.Attended || k.Handed
}

// write is what has to be stored.
func (o *open) write() ([]byte, error) {
	own, err := json.Marshal(o.record)
	if err != nil {
		return nil, err
	}
	var all map[string]json.RawMessage
	state := bytes.TrimSpace(o.state)
	if !bytes.Contains(state, []byte(`"web":`)) && bytes.HasSuffix(state, []byte("}")) {
		joint := append(bytes.Clone(state[:len(state)-1]), `,"web":`...)
		return append(append(joint, own...), '}'), nil
	}
	if err := json.Unmarshal(state, &all); err != nil {
		return nil, fmt.Errorf("keep a talk: %w", err)
	}
	all["web"] = own
	return json.Marshal(all)
}

// Recall is the state as the dialogs know it.
func (o *open) Recall(context.Context) ([]byte, error) { return o.state, nil }

// Remember takes the state; it is written with the record.
func (o *open) Remember(_ context.Context, state []byte) error {
	var k kept
	if err := json.Unmarshal(state, &k); err != nil {
		return fmt.Errorf("keep a talk: %w", err)
	}
	o.state = state
	o.learn(k)
	return nil
}

// Facts looks up what is needed. In a browser there is a calendar of days, and
// nobody is written to here: that is done by mail, which has to be known.
func (o *open) Facts(ctx context.Context, need dialogs.Need) (dialogs.Facts, error) {
	facts, err := o.Records.Facts(ctx, need)
	if err != nil {
		return facts, err
	}
	facts.Calendar = true
	facts.Town = withMail(facts.Town)
	o.facts = facts
	if need.Appointments {
		o.own = facts.Appointments
	}
	return facts, nil
}

// Do carries out a command. Who has everything about them erased has what was
// said here erased, too.
func (o *open) Do(ctx context.Context, command dialogs.Command) (dialogs.Result, error) {
	result, err := o.Records.Do(ctx, command)
	if _, erases := command.(dialogs.Erase); erases && err == nil && result.Refused == nil {
		o.Said, o.Now, o.Labels = nil, exchange{}, nil
	}
	return result, err
}

// withMail is a town whose offices all want a mail address.
func withMail(town booking.Town) booking.Town {
	offices := make([]*booking.Office, len(town.Offices))
	for i, o := range town.Offices {
		one := *o
		one.Policy.MailRequired = true
		offices[i] = &one
	}
	return booking.Town{Offices: offices}
}

// answered takes note that what stood open got an answer, and of what stands
// open now.
func (o *open) answered(answer string, typed bool, p bot.Page) {
	before := o.Now
	if before.Answer = shortened(answer); before.Answer != "" {
		o.Said = append(o.Said, before)
	}
	o.forgetOldest()
	o.Now = exchange{Remarks: p.Remarks, Title: p.Title, Body: p.Body, Ask: p.Ask}
	o.Files = len(p.Files) > 0
	o.Missed = typed && !p.Handed && len(o.Said) > 0 && before.Answer != "" && len(p.Remarks) > 0 && p.Ask == before.Ask
	o.Labels = map[string]string{}
	for _, g := range p.Groups {
		for _, b := range g.Buttons {
			o.Labels[b.ID] = b.Label
		}
	}
}

// forgetOldest keeps the end of what was said.
func (o *open) forgetOldest() {
	if extra := len(o.Said) - mostSaid; extra > 0 {
		o.Said, o.Cut = o.Said[extra:], o.Cut+extra
	}
}

func shortened(s string) string {
	s = strings.TrimSpace(s)
	if runes := []rune(s); len(runes) > longestAnswer {
		return string(runes[:longestAnswer]) + "…"
	}
	return s
}

// idle tells whether nobody has done anything for too long.
func (o *open) idle(now time.Time, patience time.Duration) bool {
	return !time.Unix(o.Seen, 0).Add(patience).After(now)
}

// bookedScreen is the receipt.
const bookedScreen dialogs.Screen = "booked"

// appointment is the one of the person's that is shown just now.
func (o *open) appointment() (booking.Appointment, bool) {
	if o.kept.Screen != bookedScreen && o.kept.Screen != "appointment" {
		return booking.Appointment{}, false
	}
	for _, a := range o.own {
		if a.ID == o.kept.Chosen {
			return a, true
		}
	}
	return booking.Appointment{}, false
}
