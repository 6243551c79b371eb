package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/locales"
)

// documents says what to bring, and what to fill in.
func (i inquiry) documents() []locales.Line {
	if lines := i.details(booking.Parents); i.Parents && lines != nil {
		return lines
	}
	if len(i.visit.Parts) == 0 {
		return i.which()
	}
	documents := i.visit.Documents()
	if len(documents) == 0 {
		return append([]locales.Line{locales.Say("answer.bring_nothing", "Concerns", i.names())}, i.formLines()...)
	}
	lines := []locales.Line{locales.Say("answer.bring", "Concerns", partNames(i.visit))}
	for _, d := range documents {
		lines = append(lines, locales.Say("bring.item", "Item", locales.Text(d.Name)))
	}
	return append(lines, i.formLines()...)
}

func (i inquiry) formLines() []locales.Line {
	all := i.visit.Forms()
	if len(all) == 0 {
		return nil
	}
	lines := []locales.Line{locales.Say("bring.forms")}
	for _, f := range all {
		lines = append(lines, formLine(f))
	}
	return lines
}

// forms says what to fill in beforehand, and where it is.
func (i inquiry) forms() []locales.Line {
	if len(i.visit.Parts) == 0 {
		if lines := i.townLines(answerID(i.About)); lines != nil {
			return lines
		}
		return i.which()
	}
	if lines := i.details(booking.Forms); lines != nil {
		return lines
	}
	if lines := i.formLines(); lines != nil {
		return lines
	}
	return []locales.Line{locales.Say("answer.no_forms", "Concerns", i.names())}
}

// photo says whether a photo is needed and which, and what the town says of it.
func (i inquiry) photo() []locales.Line {
	lines := i.details(booking.Photo)
	if lines == nil && len(i.visit.Parts) > 0 {
		lines = i.photoLines()
	}
	if lines = append(lines, i.townLines(answerID(i.About))...); len(lines) > 0 {
		return lines
	}
	return i.which()
}

func (i inquiry) photoLines() []locales.Line {
	var lines []locales.Line
	for _, p := range i.visit.Parts {
		d, needed := p.Concern.NeedsPhoto()
		name := locales.Text(p.Concern.Name)
		if !needed {
			lines = append(lines, locales.Say("answer.no_photo", "Concern", name))
			continue
		}
		lines = append(lines, locales.Say("answer.photo", "Concern", name, "Photo", locales.Text(d.Name)))
	}
	return lines
}

// names is what somebody comes for, in a sentence.
func (i inquiry) names() locales.List {
	var names locales.List
	for _, p := range i.visit.Parts {
		names = append(names, say(p.Concern.Name))
	}
	return names
}

// details is what the concerns say on a subject; nil where none does.
func (i inquiry) details(subject booking.Detail) []locales.Line {
	var lines []locales.Line
	for _, p := range i.visit.Parts {
		if text := p.Concern.Details[subject]; len(text) > 0 {
			lines = append(lines, ofConcern(p.Concern, say(text)))
		}
	}
	return slices.Clip(lines)
}

func ofConcern(c booking.Concern, line locales.Line) locales.Line {
	return locales.Say("answer.of", "Of", locales.Text(c.Name), "Text", line)
}
