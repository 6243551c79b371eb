package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// How much of a question's words a piece must have, by their weight and as a share of all: of what somebody
// comes for less is enough than of all that the office says. And how much more it must have than the answer
// that the question's topic would get, where an idiom asks for that, or only the whole of it sounds so.
const (
	foundOfOwn, shareOfOwn, strangeOfOwn = 0.3, 0.34, 0.5
	foundOfAny, shareOfAny, strangeOfAny = 0.75, 0.6, 1
	beyondAsked                          = 0.45
	beyondGuessed                        = 0.2
	rareOfAny                            = 0.6 // a word of it
	ofOwn                                = 0.2 // what it counts between equals that it is said of what somebody comes for
	ofKin                                = 0.1 // what it counts between equals that something is akin to what somebody comes for
)

// found is what the office's file says of something that a question names, where it clearly says
// something of it; nil where it does not. It must say more of it than before, by so much.
func (i inquiry) found(asked *naming, before, beyond float64) []locales.Line {
	p := i.pieces()
	var best *piece
	most, kin := before+beyond, p.passages.ask(i.called(), "")
	for n := range p.all {
		one := &p.all[n]
		of, least, all := asked.of(n), foundOfAny, shareOfAny*asked.weight(strangeOfAny)
		switch {
		case i.comesFor(one.concern) && !i.search.plain:
			least, all = foundOfOwn, shareOfOwn*asked.weight(strangeOfOwn)
		case i.search.own, one.concern != "" && len(i.visit.Parts) > 0 && !i.comesFor(one.concern):
			continue // what holds of something else says nothing of this
		case asked.rarest(n) < rareOfAny:
			continue
		case one.concern != "" && of >= foundOfOwn:
			of = asked.ofEither(n, p.called[one.concern])
		}
		fits := of >= least && of >= all
		if i.comesFor(one.concern) {
			of += ofOwn
		}
		if of += ofKin * kin.of(n); fits && of > most {
			best, most = one, of
		}
	}
	if best == nil {
		return nil
	}
	i.search.told = true
	return best.tell(i)
}

// comesFor tells whether a question is about a concern, or about what comes of it, or it is what somebody
// books: who returns a passport that was lost calls it a passport.
func (i inquiry) comesFor(id booking.ConcernID) bool {
	ids := concernIDs(i.chosen)
	for _, p := range i.visit.Parts {
		ids = append(ids, p.Concern.ID)
	}
	return id != "" && slices.ContainsFunc(ids, func(of booking.ConcernID) bool { return of == id || i.fetchedBy(of, id) || i.fetchedBy(id, of) })
}

// fetchedBy tells whether what comes of a concern is fetched by another one.
func (i inquiry) fetchedBy(id, pickup booking.ConcernID) bool {
	c, known := i.facts.Town.Concern(id)
	return known && pickup != "" && c.Pickup == pickup
}

// search is the words of a question, held against all that the office says, once that was looked for.
type search struct {
	asked *naming
	whole bool // those of the whole message, as the question by itself names nothing
	told  bool // something was found, and told
	own   bool // only what is said of what somebody comes for is looked through
	plain bool // it must be as clear as if nothing were known of that
}

// asked holds the words of the question against all that the office says.
func (i inquiry) asked() *naming {
	if i.search.asked != nil {
		return i.search.asked
	}
	p, name := i.pieces().passages, i.called()
	asked := p.ask(i.Words, name)
	if asked.weight(1) == 0 && !i.search.own {
		asked, i.search.whole = p.ask(i.heard, name), true // "der alte Kühlschrank, wo kommt der hin"
	}
	i.search.asked = asked
	return asked
}

// called is what the question is about, by its name.
func (i inquiry) called() string {
	var names []string
	for _, p := range i.visit.Parts {
		names = append(names, p.Concern.Name.In(i.lang))
	}
	return strings.Join(names, " ")
}

// nearer is what answers a question more nearly than some lines do, or these lines.
func (i inquiry) nearer(lines []locales.Line) []locales.Line {
	if !aboutConcern[i.About] && !vague[i.About] {
		return lines
	}
	i.search.own = !i.Guessed && !vague[i.About]
	asked, beyond := i.asked(), beyondAsked
	if i.Guessed {
		beyond = beyondGuessed
	}
	if found := i.found(asked, asked.in(i.textOf(lines)), beyond); found != nil {
		return found
	}
	return lines
}

// textOf is what some lines say, but for what the concerns are called, which answers nothing.
func (i inquiry) textOf(lines []locales.Line) string {
	words := locales.For(i.lang)
	var text strings.Builder
	for _, line := range lines {
		text.WriteString(words.Say(line) + "\n")
	}
	said := text.String()
	for _, p := range i.visit.Parts {
		said = strings.ReplaceAll(said, p.Concern.Name.In(i.lang), "")
	}
	return said
}

// aboutConcern are topics that have to do with what somebody comes for: beside an idiom for one of them a
// question may name what the file says elsewhere of that. An idiom for a vague one may stand beside anything.
var (
	aboutConcern = map[understand.Topic]bool{
		understand.AboutDocuments: true, understand.AboutPhoto: true, understand.AboutForms: true, understand.AboutLength: true, understand.AboutReady: true,
		understand.AboutNeed: true, understand.AboutProxy: true, understand.AboutPrivacy: true,
	}
	vague = map[understand.Topic]bool{understand.AboutConcern: true, understand.AboutPlace: true}
)

// nearerThan is who does something elsewhere, or what answers a question more nearly: words of it that
// the entry has none of, and something else has.
func (t *talk) nearerThan(e booking.Elsewhere) []locales.Line {
	lines := elsewhereLines(e)
	if !t.asksSome {
		return lines
	}
	i := t.inquiry(understand.QuestionValue{About: understand.AboutUnknown, Words: t.heard})
	texts := append([]string{e.Name.In(i.lang), e.Hint.In(i.lang)}, e.Synonyms[i.lang]...)
	if found := i.found(i.asked(), i.asked().in(strings.Join(texts, "\n")), beyondAsked); found != nil {
		t.heardAll = true
		return found
	}
	return lines
}
