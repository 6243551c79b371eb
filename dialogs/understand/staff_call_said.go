package understand

import "strings"

// callSaid is a call to a desk that a message asks for in other words than the command's: "fertig, nächster",
// "zu Schalter 2 bitte", "ruf mal den Yildiz auf", "call Yildiz to desk 2". Words is who is named.
func (r *commandReader) callSaid(text string, e StaffCommand) (StaffCommand, bool) {
	m := townless().message(BehindCommand(text), Context{Lang: r.lang, Today: r.today})
	if len(m.words) < 2 || len(m.words) > longestTold {
		return e, false
	}
	for _, g := range m.inOrder() {
		c := closingReader{toldReader: toldReader{grammar: g, words: g.x.told, as: make([]toldPart, len(m.words))}, desks: r.desks}
		if c.words.asks[c.word(0).text] || strings.Contains(m.tail, "?") || c.findDesk() != nil {
			continue
		}
		if c.marksAction(ToUndo) {
			continue // Aufruf zurücknehmen
		}
		telephones := c.words.rings[c.word(0).text]
		shown, reaches := c.announcesDesk(), c.marksAction(ToCall)
		for c.marksAction(ToCall) {
			continue // nächste Person aufrufen
		}
		if c.marksAction(ToFinish) && !reaches {
			shown = false // "fertig an Schalter 2" calls nobody
		}
		for c.marksAction(ToFinish) {
			continue
		}
		c.passOver()
		said := StaffCommand{Do: ToCall, Desk: c.said.Desk, Given: e.Given}
		var named Told
		c.name(&named)
		said.Words = named.Name
		telephones = telephones && named.Name != "" && said.Desk == ""
		if len(c.open()) == 0 && (shown || reaches) && !telephones {
			return said, true
		}
	}
	return e, false
}

// announcesDesk tells whether a word that leads to a place stands before the desk.
func (c *closingReader) announcesDesk() bool {
	for i := 1; i < len(c.as); i++ {
		if c.as[i] == toldNothing && (c.words.into[c.word(i-1).text] || c.words.at[c.word(i-1).text]) {
			return true
		}
	}
	return false
}

// marksAction marks the words for an action, be they apart, and tells whether there are some.
func (c *closingReader) marksAction(action Action) bool {
	open := c.open()
	for at := range open {
		for n := min(mostOfAction, len(open)-at); n > 0; n-- {
			words := make([]string, n)
			for i, place := range open[at : at+n] {
				words[i] = c.word(place).text
			}
			phrase := strings.Join(words, " ")
			if c.x.staffCommands[phrase] == action || c.words.outcomes[phrase] == action {
				for _, place := range open[at : at+n] {
					c.as[place] = toldOutcome
				}
				return true
			}
		}
		for _, other := range open[at+1:] {
			if c.words.parted[c.word(open[at]).text+" "+c.word(other).text] == action {
				c.as[open[at]], c.as[other] = toldOutcome, toldOutcome
				return true
			}
		}
	}
	return false
}

// passOver marks the words that add nothing to a call.
func (c *closingReader) passOver() {
	for _, i := range c.open() {
		word := c.word(i).text
		if c.words.beside[word] || c.words.into[word] || c.words.at[word] || c.words.joins[word] || c.x.courtesy[word] {
			c.as[i] = toldNothing
		}
	}
}
