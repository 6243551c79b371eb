package booking

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// memo keeps what follows from a town's offices alone. A turn asks for it dozens of
// times, and with a thousand offices working it out takes longer than all the rest.
type memo struct {
	mu   sync.Mutex
	kept map[any]any
}

// mostRemembered is how many answers are kept: more than there are things that
// people want together at a time.
const mostRemembered = 300

// Remember is the answer to a question about the town's offices alone that key names,
// worked out once for these offices. Nobody may change it.
func Remember[T any](t Town, key any, workOut func() T) T {
	if t.memo == nil {
		return workOut()
	}
	if known, ok := t.memo.get(key).(T); ok {
		return known
	}
	found := workOut()
	t.memo.put(key, found)
	return found
}

// get is what is kept; nil: nothing.
func (m *memo) get(key any) any {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.kept[key]
}

func (m *memo) put(key, found any) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil || len(m.kept) >= mostRemembered {
		m.kept = map[any]any{}
	}
	m.kept[key] = found
}

// question is a question about the town that nothing has to be added to.
type question string

// questionOf is one about something with a name.
type questionOf struct{ what, name string }

// firsts is the position of the first office that has each concern.
func (t Town) firsts() map[ConcernID]int {
	return Remember(t, question("first office of each concern"), func() map[ConcernID]int {
		all := map[ConcernID]int{}
		for i := len(t.Offices) - 1; i >= 0; i-- {
			for j := range t.Offices[i].Concerns {
				all[t.Offices[i].Concerns[j].ID] = i
			}
		}
		return all
	})
}

// Able is the offices at which some wishes fit into one visit of so many people, on
// no day in particular. Nobody may change the list.
func (t Town) Able(audience Audience, wishes []Wish, persons int) []OfficeID {
	return Remember(t, visitKey(audience, wishes, persons), func() []OfficeID {
		ids := make([]ConcernID, len(wishes))
		for i, w := range wishes {
			ids[i] = w.Concern
		}
		var all []OfficeID
		for _, o := range t.Serving(ids) {
			if _, err := o.VisitOn(Date{}, audience, wishes, persons); err == nil {
				all = append(all, o.ID)
			}
		}
		return slices.Clip(all)
	})
}

// Namesakes is how many offices have a name in a language.
func (t Town) Namesakes(name, lang string) int {
	return Remember(t, questionOf{"names", lang}, func() map[string]int {
		all := map[string]int{}
		for _, o := range t.Offices {
			all[o.Name.In(lang)]++
		}
		return all
	})[name]
}

// visitKey names a question about a visit.
func visitKey(audience Audience, wishes []Wish, persons int) any {
	var key strings.Builder
	fmt.Fprintf(&key, "%q %d", audience, persons)
	for _, w := range wishes {
		fmt.Fprintf(&key, " %q %d", w.Concern, w.Quantity)
	}
	return questionOf{"able", key.String()}
}
