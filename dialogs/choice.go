package dialogs

import (
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
)

// appointmentPrefix begins the choice of one of the own appointments, before its ID.
const appointmentPrefix = "a:"

// The choices that more than one part of the talk knows: what stands in stored
// states and under notices long sent keeps its name.
const (
	backChoice         = "back"
	homeChoice         = "home"
	nextChoice         = "next"
	yesChoice          = "yes"
	noChoice           = "no"
	moreChoice         = "more"
	continueChoice     = "continue"
	laterChoice        = "later"
	noMailChoice       = "nomail"
	noNumberChoice     = "nonumber"
	appointmentsChoice = "appointments"
	attachChoice       = "attach"
	waitingChoice      = "waiting"
	dataChoice         = "data"
	eraseChoice        = "erase"
	aboutChoice        = "about"
	helpChoice         = "help"
	personChoice       = "person"
	assistantChoice    = "assistant" // in place of staff
	languageChoice     = "language"
	helloChoice        = "hello"
	thanksChoice       = "thanks"
	otherTimesChoice   = "others"
	pickDayChoice      = "days"
	byHourChoice       = "hours"
	sameChoice         = "same" // name and mail as they were last
	otherConcernChoice = "other"
)

// What can be done with an appointment, or answered to a notice about one.
const (
	moveChoice    = "move"
	cancelChoice  = "cancel"
	waitChoice    = "wait"
	hereChoice    = "here"
	lateChoice    = "late"
	comingChoice  = "coming"
	againChoice   = "again"
	pickupChoice  = "pickup"
	acceptChoice  = "accept"
	declineChoice = "decline"
)

// What stands before the value of a choice.
const (
	languagePrefix  = "lang:"
	mailsInPrefix   = "mails:"
	numberPrefix    = "n:"
	dayPrefix       = "day:"
	timePrefix      = "time:"
	hourPrefix      = "hour:"
	waitDayPrefix   = "wd:"
	waitHoursPrefix = "wh:"
	anyChoice       = "any" // behind either of the last two
)

// ownPrefix precedes what is to be done with one of the person's own
// appointments, said wherever the talk stands: "I have to cancel mine".
const ownPrefix = "own:"

// What can be changed before it is booked.
const (
	changeTimeChoice    = "change:time"
	changeNameChoice    = "change:name"
	changeMailChoice    = "change:mail"
	changeNumberChoice  = "change:number"
	changePersonsChoice = "change:persons"
	changeConcernChoice = "change:concern"
)

// timeOf is the time that a choice stands for.
func timeOf(id string) (time.Time, bool) {
	digits, ok := strings.CutPrefix(id, timePrefix)
	if !ok {
		return time.Time{}, false
	}
	seconds, err := strconv.ParseInt(digits, 10, 64)
	return time.Unix(seconds, 0).UTC(), err == nil
}

// dayOf is the day that a choice stands for.
func dayOf(id string) (booking.Date, bool) {
	name, ok := strings.CutPrefix(id, dayPrefix)
	if !ok {
		return booking.Date{}, false
	}
	day, err := booking.ParseDate(name)
	return day, err == nil
}
