package dialogs

import (
	"strconv"
	"strings"

	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// labelled finds the choice whose label or whose place was typed.
func (r reading) labelled(v View) (string, bool) {
	said, p := understand.Fold(r.text), locales.For(r.lang)
	for _, g := range v.Groups {
		for _, c := range g.Choices {
			if understand.Fold(p.Say(c.Label)) == said {
				return c.ID, true
			}
		}
	}
	return r.listed(v)
}

// choice finds the choice of view v that the words stand for: by what they
// want, by its label or by its place in the list.
func (r reading) choice(v View) (string, bool) {
	if lang, ok := understand.LanguageNamed(r.text); ok {
		return languagePrefix + lang, true
	}
	if id, ok := intentChoice(v, r.intentAt(v)); ok {
		return id, true
	}
	return r.listed(v)
}

// listed finds a choice by its words or its number, where no answer in one's
// own words is expected.
func (r reading) listed(v View) (string, bool) {
	if v.Typing {
		return "", false
	}
	for _, g := range v.Groups {
		for _, c := range g.Choices {
			if r.says(c.Label) {
				return c.ID, true
			}
		}
	}
	if n, err := strconv.Atoi(strings.TrimSpace(r.text)); err == nil {
		if c, ok := v.nth(n); ok {
			return c.ID, true
		}
	}
	return "", false
}

// begins finds the only choice whose label begins with the words.
func (r reading) begins(v View) (id string, ok bool) {
	said, p := understand.Fold(r.text), locales.For(r.lang)
	for _, g := range v.Groups {
		for _, c := range g.Choices {
			if said == "" || !strings.HasPrefix(understand.Fold(p.Say(c.Label)), said) {
				continue
			}
			if ok {
				return "", false
			}
			id, ok = c.ID, true
		}
	}
	return id, ok
}

// says tells whether the words are those of a line.
func (r reading) says(line locales.Line) bool {
	return understand.Alike(locales.For(r.lang).Say(line), r.text)
}

// intent is what the words want; empty: nothing that means the same everywhere.
func (r reading) intent() understand.Intent {
	if r.wanted != "" {
		return r.wanted
	}
	intent, _ := understand.ReadCommand(r.text, r.lang)
	return intent
}

// intentAt is what the words want where view v is seen. Where an answer in
// one's own words is expected no slip is forgiven: Mr Stark is no start.
func (r reading) intentAt(v View) understand.Intent {
	if !v.Typing {
		return r.intent()
	}
	return r.exactly()
}

// exactly is what the words want, if they are just a command's.
func (r reading) exactly() understand.Intent {
	intent, _ := understand.ExactCommand(r.text, r.lang)
	return intent
}

// everywhere tells whether the words are a command that is one at every question:
// "Hilfe", "my appointments", "/start", the name of a language.
func (r reading) everywhere() bool {
	intent := r.exactly()
	switch _, named := understand.LanguageNamed(r.text); {
	case named, r.commands():
		return true
	case intent == understand.Yes, intent == understand.No:
		return false
	}
	return intent != ""
}

// intentChoice finds the choice that an intent stands for in view v. Some of
// them are understood where no button shows them.
func intentChoice(v View, intent understand.Intent) (string, bool) {
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
		understand.Attach:       attachChoice,
		understand.Person:       personChoice,
	}
	if id, ok := always[intent]; ok {
		return id, true
	}
	if intent == understand.Soonest {
		return v.soonest()
	}
	offered := map[understand.Intent][]string{
		understand.Next:       {nextChoice, yesChoice, continueChoice, sameChoice, noMailChoice, laterChoice}, // "ok" takes what is offered
		understand.Yes:        {yesChoice, nextChoice, laterChoice, sameChoice},
		understand.Same:       {sameChoice},
		understand.Book:       {yesChoice, laterChoice},
		understand.No:         {noChoice, noMailChoice, noNumberChoice, otherTimesChoice, pickDayChoice, otherConcernChoice},
		understand.Enough:     {nextChoice, noMailChoice, yesChoice},
		understand.More:       {moreChoice, otherTimesChoice, pickDayChoice},
		understand.OtherTimes: {otherTimesChoice, moreChoice, pickDayChoice, changeTimeChoice},
		understand.Restore:    {noChoice},
		understand.PickDay:    {pickDayChoice, moreChoice, changeTimeChoice},
		understand.Move:       {moveChoice},
		understand.CallOff:    {cancelChoice},
		understand.Cancel:     {cancelChoice, noChoice, homeChoice},
	}
	for _, id := range offered[intent] {
		if v.Grave && id == yesChoice && intent != understand.Yes {
			continue // "weiter" and "termin" are no consent
		}
		if v.offers(id) {
			return id, true
		}
	}
	return "", false
}

// ownChoice is the choice that a word about one's own appointment stands
// for.
func ownChoice(c understand.Intent) (string, bool) {
	own := map[understand.Intent]string{
		understand.Move: moveChoice, understand.CallOff: cancelChoice, understand.Late: lateChoice,
		understand.Coming: comingChoice,
	}
	choice, ok := own[c]
	return ownPrefix + choice, ok
}
