package office

import (
	"slices"
	"time"

	"terminbote/booking"
)

type walkIns struct {
	Tickets flag   `key:"tickets" doc:"Whether staff give tickets to people without an appointment."`
	First   name   `key:"first,optional" doc:"Who goes first: appointments (those that are due; tickets fill what is left) or turn (everybody by their time)."`
	Due     number `key:"due_minutes,optional" min:"0" max:"60" doc:"How many minutes before its time an appointment goes before all tickets."`
	Close   number `key:"close_minutes,optional" min:"0" max:"240" doc:"How many minutes before the desks close the last ticket is given."`
	Longest number `key:"longest_minutes,optional" min:"10" max:"480" doc:"After how many minutes a ticket goes like an appointment that is due. Left out: never."`
}

type calls struct {
	Times number `key:"times" min:"1" max:"5" doc:"How often somebody is called before they count as missed."`
	Walk  number `key:"walk_minutes,optional" min:"0" max:"15" doc:"How many minutes one takes to the desk after each call."`
}

// The rules as a file names them.
var turnRules = map[string]booking.TurnRule{"appointments": booking.DueFirst, "turn": booking.InTurn}

// addTo adds what the section says; what it leaves out stays.
func (w *walkIns) addTo(to *booking.WalkIns) {
	if w == nil {
		return
	}
	to.Tickets = w.Tickets.v
	if rule, ok := turnRules[w.First.v]; ok {
		to.Rule = rule
	}
	w.Due.lay(&to.Due, time.Minute)
	w.Close.lay(&to.Close, time.Minute)
	w.Longest.lay(&to.Longest, time.Minute)
}

func (x *calls) addTo(to *booking.Calls) {
	if x == nil {
		return
	}
	x.Times.count(&to.Times)
	x.Walk.lay(&to.Walk, time.Minute)
}

func (c *checker) checkWalkIns() {
	w := c.Service.WalkIns
	if w == nil || !w.First.set {
		return
	}
	names := []string{"appointments", "turn"}
	if !slices.Contains(names, w.First.v) {
		c.add(w.First.position, "there is no order %s; %s", quote(w.First.v), suggest(w.First.v, names))
	}
}
