package understand_test

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/office"
)

func TestEveryLabelOfTheCorpusIsValid(t *testing.T) {
	t.Parallel()
	for _, u := range corpus(t) {
		if !slices.Contains(kinds, u.kind) || !slices.Contains(languages, u.in.Lang) || !slices.Contains(expects, u.in.Expect) {
			t.Errorf("%s: kind, language or @expect is unknown", u)
		}
		if len(u.labels) == 0 {
			t.Errorf("%s: no label", u)
		}
		for _, l := range u.labels {
			for _, alternative := range l {
				if !valid(alternative) {
					t.Errorf("%s: label %q is unknown", u, alternative)
				}
			}
		}
	}
}

func TestAWrongLabelIsSeen(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"", "concern=id-crad", "concern=id-card|nobody", "concern=id-card*x", "days=2026-11-31", "days=dienstag",
		"hours=9-11", "time=9", "weekdays=di", "ask=price", "ask=fee:nobody", "intent=perhaps", "correct=all", "talk=sad",
		"persons=", "lang=german", "number=AEIOU1", "shift=sideways", "dayfault=odd", "nothing=1",
	} {
		if valid(text) {
			t.Errorf("label %q passes", text)
		}
	}
}

var expects = []understand.Expect{
	understand.ExpectWish, understand.ExpectMore, understand.ExpectQuantity, understand.ExpectPersons,
	understand.ExpectYesNo, understand.ExpectOffice, understand.ExpectWhen, understand.ExpectName,
	understand.ExpectMail, understand.ExpectReview, understand.ExpectPhone, understand.ExpectCode,
}

// The labels' values, as patterns. What a pattern cannot tell is checked by
// valid itself.
const (
	aDay   = `(?:\d{4}-\d\d-\d\d)`
	aClock = `[012]\d:[0-5]\d`
	aWeek  = `(mon|tue|wed|thu|fri|sat|sun)`
)

var patterns = map[string]*regexp.Regexp{
	"persons":  regexp.MustCompile(`^[+-]?\d+$`),
	"count":    regexp.MustCompile(`^\d+$`),
	"choice":   regexp.MustCompile(`^(-1|\d+)$`),
	"days":     regexp.MustCompile(strings.ReplaceAll(`^(D|D?\.\.D|D\.\.)(,(D|D\.\.D))*$`, "D", aDay)),
	"weekdays": regexp.MustCompile(`^` + aWeek + `(,` + aWeek + `)*$`),
	"notdays":  regexp.MustCompile(`^` + aWeek + `(,` + aWeek + `)*$`),
	"hours":    regexp.MustCompile(strings.ReplaceAll(`^C-C(,C-C)*$`, "C", aClock)),
	"time":     regexp.MustCompile(`^` + aClock + `$`),
	"about":    regexp.MustCompile(`^` + aClock + `$`),
	"dayfault": regexp.MustCompile(`^(no_such|past|wrong_weekday)$`),
	"shift":    regexp.MustCompile(`^(later|earlier)(:\d+d?)?$`),
	"name":     regexp.MustCompile(`^\S+$`),
	"mail":     regexp.MustCompile(`^\S+@\S+$`),
	"meant":    regexp.MustCompile(`^\S+@\S+\.\S+$`),
	"phone":    regexp.MustCompile(`^\d{6,}$`),
	"talk":     regexp.MustCompile(`^(greeting|thanks|goodbye|insult|praise|emergency|nonsense)$`),
	"lang":     regexp.MustCompile(`^[a-z]{2}$`),
	"lack":     regexp.MustCompile(`^(mail|phone)$`),
	"correct":  regexp.MustCompile(`^(wish|quantity|persons|office|when|name|mail|phone)$`),
}

// valid tells whether text is a label that the scoring knows.
func valid(text string) bool {
	key, value, valued := strings.Cut(text, "=")
	if !valued {
		return slices.Contains([]string{nothing, "elsewhere", "soonest", "anyday", "anytime", "latest", "sametime"}, text)
	}
	if pattern, ok := patterns[key]; ok {
		return pattern.MatchString(value) && (key != "days" || datesExist(value))
	}
	switch key {
	case "concern", "not":
		return concernsKnown(value)
	case "stays":
		return value == "all" || concernsKnown(value)
	case "intent":
		return slices.Contains(intents, understand.Intent(strings.ReplaceAll(value, "_", " ")))
	case "ask":
		topic, id, about := strings.Cut(value, ":")
		return slices.Contains(topics, understand.Topic(topic)) && (!about || concernsKnown(id))
	case "number":
		_, ok := booking.ParseNumber(value)
		return ok
	}
	return false
}

var aDayAlone = regexp.MustCompile(aDay)

func datesExist(value string) bool {
	for _, day := range aDayAlone.FindAllString(value, -1) {
		if _, err := booking.ParseDate(day); err != nil {
			return false
		}
	}
	return true
}

var aQuantity = regexp.MustCompile(`\*\d+$`)

// sample is the office file's town, which the labels speak of.
var sample = sync.OnceValue(office.Sample)

func concernsKnown(value string) bool {
	for id := range strings.SplitSeq(aQuantity.ReplaceAllString(value, ""), "|") {
		if _, ok := sample().Concern(booking.ConcernID(id)); !ok {
			return false
		}
	}
	return true
}

var intents = []understand.Intent{
	understand.Next, understand.Back, understand.Yes, understand.No, understand.Cancel, understand.Start,
	understand.Help, understand.Appointments, understand.Book, understand.Move, understand.CallOff, understand.More,
	understand.Language, understand.Home, understand.Here, understand.Late, understand.Coming, understand.Waiting,
	understand.Erase, understand.Data, understand.About, understand.Hello, understand.Thanks, understand.Soonest,
	understand.Enough, understand.Person, understand.OtherTimes, understand.PickDay, understand.Restore,
	understand.Attach, understand.Remove, understand.Same,
}

var topics = understand.Topics()
