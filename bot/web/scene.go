package web

import (
	"slices"
	"strings"

	"terminbote/bot"
	"terminbote/dialogs"
)

// scene is a talk as it is seen: what was said, and the question that stands
// open.
type scene struct {
	Speaks   string // the language
	Revision int
	Log      []message
	Count    int // how many exchanges there were
	First    int // which of them the log begins with
	Ask      string
	About    string // what it is about where nothing is asked
	Hint     string // what follows the question itself
	Typing   bool   // an answer in one's own words is what is asked for
	Handed   bool   // staff hold the talk
	Field    dialogs.Field
	Fault    string // why what was typed is no answer
	Typed    string // what that was
	Groups   []choices
	Months   []month
	Ways     []bot.Button // out of here
	Table    bot.Table
	Card     *card
	Mailed   bool // a mail says the same
	Data     bool // what is stored of the person can be fetched
	Key      string
	Frame    bool // within a frame of another site
}

// message is something that was said.
type message struct {
	Number  int  // of the exchange
	Own     bool // by the person
	Asked   string
	Remarks [][]span
	Title   string
	Body    []block
}

// choices is buttons that belong together.
type choices struct {
	Title   string
	Tiles   bool // small ones, side by side
	Presses bool // some may be chosen together
	Buttons []bot.Button
}

func sceneOf(o *open, p bot.Page) scene {
	s := scene{
		Speaks: p.Lang, Revision: o.kept.Revision, Count: o.Cut + len(o.Said), First: o.Cut,
		About: p.Title, Typing: p.Typing, Handed: p.Handed, Field: p.Field, Table: p.Table, Data: o.Files,
	}
	s.Ask, s.Hint = question(p.Ask)
	phones := o.phones()
	before := ""
	for i, e := range o.Said {
		s.Log = append(s.Log, e.after(before).messages(o.Cut+i, phones)...)
		before = e.Answer
	}
	now := exchange{Remarks: p.Remarks, Title: p.Title, Body: p.Body}.after(before)
	if a, ok := o.appointment(); ok {
		s.Card = cardOf(o, a, p.Lang)
		s.Mailed = o.kept.Screen == bookedScreen
		now.Body = nil // the card says it
	}
	if p.Handed && len(p.Remarks) > 0 {
		now.Title = "" // the question says who is written to
	}
	if o.Missed {
		// The fault stands at the field, and is read there.
		s.Fault, now.Remarks = strings.Join(p.Remarks, " "), nil
		s.Typed = o.Said[len(o.Said)-1].Answer
		if last := o.Said[len(o.Said)-1]; last.Title == now.Title && slices.Equal(last.Body, now.Body) {
			now = exchange{}
		}
	}
	s.Log = append(s.Log, now.messages(s.Count, phones)...)
	s.arrange(p.Groups)
	return s
}

// after is an exchange without a heading that only repeats the answer before.
func (e exchange) after(answer string) exchange {
	if e.Title == answer {
		e.Title = ""
	}
	return e
}

// question parts what is asked from what is said about answering.
func question(ask string) (question, hint string) {
	head, rest, ok := strings.Cut(ask, "? ")
	if !ok {
		return ask, ""
	}
	return head + "?", rest
}

// messages is an exchange as two messages: what was said, and what was
// answered to the question.
func (e exchange) messages(number int, phones []phone) []message {
	var all []message
	if len(e.Remarks) > 0 || e.Title != "" || len(e.Body) > 0 {
		said := message{Number: number, Title: e.Title, Body: blocks(e.Body, phones)}
		for _, r := range e.Remarks {
			for line := range strings.SplitSeq(r, "\n") {
				said.Remarks = append(said.Remarks, spans(line, phones))
			}
		}
		all = append(all, said)
	}
	if e.Answer != "" {
		ask, _ := question(e.Ask)
		all = append(all, message{Number: number, Own: true, Asked: ask, Title: e.Answer})
	}
	return all
}

// arrange puts what can be chosen where it belongs: days into a calendar, the
// ways out below everything. Languages are switched at the top of the page.
func (s *scene) arrange(groups []bot.Group) {
	for _, g := range groups {
		var c choices
		for _, b := range g.Buttons {
			switch {
			case strings.HasPrefix(b.ID, "lang:"):
			case isWay(b.ID):
				s.Ways = append(s.Ways, b)
			default:
				c.Buttons = append(c.Buttons, b)
			}
			c.Presses = c.Presses || b.Marked
		}
		if len(c.Buttons) == 0 {
			continue
		}
		if months, ok := calendar(c.Buttons, s.Speaks); ok {
			s.Months = months
			continue
		}
		c.Title, c.Tiles = g.Title, g.Columns > 2
		s.Groups = append(s.Groups, c)
	}
}

func isWay(id string) bool { return id == "back" || id == "home" || id == "appointments" }

// since leaves out what a browser shows already that saw so many exchanges and
// the beginning of the one after them.
func (s scene) since(seen int) []message {
	var fresh []message
	for _, m := range s.Log {
		if m.Number > seen || m.Number == seen && m.Own {
			fresh = append(fresh, m)
		}
	}
	return fresh
}

func (o *open) phones() []phone {
	var all []phone
	for _, office := range o.facts.Town.Offices {
		all = append(all, phoneOf(office.Phone))
	}
	return all
}
