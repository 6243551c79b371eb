package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// flow is one side of the counter. A citizen's talk and a clerk's ask the same
// questions; a flow is what they do differently.
type flow interface {
	// needs is which facts have to be looked up before an event, or, where it is
	// nil, before the state is shown.
	needs(t *talk, e Event) Need
	// step is where the talk stands.
	step(*talk) step
	// questions is what is asked for what is under way. The first open one is
	// the next; the last one, a review, stays open.
	questions(*talk) []question
	// start opens the talk, with what a link chooses.
	start(t *talk, payload string)
	// hear takes what was typed.
	hear(t *talk, e Said)
	// travel carries out a choice that is the same in every step; false for any
	// other.
	travel(t *talk, id string) bool
	// leave goes to the screen below.
	leave(*talk)
	// stop gives up what is under way where no answer is left to take back.
	stop(*talk)
	// result takes what came of a command.
	result(t *talk, r Result)
	// refuse says why the office did not do what was asked, and leads to where
	// something else can be chosen.
	refuse(t *talk, r Result)
	// appointment finds an appointment that the talk may be about.
	appointment(f Facts, id booking.AppointmentID) (booking.Appointment, bool)
	// audience is the side of the counter that books.
	audience() booking.Audience
}

// step is one question of the talk, or one screen.
type step interface {
	// name is what statistics call the step. It never changes.
	name() string
	// need is what the step wants looked up.
	need(*talk) Need
	// show is what the person sees.
	show(*talk) View
	// choose takes a choice that the step offers; false for any other.
	choose(t *talk, id string) bool
	// hear takes typed words that are no choice; it remarks on what it cannot
	// use.
	hear(t *talk, said reading)
}

// question is a step of the draft: it stands open as long as its answer is
// missing.
type question interface {
	step
	open(*talk) bool
	// reopen forgets the latest answer; false where none was given.
	reopen(*talk) bool
}

func (t *talk) step() step { return t.flow.step(t) }

// next is the first open question of what is under way.
func (t *talk) next() question {
	all := t.flow.questions(t)
	return all[t.position(all)]
}

func (t *talk) position(all []question) int {
	at := slices.IndexFunc(all, func(q question) bool { return q.open(t) })
	if at < 0 {
		return len(all) - 1
	}
	return at
}

// choose carries out a choice, be it tapped or typed.
func (t *talk) choose(id string) {
	if t.step().choose(t, id) || t.flow.travel(t, id) {
		return
	}
	t.remark("remark.stale")
}

// back takes back the latest answer, or leaves a screen.
func (t *talk) back() {
	if t.Screen != noScreen {
		t.flow.leave(t)
		return
	}
	all := t.flow.questions(t)
	for at := t.position(all); at >= 0; at-- {
		if all[at].reopen(t) {
			return
		}
	}
	t.flow.stop(t)
}

// home leads to the beginning; where a booking is under way it asks first.
func (t *talk) home() {
	if t.Draft.Begun() && t.Screen != resumeScreen {
		t.interrupt("")
		return
	}
	t.reset()
}

// interrupt asks before a booking under way is given up for something else.
func (t *talk) interrupt(instead string) { t.Screen, t.Instead = resumeScreen, instead }

// reset drops the draft and gives its time back.
func (t *talk) reset() {
	t.release()
	t.Draft, t.Screen, t.Instead, t.Later, t.LaterOn, t.LaterCases, t.Greeted = Draft{}, noScreen, "", nil, nil, nil, false
	t.Work.Task, t.Work.OverrideDraft = noTask, OverrideDraft{}
}

func (t *talk) release() {
	if t.Draft.Hold != 0 {
		t.do(Release{t.Draft.Hold})
	}
	t.Draft.Hold = 0
}

// sharedTravel carries out the choices that mean the same in every step of
// either flow.
func (t *talk) sharedTravel(id string) bool {
	switch id {
	case backChoice:
		t.back()
	case homeChoice:
		t.home()
	case helloChoice:
		t.remark("remark.hello")
	case thanksChoice:
		t.remark("remark.thanks")
	case languageChoice:
		t.otherLanguage()
	default:
		return t.speak(id)
	}
	return true
}

// speak changes the language.
func (t *talk) speak(id string) bool {
	lang, ok := strings.CutPrefix(id, languagePrefix)
	if !ok || !slices.Contains(locales.Languages(), lang) {
		return false
	}
	t.Lang = lang
	t.remark("remark.language")
	return true
}

// otherLanguage goes on to the next language there is.
func (t *talk) otherLanguage() {
	all := locales.Languages()
	t.Lang = all[(slices.Index(all, t.Lang)+1)%len(all)]
	t.remark("remark.language")
}
