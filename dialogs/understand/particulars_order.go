package understand

import (
	"errors"
	"slices"
	"strings"
	"time"

	"terminbote/booking"
)

// turnedRound reads a command whose word does not come first, as people speak: a name before
// what is to be done with their appointment ("Schmidt ist da"), a week by which one it is
// ("nächste Woche"), and a day before what is asked of it ("was ist morgen noch frei").
func (r *commandReader) turnedRound(e StaffCommand) (turned StaffCommand, ok bool, err error) {
	action, said := r.action()
	if day, ok := r.weekCalled(); ok && (said == 0 || action == ToCall) {
		e.Do, e.Day, r.words = ToWeek, day, nil
		return e, true, nil
	}
	if said > 0 {
		return e, false, nil
	}
	if name, action, ok := r.nameFirst(); ok {
		e.Do, e.Words = action, name
		return e, true, ErrNoNumber
	}
	if words, ok := r.asksFree(); ok {
		free := commandReader{lang: r.lang, today: r.today, desks: r.desks, words: words}
		asked, err := free.freeTimes(StaffCommand{Do: ToFree, Given: e.Given})
		if err == nil && (!asked.Day.IsZero() || asked.Hours != booking.Hours{} || len(words) == 0) {
			return asked, true, nil
		}
	}
	return e, false, nil
}

// weekCalled is a day of the week that is called by which one it is: nächste Woche.
func (r *commandReader) weekCalled() (booking.Date, bool) {
	words := r.plainly(0)
	last := len(words) - 1
	if last < 1 || last > 2 {
		return booking.Date{}, false
	}
	for _, x := range inOrder(r.lang) {
		if x.staffCommands[Fold(strings.TrimRight(words[last], ".!?"))] != ToWeek {
			continue
		}
		monday, err := Day(strings.Join(words, " ")+" "+list(x.weekdays[time.Monday])[0], r.lang, r.today)
		return monday, err == nil
	}
	return booking.Date{}, false
}

const (
	mostOfName   = 4 // words of a name before a command
	mostOfAction = 4
)

// nameFirst is whose appointment is spoken of, and what has come of it or shall: "Frau Schmidt
// ist da", "Nowak nicht erschienen", "Kowalski auf Freitag verschieben".
func (r *commandReader) nameFirst() (name string, action Action, ok bool) {
	words := r.plainly(0)
	for n := 1; n <= min(mostOfName, len(words)-1); n++ {
		for said := min(mostOfAction, len(words)-n); said > 0; said-- {
			about := commandReader{lang: r.lang, words: words[len(words)-said:]}
			action, used := about.action()
			if used != said || !isAbout(action) || action == ToShow || n+said < len(words) && action != ToMove {
				continue
			}
			if name, ok := r.onlyName(words[:n]); ok {
				return name, action, true
			}
		}
	}
	return "", "", false
}

// onlyName is the name that words are, and nothing else.
func (r *commandReader) onlyName(words []string) (string, bool) {
	said := strings.TrimRight(strings.Join(words, " "), ",:")
	read := townless().Read(said, Context{Lang: r.lang, Brief: true})
	if len(read.Found) != 1 || len(read.Rest) > 0 {
		return "", false
	}
	somebody, ok := read.Found[0].Value.(NameValue)
	return Sought(somebody.Name), ok && read.Found[0].Words == said
}

// asksFree is the words beside a question for what is free, where the word for it
// comes later: "was ist heute nachmittag noch frei", "what do we have free on Friday".
func (r *commandReader) asksFree() ([]string, bool) {
	words := r.plainly(0)
	at := slices.IndexFunc(words, func(w string) bool {
		word := strings.TrimRight(Fold(w), ".!?")
		return slices.ContainsFunc(spoken, func(x *lexicon) bool { return x.staffCommands[word] == ToFree })
	})
	if at < 1 {
		return nil, false
	}
	rest := slices.DeleteFunc(slices.Concat(words[:at], words[at+1:]), func(w string) bool {
		word := strings.TrimRight(Fold(w), ",.!?")
		return slices.ContainsFunc(spoken, func(x *lexicon) bool { return slices.Contains(list(x.besideFree), word) })
	})
	return rest, true
}

// planOf reads a day behind a word for the day's plan: "plan morgen", "wer kommt am Freitag".
// A word that is a day itself has none behind it.
func (r *commandReader) planOf(said int) (booking.Date, bool) {
	if _, err := Day(strings.Join(r.words[:said], " "), r.lang, r.today); err == nil || said == len(r.words) {
		return booking.Date{}, false
	}
	day, err := Day(strings.Join(r.plainly(said), " "), r.lang, r.today)
	return day, err == nil || errors.Is(err, ErrPast)
}
