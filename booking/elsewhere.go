package booking

import "slices"

// Authority is who does what the office does not: the registry office, the
// district, the tax office.
type Authority struct {
	ID      string
	Name    Text
	Phone   string // empty where none is known
	Website string // likewise
}

// Elsewhere is something that people ask the office for and another authority
// does.
type Elsewhere struct {
	ID        string
	Name      Text
	Synonyms  map[string][]string // as people say it, by language
	Authority Authority
	Hint      Text // what helps on the way there; empty where nothing does
}

// Elsewhere is what the offices of the town send people on with, each once. A
// concern that one of them has goes before it: what another office of the town
// does is not elsewhere.
func (t Town) Elsewhere() []Elsewhere {
	return slices.Clip(Remember(t, question("elsewhere"), t.elsewhere))
}

func (t Town) elsewhere() []Elsewhere {
	var all []Elsewhere
	known := map[string]bool{}
	for _, o := range t.Offices {
		for _, e := range o.Elsewhere {
			if known[e.ID] {
				continue
			}
			known[e.ID] = true
			if _, done := t.Concern(ConcernID(e.ID)); !done {
				all = append(all, e)
			}
		}
	}
	return all
}

// Authorities is those that do what the town's offices do not, each once.
func (t Town) Authorities() []Authority {
	var all []Authority
	for _, e := range t.Elsewhere() {
		if !slices.ContainsFunc(all, func(a Authority) bool { return a.ID == e.Authority.ID }) {
			all = append(all, e.Authority)
		}
	}
	return all
}

// SentOn finds what the town sends people on with, by its ID.
func (t Town) SentOn(id string) (Elsewhere, bool) {
	for _, e := range t.Elsewhere() {
		if e.ID == id {
			return e, true
		}
	}
	return Elsewhere{}, false
}
