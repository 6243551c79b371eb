package dialogs

import (
	"slices"
	"strings"
	"time"
)

// How long somebody was away, and whether what they saw last is still so.

const (
	shortAbsence = 15 * time.Minute // after which lists of times may be others
	longAbsence  = time.Hour        // after which a question may be out of sight
)

// away is how long the person has not written; 0 where that is not known.
func (t *talk) away() time.Duration {
	if t.Left.IsZero() || t.facts.Now.IsZero() {
		return 0
	}
	return t.facts.Now.Sub(t.Left)
}

// listsOthers tells whether the list that v shows had other times when it was seen
// last, so that a place in it says something else now.
func (t *talk) listsOthers(v View) bool {
	ids := placesIn(v)
	timed := slices.ContainsFunc(ids, func(id string) bool {
		return strings.HasPrefix(id, timePrefix) || strings.HasPrefix(id, dayPrefix)
	})
	if !timed || t.away() < shortAbsence {
		return false
	}
	o, ok := t.office()
	if !ok || o.Today(t.Left) != o.Today(t.facts.Now) {
		return true
	}
	seen := *t
	seen.facts.Now, seen.looked = t.Left, map[look][]time.Time{}
	return !slices.Equal(placesIn(seen.step().show(&seen)), ids)
}

// placesIn is the choices of a view that have a number, in their order.
func placesIn(v View) []string {
	var ids []string
	for _, g := range v.Groups {
		for _, c := range g.Choices {
			if g.Numbered {
				ids = append(ids, c.ID)
			}
		}
	}
	return ids
}
