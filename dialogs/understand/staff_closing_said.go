package understand

import (
	"slices"
	"strings"

	"terminbote/booking"
)

// closingReader reads a closure in whatever order it is said: "mach Schalter 2 heute Nachmittag zu",
// "alle ab 11 absagen, Kollegin krank".
type closingReader struct {
	toldReader
	desks []booking.Desk
	said  StaffCommand
	known bool // day or hours are said
}

// closingSaid is a closure that a message asks for in other words than the command's.
func (r *commandReader) closingSaid(text string, e StaffCommand) (StaffCommand, bool, error) {
	m := townless().message(BehindCommand(text), Context{Lang: r.lang, Today: r.today, Expect: ExpectWhen})
	if len(m.words) < 2 || len(m.words) > longestTold {
		return e, false, nil
	}
	for _, g := range m.inOrder() {
		c := closingReader{toldReader: toldReader{grammar: g, words: g.x.told, as: make([]toldPart, len(m.words))}, desks: r.desks, said: StaffCommand{Do: ToClose, Given: e.Given}}
		if !c.asks() && c.reopens() {
			c.findDays()
			return StaffCommand{Do: ToPlan, Day: c.finished().Day, Given: e.Given}, c.known && len(c.open()) == 0, nil
		}
		if c.asks() || !c.closes() {
			continue
		}
		if err := c.findDesk(); err != nil {
			return c.said, true, err
		}
		c.findDays()
		if c.takeReason() && (c.known || c.said.Desk != "" || c.said.Everybody) {
			return c.finished(), true, nil
		}
	}
	return e, false, nil
}

// finished is the closure with today for its day where only hours are said.
func (c *closingReader) finished() StaffCommand {
	if c.said.Day.IsZero() && c.known {
		c.said.Day = c.today()
	}
	return c.said
}

// reopens marks the words that open again what is closed: the plan of the day shows what that is.
func (c *closingReader) reopens() bool { return c.marks(c.words.opens) }

// marks marks two words of some pairs, or one of them.
func (c *closingReader) marks(pairs map[string]bool) bool {
	for i := range c.as {
		word := c.word(i).text
		for j := i + 1; j < len(c.as); j++ {
			if pairs[word+" "+c.word(j).text] {
				c.as[i], c.as[j] = toldOutcome, toldOutcome
				return true
			}
		}
		if pairs[word] {
			c.as[i] = toldOutcome
			return true
		}
	}
	return false
}

// closes marks the words that close something, or call everybody off.
func (c *closingReader) closes() bool {
	if c.marks(c.words.shuts) || c.marks(c.words.closes) {
		return true
	}
	everybody := slices.IndexFunc(c.m.words, func(w word) bool { return c.words.everybody[w.text] })
	if everybody < 0 {
		return false
	}
	c.as[everybody] = toldNothing
	action, ok := c.outcome()
	c.said.Everybody = true
	return ok && action == ToCancel
}

// findDesk takes a desk. A mere number is none.
func (c *closingReader) findDesk() error {
	for i := range c.as {
		for n := min(maxPhrase, len(c.as)-i); n > 0; n-- {
			said := Fold(c.m.text[c.word(i).from:c.word(i+n-1).to])
			at := slices.IndexFunc(c.desks, func(d booking.Desk) bool { return isDesk(d, said) })
			if at < 0 || beginsWithDigit(said) {
				continue
			}
			c.said.Desk = c.desks[at].ID
			for ; n > 0; n-- {
				c.as[i+n-1] = toldNothing
			}
			return nil
		}
	}
	for i := range c.as {
		named := slices.ContainsFunc(c.desks, func(d booking.Desk) bool { return isCalled(d, c.word(i).text) })
		if named && c.word(i+1).kind == digits {
			return ErrNoDesk
		}
	}
	return nil
}

// findDays takes one day, and the hours.
func (c *closingReader) findDays() {
	for i := 0; i < len(c.as); i++ {
		if c.as[i] != toldElse {
			continue
		}
		n := c.takeDay(i)
		if n == 0 {
			n = c.takeHours(i)
		}
		for at := i; at < min(i+n, len(c.as)); at++ {
			c.as[at], c.known = toldWhen, true
		}
	}
	c.findBeside()
	for i, w := range c.m.words {
		if c.as[i] == toldElse && c.words.around[w.text] {
			c.as[i] = toldNothing
		}
	}
}

// takeDay takes the first day that is said, and is how many words say it.
func (c *closingReader) takeDay(i int) int {
	said, n := c.dayAt(i)
	day, ok := c.dayOf(said)
	if n == 0 || said.loose || !ok || !c.said.Day.IsZero() {
		return 0
	}
	c.said.Day = day
	return n
}

// takeHours takes the first hours that are said, from one on as well, and is how many words say them.
func (c *closingReader) takeHours(i int) int {
	if c.said.Hours != (booking.Hours{}) {
		return 0
	}
	first := i + c.says(i, sThis) // this afternoon
	if said, n := c.hoursAt(first); n > 0 && len(said.Spans) == 1 && len(said.clocks) == 0 {
		c.said.Hours = ToTheEnds(said.Spans[0])
		c.said.Hours.From -= c.said.Hours.From % 5 // after three is from three on
		return first - i + n
	}
	from := c.says(i, sFrom)
	clock, n := c.clockAt(i + from)
	if from == 0 || n == 0 {
		return 0
	}
	c.said.Hours = booking.Hours{From: clock.likely(AnyPart)[0], To: booking.Midnight}
	return from + n
}

// takeReason takes why, which stands at the end. It is false where other words stand between.
func (c *closingReader) takeReason() bool {
	open := c.open()
	if len(open) == 0 {
		return true
	}
	from := open[0]
	for i := from; i < len(c.as); i++ {
		if c.as[i] == toldOutcome || c.as[i] == toldWhen {
			return false
		}
	}
	c.said.Words = strings.TrimSpace(c.m.text[c.word(from).from:])
	return !beginsWithDigit(c.said.Words)
}
