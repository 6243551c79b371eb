package dialogs

import "strings"

// The way to an appointment: the first open question is the next one. It ends
// with the review, which stays open.
var (
	bookQuestions = []question{
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
	moveQuestions = []question{dayStep{}, timeStep{}, moveStep{}}
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
		return t.staffTravel(id)
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

func (t *talk) help() {
	if t.clerk() {
		t.staffHelp()
		return
	}
	t.remark("help.text", "Phone", t.phone())
}
