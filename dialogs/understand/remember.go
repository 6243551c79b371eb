package understand

import (
	"fmt"
	"slices"
	"sync"
)

// Remembering is r that reads the same words in the same context once: for
// tests, which type the same in thousands of states of a talk. It remembers all
// that it ever read, which no program may.
func (r *Reader) Remembering() *Reader {
	remembering := *r
	remembering.remembered = new(sync.Map)
	return &remembering
}

// readAs reads with an eye on what is chosen, or booked, where something is.
func (r *Reader) readAs(text string, in Context) Reading {
	if len(in.Chosen) > 0 || in.Changes {
		if said, is := r.readAnother(text, in); is {
			return said
		}
	}
	if said, is := r.readDue(text, in); is {
		return said
	}
	switch {
	case len(in.Chosen) > 0:
		return r.askedApart(r.readChosen(text, in), in)
	case in.Changes:
		return r.askedApart(r.readBooked(text, in), in)
	}
	return r.askedApart(r.read(text, in), in)
}

// Read finds all that text says, whatever is asked. It is pure.
func (r *Reader) Read(text string, in Context) Reading {
	if r.remembered == nil {
		return r.readAs(text, in)
	}
	typed := fmt.Sprintf("%q %+v", text, in)
	read, known := r.remembered.Load(typed)
	if !known {
		read, _ = r.remembered.LoadOrStore(typed, r.readAs(text, in))
	}
	said, _ := read.(Reading) // nothing else is stored
	said.Found, said.Rest = slices.Clone(said.Found), slices.Clone(said.Rest)
	said.Passed, said.Unmet, said.Unanswered = slices.Clone(said.Passed), slices.Clone(said.Unmet), slices.Clone(said.Unanswered)
	said.BesideYes = slices.Clone(said.BesideYes)
	said.Another = slices.Clone(said.Another)
	said.Either, said.Apart = slices.Clone(said.Either), slices.Clone(said.Apart)
	return said
}
