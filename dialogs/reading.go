package dialogs

import (
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// hear takes in what was typed: a word that means the same everywhere, the
// number or the words of a choice, or an answer in the person's own words.
func (t *talk) hear(text string) {
	empty := understand.Fold(text) == ""
	if t.clerk() && !empty {
		t.hearStaff(text)
		return
	}
	view := t.step().show(t)
	id, ok := t.meant(view, text)
	switch {
	case ok: // a thumb up says something, too
		t.choose(id)
	case empty:
		t.remark("remark.empty")
	default:
		t.step().hear(t, text)
	}
}

// meant finds the choice that typed words stand for.
func (t *talk) meant(v View, text string) (string, bool) {
	command, isCommand := t.command(v, text)
	if lang, ok := understand.LanguageNamed(text); ok {
		return languagePrefix + lang, true
	}
	if id, ok := t.answered(v, command); ok {
		return id, true
	}
	if isCommand {
		if id, ok := commandChoice(v, command); ok {
			return id, true
		}
	}
	if id, ok := t.pointed(v, text); ok {
		return id, true
	}
	if t.clerk() {
		return "", false
	}
	return ownChoice(command)
}

// pointed finds a choice by its words or its number, where no answer in one's
// own words is expected.
func (t *talk) pointed(v View, text string) (string, bool) {
	if v.Typing {
		return "", false
	}
	for _, g := range v.Groups {
		for _, c := range g.Choices {
			if understand.Alike(locales.For(t.Lang).Say(c.Label), text) {
				return c.ID, true
			}
		}
	}
	if n, ok := understand.Number(text, t.Lang); ok {
		if c, ok := v.nth(n); ok {
			return c.ID, true
		}
	}
	return "", false
}

// command reads a word that stands for a standard button. Where an answer in
// one's own words is expected no slip is forgiven: Mr Stark is no start.
func (t *talk) command(v View, text string) (understand.Intent, bool) {
	if v.Typing {
		return understand.ExactCommand(text, t.Lang)
	}
	return understand.ReadCommand(text, t.Lang)
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
