package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/locales"
)

// talk is a turn under way.
type talk struct {
	State
	facts    Facts
	looked   map[look][]time.Time // free times found in this turn
	typing   bool                 // the event is typed words
	whom     Colleague            // whom they name
	commands []Command
	remarks  []locales.Line
}

func (t *talk) do(c Command) { t.commands = append(t.commands, c) }

func (t *talk) remark(key string, args ...any) {
	t.remarks = append(t.remarks, locales.Say(key, args...))
}

// choose carries out a choice, be it tapped or typed.
func (t *talk) choose(id string) {
	if t.step().choose(t, id) || t.travel(id) {
		return
	}
	t.remark("remark.stale")
}

func (t *talk) tap(e Tapped) {
	if e.Revision != t.Revision {
		t.remark("remark.stale")
		return
	}
	t.choose(e.Choice)
}

// appointment finds one of the person's appointments, or the one that a clerk
// has in hand.
func (t *talk) appointment(id booking.AppointmentID) (booking.Appointment, bool) {
	if t.clerk() {
		return t.lookedUp(id)
	}
	i := slices.IndexFunc(t.facts.Appointments, func(a booking.Appointment) bool { return a.ID == id })
	if i < 0 {
		return booking.Appointment{}, false
	}
	return t.facts.Appointments[i], true
}

// home leads to the beginning; where a booking is under way it asks first.
func (t *talk) home() {
	if t.Draft.Begun() && t.Screen != resumeScreen {
		t.interrupt("")
		return
	}
	t.reset()
}

// reset drops the draft and gives its time back.
func (t *talk) reset() {
	t.release()
	t.Draft, t.Screen, t.Instead, t.Later, t.Greeted = Draft{}, noScreen, "", nil, false
	t.Work.Task, t.Work.OverrideDraft = noTask, OverrideDraft{}
}

func (t *talk) release() {
	if t.Draft.Hold != 0 {
		t.do(Release{t.Draft.Hold})
	}
	t.Draft.Hold = 0
}

// look is what free times were looked for. Within a turn the same is asked
// several times: to show a day, and to take it.
type look struct {
	office booking.OfficeID
	day    booking.Date
	length time.Duration
	skills string
	claim  booking.AppointmentID
}

// clerk tells whether somebody of the staff talks.
func (t *talk) clerk() bool { return t.facts.Staff.Clerk.Chat != Chat{} }

// audience is as whom whoever talks books.
func (t *talk) audience() booking.Audience {
	if t.clerk() {
		return booking.Staff
	}
	return booking.Public
}

// interrupt asks before a booking under way is given up for something else.
func (t *talk) interrupt(instead string) { t.Screen, t.Instead = resumeScreen, instead }
