package understand

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"terminbote/booking"
)

// Action is what a clerk wants shown or done.
type Action string

// The actions. In each language several words stand for one.
const (
	ToMenu     Action = "menu"
	ToHelp     Action = "help"
	ToPlan     Action = "plan" // of a day that is named
	ToToday    Action = "today"
	ToTomorrow Action = "tomorrow"
	ToWeek     Action = "week"
	ToFind     Action = "find"
	ToShow     Action = "show"
	ToFree     Action = "free"
	ToBook     Action = "book"
	ToCancel   Action = "cancel"
	ToMove     Action = "move"
	ToConnect  Action = "connect"
	ToClose    Action = "close"
	ToOpen     Action = "open"
	ToArrive   Action = "arrive"
	ToQueue    Action = "queue"
	ToCall     Action = "call"
	ToFinish   Action = "finish"
	ToMiss     Action = "miss"
	ToAppoint  Action = "appoint"
	ToAudit    Action = "trail"
	ToUndo     Action = "undo"

	ToMinutes    Action = "minutes"    // that a concern takes
	ToStatistics Action = "statistics" // of some days
	ToReady      Action = "ready"      // what was applied for can be fetched

	ToTicket    Action = "ticket"     // for somebody without an appointment
	ToCallAgain Action = "call again" // who has not come to the desk
	ToPark      Action = "park"       // a visit
	ToTakeUp    Action = "take up"    // a visit that was parked
	ToSendOn    Action = "send on"    // to another desk
	ToAlarm     Action = "alarm"      // that colleagues come
	ToTakeOver  Action = "take over"  // a talk of somebody who asked for a person
)

// StaffCommand is what a clerk typed. What was not said is zero.
type StaffCommand struct {
	Do        Action
	Day       booking.Date
	Hours     booking.Hours
	Number    booking.Number
	Ticket    int // the number on a ticket of today: W12; 0: none
	Desk      booking.DeskID
	Words     string // what to find, a reason, a name: as it was typed, on one line
	Role      booking.Role
	Nobody    bool // the role is taken away
	Mention   bool // the name is an account of the network: "@anna"
	Internal  bool
	Numbers   []booking.Number // of a list
	Wrong     []string         // what else stands in it
	Minutes   string           // that a concern is to take, as it was typed
	Until     booking.Date     // the last of some days
	Given     bool             // as a command of the network: "/termin heute"
	Exact     bool             // nothing but the word for the action, or that and a number
	Everybody bool             // is called off, by a closure
	Count     int              // how many cases of a concern; 0: not said
}

// What can be wrong with a command, besides its day.
var (
	ErrNoStaffCommand = errors.New("the text is no command of staff")
	ErrNoNumber       = errors.New("that is no appointment number")
	ErrNoDesk         = errors.New("there is no such desk")
	ErrNoHours        = errors.New("that is no time from and to")
	ErrNoRole         = errors.New("there is no such role")
	ErrNoSpan         = errors.New("those are no days from and to")
)

// longestWords is how many characters of a reason or a name are taken in.
const longestWords = 200

// commandPrefix is how staff call the assistant among other things.
const commandPrefix = "/termin"

// ReadStaffCommand reads "heute", "finde Meier", "close 24.11. 8 12 Desk 2 Water
// pipe" in whatever language. today is the office's date, and desks are its
// desks. It returns ErrNoStaffCommand, with Given where it was a command of the
// network, for a text that is none, and for a command that cannot be read
// whole what is wrong with it: one of the errors above, or of those of [Day].
func ReadStaffCommand(text, lang string, today booking.Date, desks []booking.Desk) (StaffCommand, error) {
	return ReadWholeStaffCommand(cut(text), lang, today, desks)
}

// ReadWholeStaffCommand is [ReadStaffCommand] for a text of any length, such as a
// list.
func ReadWholeStaffCommand(text, lang string, today booking.Date, desks []booking.Desk) (StaffCommand, error) {
	words := strings.Fields(visible(text))
	e := StaffCommand{}
	if len(words) > 0 && strings.EqualFold(words[0], commandPrefix) {
		e.Given, words = true, words[1:]
		if len(words) == 0 {
			e.Do, e.Exact = ToMenu, true
			return e, nil
		}
	}
	r := commandReader{lang: lang, today: today, desks: desks, words: withoutHello(words)}
	e, err := r.read(e)
	if errors.Is(err, ErrNoStaffCommand) || errors.Is(err, ErrNoNumber) || errors.Is(err, ErrNoDesk) && e.Do == ToCall {
		if call, ok := r.callSaid(text, e); ok {
			return call, nil
		}
	}
	if errors.Is(err, ErrNoStaffCommand) || errors.Is(err, ErrNoNumber) || e.Do == ToClose && errors.Is(err, ErrNotADay) {
		if closing, ok, err := r.closingSaid(text, e); ok {
			return closing, err
		}
	}
	return e, err
}

// withoutHello is some words without a greeting before them: "moin, was liegt heute an".
func withoutHello(words []string) []string {
	if len(words) > 1 && slices.ContainsFunc(spoken, func(x *lexicon) bool { return x.commands[Fold(strings.TrimRight(words[0], ",.!"))] == Hello }) {
		return words[1:]
	}
	return words
}

// BehindCommand is what stands behind the command of the network, or the whole
// text where that is none.
func BehindCommand(text string) string {
	words := strings.Fields(oneLine(text))
	if len(words) == 0 || !strings.EqualFold(words[0], commandPrefix) {
		return text
	}
	return strings.Join(words[1:], " ")
}

// oneLine is a text without what steers a screen.
func oneLine(text string) string { return visible(cut(text)) }

// visible is a text on one line without what cannot be seen.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r), isInvisible(r):
			return -1
		}
		return r
	}, text)
}

// Visible is a line of any length without what cannot be seen or steers a screen.
func Visible(line string) string { return visible(line) }

// OneLine is what somebody typed or a file held, ready to be shown on a line:
// without control characters and with single spaces.
func OneLine(text string) string { return strings.Join(strings.Fields(oneLine(text)), " ") }

// Sought is what is looked for of what somebody typed: "Müller" of "Herrn Müller",
// but "Herr" where that is all. What stands within a name belongs to it: von der Heide.
func Sought(text string) string {
	words := strings.Fields(oneLine(text))
	from, to := 0, len(words)
	for from < to && isTitle(words[from]) {
		from++
	}
	for to > from && isTitle(words[to-1]) {
		to--
	}
	if from == to {
		return strings.Join(words, " ")
	}
	return strings.Join(words[from:to], " ")
}

func isTitle(word string) bool {
	word = strings.TrimRight(Fold(word), ".:")
	return slices.ContainsFunc(spoken, func(x *lexicon) bool { return slices.Contains(list(x.titles), word) })
}

// NearestStaffCommand is the word for an action that comes nearest to the first word of
// what was typed, in the language lang where it can be; empty: none is near. A
// slip in three letters is near: further off, a name is taken for a command.
func NearestStaffCommand(text, lang string) string {
	words := strings.Fields(strings.TrimPrefix(Fold(oneLine(text)), commandPrefix))
	if len(words) == 0 || len(words[0]) < 3 {
		return "" // so little is near to anything
	}
	typed := []rune(words[0])
	best, fewest := "", max(1, len(typed)/3)+1
	for _, x := range inOrder(lang) {
		for _, word := range x.staffCommandWords() {
			if n := slips(typed, []rune(word)); n < fewest {
				best, fewest = word, n
			}
		}
	}
	return best
}

// staffCommandWords is every word for an action, in order.
func (x *lexicon) staffCommandWords() []string {
	var all []string
	for word := range x.staffCommands {
		all = append(all, word)
	}
	slices.Sort(all)
	return all
}
