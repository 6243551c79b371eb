package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// piece is one thing that the file of an office says, and how it is told to somebody who asks for it.
type piece struct {
	concern booking.ConcernID // that it is about; empty: none
	texts   []string          // in one language, by which it is found
	tell    func(inquiry) []locales.Line
}

// pieces is all that an office says in one language, ready to be searched.
type pieces struct {
	all      []piece
	called   map[booking.ConcernID]int // the passage of what each concern is called, behind those of all pieces
	passages passages
}

// piecesOf names the question what an office says in a language.
type piecesOf struct {
	office booking.OfficeID
	lang   string
}

// pieces is all that an office says, in the language of the talk.
func (i inquiry) pieces() *pieces {
	o := i.offices[0]
	return booking.Remember(i.facts.Town, piecesOf{o.ID, i.lang}, func() *pieces {
		p := &pieces{called: map[booking.ConcernID]int{}}
		for _, c := range o.Concerns {
			p.all = append(p.all, concernPieces(c, i.lang)...)
		}
		p.all = append(p.all, townPieces(o, i.facts.Town, i.lang)...)
		var texts [][]string
		for _, one := range p.all {
			texts = append(texts, one.texts)
		}
		for _, c := range o.Concerns {
			p.called[c.ID] = len(texts)
			texts = append(texts, append([]string{c.Name.In(i.lang)}, c.Synonyms[i.lang]...))
		}
		p.passages = i.facts.passages(texts)
		return p
	})
}

// concernPieces is what is said of a concern: what it is, what to bring and to fill in, what it costs, and
// what people ask about it.
func concernPieces(c booking.Concern, lang string) []piece {
	only := func(i inquiry) inquiry {
		i.visit.Parts = []booking.Part{{Concern: c, Quantity: 1}}
		return i
	}
	all := []piece{{c.ID, []string{c.Explanation.In(lang)}, func(i inquiry) []locales.Line { return only(i).explained() }}}
	for _, d := range booking.Details() {
		if text := c.Details[d]; len(text) > 0 {
			all = append(all, piece{c.ID, []string{text.In(lang)}, func(inquiry) []locales.Line { return []locales.Line{ofConcern(c, say(text))} }})
		}
	}
	for _, d := range c.Documents {
		all = append(all, piece{c.ID, []string{d.Name.In(lang)}, func(inquiry) []locales.Line {
			return []locales.Line{ofConcern(c, locales.Say("answer.bring_that", "Item", locales.Text(d.Name)))}
		}})
	}
	for _, f := range c.Forms {
		all = append(all, piece{c.ID, []string{f.Name.In(lang)}, func(i inquiry) []locales.Line { return only(i).formLines() }})
	}
	for _, f := range c.Fees {
		var texts []string
		for _, r := range f.Rates {
			texts = append(texts, r.Name.In(lang))
		}
		all = append(all, piece{c.ID, append(texts, f.Note.In(lang)), func(i inquiry) []locales.Line { return only(i).fee() }})
	}
	return all
}

// townPieces is what the office answers of itself, and who does what it does not.
func townPieces(o *booking.Office, town booking.Town, lang string) []piece {
	var all []piece
	for _, a := range o.Answers {
		all = append(all, piece{"", append([]string{a.Text.In(lang)}, a.Asked[lang]...), func(i inquiry) []locales.Line { return i.townLines(a.ID) }})
	}
	for _, e := range town.Elsewhere() {
		all = append(all, piece{"", append([]string{e.Name.In(lang), e.Hint.In(lang)}, e.Synonyms[lang]...), func(inquiry) []locales.Line { return elsewhereLines(e) }})
	}
	return all
}
