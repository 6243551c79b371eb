package dialogs

import (
	"hash/fnv"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// varies says something else where an answer would be the one before, and nothing has
// changed: what is possible here, then who helps in person, then the same again. Another wish
// that is refused for the same reason is told so, and a question asked again is answered again.
func (t *talk) varies(event Event, before State) {
	e, said := event.(Said)
	if _, result := event.(Result); !said && !result && !unchanged(before, t.State) {
		t.Echo = Echo{}
	}
	if !said {
		return
	}
	last := t.Echo
	t.Echo = Echo{}
	if t.flow.audience() != booking.Public || t.Handed || t.missed || t.answered || len(t.commands)+len(t.meanwhile) > 0 {
		return
	}
	t.Echo = Echo{Hash: t.hashed(t.remarks), Text: hashOf(e.Text)}
	again := len(t.remarks) == 0 || t.Echo.Hash == last.Hash && (t.Echo.Text == last.Text || t.saysLittle())
	if !again || !unchanged(before, t.State) {
		return
	}
	t.Echo.Times = (last.Times + 1) % saidApart
	switch {
	case t.Echo.Times == 1:
		t.remarks = []locales.Line{t.possibleAgain()}
	case t.Echo.Times == 2 && (t.Draft.Begun() || !t.saysFarewell()):
		t.remarks = []locales.Line{locales.Say("again.person", "Phone", t.phone())}
	}
}

// saysLittle tells whether all that is answered is small talk or leads nowhere, which is the
// same whatever was typed.
func (t *talk) saysLittle() bool {
	return t.referred || !slices.ContainsFunc(t.remarks, func(l locales.Line) bool { return !little[l.Key] })
}

// little is what says the same whatever was typed.
var little = map[string]bool{
	"remark.hello": true, "remark.thanks": true, "remark.beginning": true, "help.text": true, "review.wrong": true,
	"talk.welcome": true, "talk.welcome_unbooked": true, "talk.welcome_unchanged": true, "talk.welcome_unlisted": true,
	"talk.goodbye": true, "talk.goodbye_unbooked": true, "talk.goodbye_unchanged": true, "talk.praise": true, "talk.nonsense": true,
	"talk.pause": true, "talk.pause_held": true, "talk.pause_unbooked": true, "talk.person": true,
	"booked.stands": true, "booked.fine": true, "mail.required": true, "person.nobody": true,
}

const saidApart = 3 // times until the same may be said again

// hashed tells lines from others, shortly.
func (t *talk) hashed(lines []locales.Line) string {
	words, all := locales.For(t.Lang), ""
	for _, l := range lines {
		all += words.Say(l) + "\n"
	}
	return hashOf(all)
}

func hashOf(text string) string {
	sum := fnv.New64a()
	sum.Write([]byte(text)) // which cannot fail
	return strconv.FormatUint(sum.Sum64(), 36)
}

// unchanged tells whether a turn has changed nothing that somebody would notice.
func unchanged(a, b State) bool {
	b.Revision, b.Misses, b.Left, b.Echo, b.Inquired = a.Revision, a.Misses, a.Left, a.Echo, a.Inquired
	return reflect.DeepEqual(a, b)
}

// possibleAgain is what can be answered where the talk stands, to somebody who was
// understood and does not go on.
func (t *talk) possibleAgain() locales.Line {
	step := t.step().name()
	switch {
	case t.saysFarewell() && !t.Draft.Begun():
		return locales.Say("talk.goodbye_again")
	case step == "name" && t.Draft.Doubt.Name == "":
		return locales.Say("again.name")
	case step == "mail" && t.mailRequired():
		return locales.Say("again.mail_required")
	case step == "mail" && t.Draft.Doubt.Mail == "":
		return locales.Say("again.mail")
	}
	if some := t.examples(); len(some) > 0 {
		return locales.Say("again.possible", "Choices", some)
	}
	return locales.Say("again.write")
}

// saysFarewell tells whether thanks or a farewell are answered.
func (t *talk) saysFarewell() bool {
	return len(t.remarks) > 0 && (strings.HasPrefix(t.remarks[0].Key, "talk.welcome") || strings.HasPrefix(t.remarks[0].Key, "talk.goodbye") || t.remarks[0].Key == "remark.thanks")
}
