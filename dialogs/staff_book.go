package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// bookFor begins a booking for a caller, on a day where one is given.
func (t *talk) bookFor(day booking.Date) {
	if t.busy() {
		return
	}
	t.undertake(bookingTask)
	if day.IsZero() {
		return
	}
	t.Draft.Days = singleDay(day)
	if len(t.facts.Town.Offices) > 1 {
		t.Draft.Office = t.workOffice().ID
	}
}

// singleDay is one day.
func singleDay(day booking.Date) understand.Days {
	return understand.Days{Spans: []understand.DateSpan{{From: day, To: day}}}
}

// linePrefix precedes a line for another caller, typed in the middle of a booking.
const linePrefix = "line:"

// takeLine fills a booking from what a clerk typed in one line: "neu 2 perso
// morgen nachmittag Schmidt 0171 1234567". What is missing is asked. Where another
// caller's booking is under way the line waits until that one is given up.
func (t *talk) takeLine(words string) {
	if words != "" && t.Screen == resumeScreen {
		t.interruptFor(words)
	}
	if words == "" || t.Work.Task != bookingTask || t.Screen != noScreen {
		return
	}
	t.brief = true
	t.dropLine(words)
	if view := t.step().show(t); !t.takeUp(words, view) {
		t.step().hear(t, t.read(words))
	}
}

// beginsCall tells whether a clerk has begun to book for a caller and nothing is known of them yet:
// what they type may be all of the booking.
func (t *talk) beginsCall() bool {
	return t.Work.Task == bookingTask && t.Screen == noScreen && !t.Draft.Begun()
}

// choosesWithMore tells whether a message says which time it shall be before the caller has a name, so
// that what stands beside is who: "die zweite für Okonkwo".
func (t *talk) choosesWithMore(said reading, v View) bool {
	if t.Draft.Name != "" || t.Draft.Moving != 0 || expected(t.step(), v) != understand.ExpectWhen {
		return false
	}
	return slices.ContainsFunc(t.understood(said.text, understand.ExpectWhen, v).Found, func(f understand.Finding) bool {
		switch f.Value.(type) {
		case understand.ChoiceValue, understand.DaysValue, understand.HoursValue:
			return true
		}
		return false
	})
}

// staffResumeStep asks what goes on where a line for another caller waits, too.
type staffResumeStep struct{ resumeStep }

func (s staffResumeStep) need(t *talk) Need {
	if line, waits := strings.CutPrefix(t.Instead, linePrefix); waits {
		return t.wider(Need{Appointments: t.Draft.Moving != 0}, line)
	}
	return s.resumeStep.need(t)
}

func (s staffResumeStep) choose(t *talk, id string) bool {
	line, waits := strings.CutPrefix(t.Instead, linePrefix)
	if waits && id == overChoice {
		t.beginLine(line)
		return true
	}
	if !s.resumeStep.choose(t, id) {
		return false
	}
	if waits && t.Draft.Begun() {
		t.remark("staff.line_kept", "Line", quote(line))
	} else if waits {
		t.sayOpenLine()
	}
	t.Instead = ""
	return true
}

func (s staffResumeStep) show(t *talk) View {
	v := s.resumeStep.show(t)
	if line, waits := strings.CutPrefix(t.Instead, linePrefix); waits && t.callersName() != "" {
		v.Ask = locales.Say("staff.resume_line", "Name", plain(t.callersName()), "Line", quote(line))
	}
	return v
}

// namesConcern tells whether a line says what somebody comes for: it is for another
// caller then, and nothing of it belongs to the booking under way.
func (t *talk) namesConcern(line string) bool {
	return len(values[understand.ConcernValue](t.understood(line, understand.ExpectWish, View{}))) > 0
}

// busy asks, where something is under way, whether to give it up. A clerk who
// answers that by asking for the same again means it.
func (t *talk) busy() bool {
	if t.Screen == resumeScreen {
		t.reset()
	}
	if t.Draft.Begun() {
		t.interrupt("")
	}
	return t.Draft.Begun()
}

// staffCategoryStep asks what the caller comes for.
type staffCategoryStep struct{ categoryStep }

func (staffCategoryStep) name() string { return "callersMatter" }

func (s staffCategoryStep) show(t *talk) View {
	v := s.categoryStep.show(t)
	if len(t.Draft.Wishes) == 0 {
		v.Title, v.Body = locales.Say("staff.new"), nil
		v.Groups[len(v.Groups)-1] = navigation(backChoice, homeChoice)
	}
	return v
}

// staffMailStep asks for the caller's mail address, which staff can do
// without.
type staffMailStep struct{ mailStep }

func (staffMailStep) name() string { return "callersMail" }

func (s staffMailStep) show(t *talk) View {
	v := s.mailStep.show(t)
	v.Ask = locales.Say("staff.ask_mail")
	return v
}
