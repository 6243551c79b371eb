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
