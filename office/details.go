package office

import (
	"slices"

	"terminbote/booking"
)

type detail struct {
	Topic    name   `key:"topic" doc:"What it is about: ready, need, proxy, photo, forms or parents."`
	Concerns []name `key:"concerns" doc:"The concerns it holds for."`
	Text     text   `key:"text" doc:"What people are told who ask."`
}

// details is what people are told who ask about a concern.
func (f *file) details(concern name) map[booking.Detail]booking.Text {
	var all map[booking.Detail]booking.Text
	for _, d := range f.Details {
		if slices.ContainsFunc(d.Concerns, func(n name) bool { return n.v == concern.v }) {
			if all == nil {
				all = map[booking.Detail]booking.Text{}
			}
			all[booking.Detail(d.Topic.v)] = d.Text.v
		}
	}
	return all
}

// checkDetails reports details that do not say what they answer.
func (c *checker) checkDetails() {
	var known []name
	for _, topic := range booking.Details() {
		known = append(known, name{value[string]{v: string(topic), set: true}})
	}
	topics := c.index("topic", known)
	said := map[[2]string]bool{}
	for _, d := range c.Details {
		c.refer(topics, d.Topic)
		c.refer(c.concerns, d.Concerns...)
		for _, concern := range d.Concerns {
			about := [2]string{d.Topic.v, concern.v}
			if said[about] {
				c.add(concern.position, "there is another text on %q for the concern %q; expected one", d.Topic.v, concern.v)
			}
			said[about] = true
		}
	}
}
