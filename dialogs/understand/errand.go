package understand

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"terminbote/booking"
)

// Task is what a clerk wants shown or done.
type Task string

// The tasks. In each language several words stand for one.
const (
	ToMenu     Task = "menu"
	ToHelp     Task = "help"
	ToPlan     Task = "plan" // of a day that is named
	ToToday    Task = "today"
	ToTomorrow Task = "tomorrow"
	ToWeek     Task = "week"
	ToFind     Task = "find"
	ToShow     Task = "show"
	ToFree     Task = "free"
	ToBook     Task = "book"
	ToCancel   Task = "cancel"
	ToMove     Task = "move"
	ToConnect  Task = "connect"
	ToClose    Task = "close"
	ToOpen     Task = "open"
	ToArrive   Task = "arrive"
	ToCall     Task = "call"
	ToFinish   Task = "finish"
	ToMiss     Task = "miss"
	ToAppoint  Task = "appoint"
	ToTrail    Task = "trail"
	ToUndo     Task = "undo"
)

// Errand is what a clerk typed. What was not said is zero.
type Errand struct {
	Do       Task
	Day      booking.Date
	Hours    booking.Hours
	Number   booking.Number
	Desk     booking.DeskID
	Words    string // what to find, a reason, a name: as it was typed, on one line
	Role     booking.Role
	Nobody   bool // the role is taken away
	Internal bool
	Given    bool // as a command of the network: "/termin heute"
	Exact    bool // nothing but the word for the task, or that and a number
}

// What can be wrong with an errand, besides its day.
var (
	ErrNoErrand = errors.New("the text is no errand")
	ErrNoNumber = errors.New("that is no appointment number")
	ErrNoDesk   = errors.New("there is no such desk")
	ErrNoHours  = errors.New("that is no time from and to")
	ErrNoRole   = errors.New("there is no such role")
)

// longestWords is how many characters of a reason or a name are taken in.
const longestWords = 200

// commandPrefix is how staff call the assistant among other things.
const commandPrefix = "/termin"

// ReadErrand reads "heute", "finde Meier", "close 24.11. 8 12 Desk 2 Water
// pipe" in whatever language. today is the office's date, and desks are its
// desks. It returns ErrNoErrand, with Given where it was a command of the
// network, for a text that is none, and for an errand that cannot be read
// whole what is wrong with it: one of the errors above, or of those of [Day].
func ReadErrand(text, lang string, today booking.Date, desks []booking.Desk) (Errand, error) {
	words := strings.Fields(oneLine(text))
	e := Errand{}
	if len(words) > 0 && strings.EqualFold(words[0], commandPrefix) {
		e.Given, words = true, words[1:]
		if len(words) == 0 {
			e.Do, e.Exact = ToMenu, true
			return e, nil
		}
	}
	r := errandReader{lang: lang, today: today, desks: desks, words: words}
	return r.read(e)
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
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r), isInvisible(r):
			return -1
		}
		return r
	}, cut(text))
}

// OneLine is what somebody typed or a file held, ready to be shown on a line:
// without control characters and with single spaces.
func OneLine(text string) string { return strings.Join(strings.Fields(oneLine(text)), " ") }

// errandReader takes an errand's words from the front.
type errandReader struct {
	lang  string
	today booking.Date
	desks []booking.Desk
	words []string
}

func (r *errandReader) read(e Errand) (Errand, error) {
	if len(r.words) == 0 {
		return e, ErrNoErrand
	}
	if number, ok := booking.ParseNumber(Fold(strings.Join(r.words, " "))); ok {
		e.Do, e.Number, e.Exact = ToShow, number, true
		return e, nil
	}
	task, ok := taskNamed(r.words[0], r.lang)
	if !ok || task == ToTomorrow && len(r.words) > 1 {
		return r.plan(e)
	}
	e.Do, r.words = task, r.words[1:]
	e.Exact = len(r.words) == 0
	return r.rest(e)
}

func taskNamed(word, lang string) (Task, bool) {
	for _, x := range inOrder(lang) {
		if task, ok := x.errands[Fold(word)]; ok {
			return task, true
		}
	}
	return "", false
}

// plan reads a day that stands alone.
func (r *errandReader) plan(e Errand) (Errand, error) {
	day, err := Day(strings.Join(r.words, " "), r.lang, r.today)
	if errors.Is(err, ErrNotADay) {
		return e, ErrNoErrand
	}
	if errors.Is(err, ErrPast) {
		err = nil // staff look back too
	}
	e.Do, e.Day = ToPlan, day
	return e, err
}

// rest reads what follows the word for the task.
func (r *errandReader) rest(e Errand) (Errand, error) {
	switch e.Do {
	case ToFind:
		e.Words = r.phrase()
		return e, nil
	case ToShow, ToCancel, ToMove, ToConnect, ToArrive, ToFinish, ToMiss:
		return r.number(e)
	case ToWeek, ToFree:
		return r.only(r.day(e))
	case ToClose, ToOpen:
		return r.laying(e)
	case ToCall:
		return r.called(e)
	case ToAppoint:
		return r.role(e)
	}
	return r.only(e, nil)
}

// only holds that nothing is left.
func (r *errandReader) only(e Errand, err error) (Errand, error) {
	if err == nil && len(r.words) > 0 {
		return e, ErrNoErrand
	}
	return e, err
}

// phrase is all that is left.
func (r *errandReader) phrase() string {
	runes := []rune(strings.Join(r.words, " "))
	r.words = nil
	return string(runes[:min(len(runes), longestWords)])
}

func (r *errandReader) number(e Errand) (Errand, error) {
	if len(r.words) == 0 {
		return e, nil
	}
	number, ok := booking.ParseNumber(Fold(strings.Join(r.words, " ")))
	if !ok {
		return e, ErrNoNumber
	}
	e.Number, e.Exact = number, true
	return e, nil
}

// day takes a day, the most words that are one.
func (r *errandReader) day(e Errand) (Errand, error) {
	for n := min(len(r.words), mostDayWords); n > 0; n-- {
		day, err := Day(strings.Join(r.words[:n], " "), r.lang, r.today)
		if errors.Is(err, ErrNotADay) {
			continue
		}
		e.Day, r.words = day, r.words[n:]
		if errors.Is(err, ErrPast) && (e.Do == ToWeek || e.Do == ToFree) {
			err = nil
		}
		return e, err
	}
	return e, nil
}

const mostDayWords = 5 // nächste Woche Dienstag, 24. November

// laying reads day, times, desk and what is left.
func (r *errandReader) laying(e Errand) (Errand, error) {
	if len(r.words) == 0 {
		return e, nil
	}
	e, err := r.day(e)
	if err != nil {
		return e, err
	}
	if e.Day.IsZero() {
		return e, ErrNotADay
	}
	if e.Hours, err = r.hours(); err != nil {
		return e, err
	}
	e.Desk, _ = r.desk()
	if e.Do == ToClose {
		e.Words = r.phrase()
		return e, nil
	}
	e.Internal = r.skip(func(x *lexicon) string { return x.inside })
	return r.only(e, nil)
}

func (r *errandReader) called(e Errand) (Errand, error) {
	if len(r.words) == 0 {
		return e, nil
	}
	desk, ok := r.desk()
	if !ok {
		return e, ErrNoDesk
	}
	e.Desk = desk
	return r.only(e, nil)
}

// desk takes a desk by its name, its name's number or its ID.
func (r *errandReader) desk() (booking.DeskID, bool) {
	for n := min(len(r.words), maxPhrase); n > 0; n-- {
		said := Fold(strings.Join(r.words[:n], " "))
		i := slices.IndexFunc(r.desks, func(d booking.Desk) bool { return isDesk(d, said) })
		if i >= 0 {
			r.words = r.words[n:]
			return r.desks[i].ID, true
		}
	}
	return "", false
}

func isDesk(d booking.Desk, said string) bool {
	if said == Fold(string(d.ID)) {
		return true
	}
	for _, name := range d.Name {
		name = Fold(name)
		words := strings.Fields(name)
		if said == name || len(words) > 0 && said == words[len(words)-1] && strings.Trim(said, "0123456789") == "" {
			return true
		}
	}
	return false
}

// role reads a name and, last, a role.
func (r *errandReader) role(e Errand) (Errand, error) {
	if len(r.words) == 0 {
		return e, nil
	}
	last := len(r.words) - 1
	role, nobody, ok := roleNamed(r.words[last])
	if !ok || last == 0 {
		return e, ErrNoRole
	}
	e.Role, e.Nobody, r.words = role, nobody, r.words[:last]
	e.Words = strings.TrimPrefix(r.phrase(), "@")
	return e, nil
}

func roleNamed(word string) (role booking.Role, nobody, ok bool) {
	folded := Fold(word)
	for _, x := range spoken {
		for role, words := range x.roles {
			if slices.Contains(list(words), folded) {
				return role, false, true
			}
		}
		if slices.Contains(list(x.nobody), folded) {
			return booking.Stranger, true, true
		}
	}
	return "", false, false
}

// skip takes one of the words that a language has for something.
func (r *errandReader) skip(words func(*lexicon) string) bool {
	if len(r.words) == 0 {
		return false
	}
	for _, x := range spoken {
		if slices.Contains(list(words(x)), strings.ToLower(r.words[0])) {
			r.words = r.words[1:]
			return true
		}
	}
	return false
}

// NearestErrand is the word for a task that comes nearest to the first word of
// what was typed, in the language lang where it can be; empty: none is near. A
// slip in three letters is near: further off, a name is taken for a command.
func NearestErrand(text, lang string) string {
	words := strings.Fields(strings.TrimPrefix(Fold(oneLine(text)), commandPrefix))
	if len(words) == 0 {
		return ""
	}
	typed := []rune(words[0])
	best, fewest := "", max(1, len(typed)/3)+1
	for _, x := range inOrder(lang) {
		for _, word := range x.errandWords() {
			if n := slips(typed, []rune(word)); n < fewest {
				best, fewest = word, n
			}
		}
	}
	return best
}

// errandWords is every word for a task, in order.
func (x *lexicon) errandWords() []string {
	var all []string
	for word := range x.errands {
		all = append(all, word)
	}
	slices.Sort(all)
	return all
}
