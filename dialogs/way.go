package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// question is a step of the draft: it stands open as long as its answer is
// missing.
type question interface {
	step
	open(*talk) bool
	// reopen forgets the latest answer; false where none was given.
	reopen(*talk) bool
}

// The way to an appointment: the first open question is the next one. It ends
// with the review, which stays open.
var (
	bookingWay = []question{
		categoryStep{},
		concernStep{},
		agreeStep{},
		quantityStep{},
		personsStep{},
		bringStep{},
		officeStep{},
		dayStep{},
		timeStep{},
		nameStep{},
		mailStep{},
		reviewStep{},
	}
	movingWay = []question{dayStep{}, timeStep{}, moveStep{}}
)

var screens = map[Screen]step{
	resumeScreen:       resumeStep{},
	appointmentsScreen: appointmentsStep{},
	appointmentScreen:  appointmentStep{},
	cancelScreen:       cancelStep{},
	lateScreen:         lateStep{},
	bookedScreen:       bookedStep{},
	numberScreen:       numberStep{},
	codeScreen:         codeStep{},
	eraseScreen:        eraseStep{},
	waitingScreen:      waitingStep{},
	placeScreen:        placeStep{},
	aboutScreen:        aboutStep{},
}

func (t *talk) way() []question {
	switch {
	case t.clerk():
		return t.clerkWay()
	case t.Draft.Wait.On && t.Draft.Moving != 0:
		return improvingWay
	case t.Draft.Wait.On:
		return waitingWay
	case t.Draft.Moving != 0:
		return movingWay
	}
	return bookingWay
}

// step is where the talk stands.
func (t *talk) step() step {
	if t.clerk() {
		return t.clerkStep()
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

// leave goes to the screen below.
func (t *talk) leave() {
	if t.clerk() {
		t.leaveScreen()
		return
	}
	below := map[Screen]Screen{
		appointmentScreen: appointmentsScreen,
		cancelScreen:      appointmentScreen,
		lateScreen:        appointmentScreen,
		numberScreen:      appointmentsScreen,
		codeScreen:        numberScreen,
		waitingScreen:     appointmentsScreen,
		placeScreen:       waitingScreen,
	}
	t.Screen = below[t.Screen]
}

// travel carries out the choices that are the same in every step.
func (t *talk) travel(id string) bool {
	if t.polite(id) {
		return true
	}
	if t.clerk() {
		return t.travelStaff(id)
	}
	switch id {
	case backChoice:
		t.back()
	case homeChoice:
		t.home()
	case appointmentsChoice:
		t.Screen = appointmentsScreen
	case attachChoice:
		t.Screen = numberScreen
	case waitingChoice:
		t.Screen = waitingScreen
	case eraseChoice:
		t.Screen = eraseScreen
	case dataChoice:
		t.do(Export{})
	case hereChoice:
		t.here()
	case aboutChoice:
		t.Screen = aboutScreen
	case helpChoice:
		t.help()
	case languageChoice:
		t.otherLanguage()
	default:
		if own, ok := strings.CutPrefix(id, ownPrefix); ok {
			return t.own(own)
		}
		return t.speak(id)
	}
	return true
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

const languagePrefix = "lang:"

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

// start opens the talk, with a concern or a category chosen by a link.
func (t *talk) start(payload string) {
	if id, ok := strings.CutPrefix(payload, "office_"); ok && t.clerk() {
		t.settle(booking.OfficeID(id))
	}
	if t.Draft.Begun() {
		t.interrupt("")
		return
	}
	t.reset()
	if id, ok := strings.CutPrefix(payload, "concern_"); ok {
		if c, known := t.facts.Town.Concern(booking.ConcernID(id)); known {
			t.Draft.Category = c.Category
			t.wish(c.ID)
		}
	}
	if id, ok := strings.CutPrefix(payload, "category_"); ok && len(t.facts.Town.ConcernsIn(booking.CategoryID(id))) > 0 {
		t.Draft.Category = booking.CategoryID(id)
	}
}

// asked carries out a command of the network's menu.
func (t *talk) asked(what string) {
	if what == "privacy" {
		t.remark("privacy.full")
		return
	}
	t.travel(what)
}

func (t *talk) help() {
	if t.clerk() {
		t.clerkHelp()
		return
	}
	t.remark("help.text", "Phone", t.phone())
}

// otherLanguage goes on to the next language there is.
func (t *talk) otherLanguage() {
	all := locales.Languages()
	t.Lang = all[(slices.Index(all, t.Lang)+1)%len(all)]
	t.remark("remark.language")
}

// phone is the number to call where the chat cannot help.
func (t *talk) phone() string {
	if o, ok := t.facts.Town.Office(t.Draft.Office); ok {
		return o.Phone
	}
	return t.facts.Town.Offices[0].Phone
}

// commandChoice finds the choice that a word for a standard button stands for
// in view v. Some of them are understood where no button shows them.
func commandChoice(v View, c understand.Intent) (string, bool) {
	always := map[understand.Intent]string{
		understand.Back:         backChoice,
		understand.Home:         homeChoice,
		understand.Start:        homeChoice,
		understand.Appointments: appointmentsChoice,
		understand.Help:         helpChoice,
		understand.Language:     languageChoice,
		understand.Here:         hereChoice,
		understand.Data:         dataChoice,
		understand.Hello:        helloChoice,
		understand.Thanks:       thanksChoice,
		understand.Waiting:      waitingChoice,
		understand.Erase:        eraseChoice,
		understand.About:        aboutChoice,
	}
	if id, ok := always[c]; ok {
		return id, true
	}
	if c == understand.Soonest {
		return v.soonest()
	}
	offered := map[understand.Intent][]string{
		understand.Next:    {nextChoice, yesChoice, continueChoice, noMailChoice, laterChoice}, // "ok"
		understand.Yes:     {yesChoice, nextChoice, laterChoice},
		understand.Book:    {yesChoice, laterChoice},
		understand.No:      {noChoice, noMailChoice, noNumberChoice},
		understand.More:    {moreChoice},
		understand.Move:    {moveChoice},
		understand.CallOff: {cancelChoice},
		understand.Cancel:  {cancelChoice, noChoice, homeChoice},
	}
	for _, id := range offered[c] {
		if v.Grave && id == yesChoice && c != understand.Yes {
			continue // "weiter" and "termin" are no consent
		}
		if v.offers(id) {
			return id, true
		}
	}
	return "", false
}
