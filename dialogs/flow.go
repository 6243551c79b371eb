package dialogs

import (
	"slices"
	"strings"

	"terminbote/locales"
)

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
	hear(t *talk, text string)
}

// question is a step of the draft: it stands open as long as its answer is
// missing.
type question interface {
	step
	open(*talk) bool
	// reopen forgets the latest answer; false where none was given.
	reopen(*talk) bool
}

func (t *talk) way() []question {
	switch {
	case t.clerk():
		return t.staffQuestions()
	case t.Draft.Wait.On && t.Draft.Moving != 0:
		return waitEarlierQuestions
	case t.Draft.Wait.On:
		return waitQuestions
	case t.Draft.Moving != 0:
		return moveQuestions
	}
	return bookQuestions
}

// step is where the talk stands.
func (t *talk) step() step {
	if t.clerk() {
		return t.staffStep()
	}
	if s, ok := screens[t.Screen]; ok {
		return s
	}
	way := t.way()
	return way[t.position()]
}

func (t *talk) position() int {
	way := t.way()
	at := slices.IndexFunc(way, func(q question) bool { return q.open(t) })
	if at < 0 {
		return len(way) - 1
	}
	return at
}

// back takes back the latest answer, or leaves a screen.
func (t *talk) back() {
	if t.Screen != noScreen {
		t.leave()
		return
	}
	for at := t.position(); at >= 0; at-- {
		if t.way()[at].reopen(t) {
			return
		}
	}
	if t.clerk() {
		t.stop()
		return
	}
	if t.Draft.Wait.On && t.Draft.Moving == 0 {
		t.Draft.Wait = WaitDraft{}
		return
	}
	if t.Draft.Moving != 0 {
		t.release()
		t.Draft, t.Screen = Draft{}, appointmentScreen
		return
	}
	t.remark("remark.beginning")
}

// polite answers what wants nothing.
func (t *talk) polite(id string) bool {
	switch id {
	case helloChoice:
		t.remark("remark.hello")
	case thanksChoice:
		t.remark("remark.thanks")
	default:
		return false
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
