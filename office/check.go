package office

import (
	"io/fs"
	"slices"
)

// checker looks for what is wrong in a file although each value can be read.
// What could not be read is not reported a second time.
type checker struct {
	*report
	*file

	skills, desks, categories, documents, forms, concerns, authorities index
}

// index is where the names of one kind are defined.
type index struct {
	kind string
	at   map[string]position
	must bool // a file without any has been reported
}

// check reports everything wrong in f, and in the files beside it, to r.
func check(f *file, r *report, beside fs.FS) {
	c := &checker{report: r, file: f}
	c.collect()
	c.checkRules()
	c.checkService()
	c.checkSite()
	c.readPictures(beside)
	c.checkDesks()
	c.checkShifts()
	c.checkDays()
	c.checkConcerns()
	c.checkPapers()
	c.checkServed()
	c.checkCombinations()
	c.checkElsewhere()
	c.checkAnswers()
	c.checkDetails()
}

func (c *checker) collect() {
	c.skills = c.index("skill", c.Skills)
	c.desks = c.index("desk", ids(c.Desks, func(d desk) name { return d.ID }))
	c.categories = c.index("category", ids(c.Categories, func(x category) name { return x.ID }))
	c.skills.must, c.desks.must, c.categories.must = true, true, true
	c.documents = c.index("document", ids(c.Documents, func(d document) name { return d.ID }))
	c.forms = c.index("form", ids(c.Forms, func(f form) name { return f.ID }))
	c.concerns = c.index("concern", ids(c.Concerns, func(x concern) name { return x.ID }))
	c.concerns.must = true
	c.authorities = c.index("authority", ids(c.Authorities, func(x authority) name { return x.ID }))
	seen := map[string]bool{}
	for _, l := range c.Languages {
		if l.set && seen[l.v] {
			c.add(l.position, "the language %q stands here twice; expected each once", l.v)
		}
		seen[l.v] = true
	}
}

func ids[T any](all []T, id func(T) name) []name {
	names := make([]name, len(all))
	for i, x := range all {
		names[i] = id(x)
	}
	return names
}

// index collects names that have to differ.
func (c *checker) index(kind string, names []name) index {
	known := index{kind: kind, at: map[string]position{}}
	for _, n := range names {
		if !n.set {
			continue
		}
		if first, twice := known.at[n.v]; twice {
			c.add(n.position, "there is another %s %q in line %d; expected a name of its own", say(kind), n.v, first.line)
			continue
		}
		known.at[n.v] = n.position
	}
	return known
}

// refer reports names that are not in an index, or stand in the list twice.
func (c *checker) refer(to index, names ...name) {
	if to.must && len(to.at) == 0 {
		return
	}
	seen := map[string]bool{}
	for _, n := range names {
		if !n.set {
			continue
		}
		if _, known := to.at[n.v]; !known {
			c.add(n.position, "there is no %s %q; %s", say(to.kind), n.v, suggest(n.v, words(to.at)))
		}
		if seen[n.v] {
			c.add(n.position, "the %s %q stands here twice; expected each once", say(to.kind), n.v)
		}
		seen[n.v] = true
	}
}

func (c *checker) checkRules() {
	grid, longest := c.Booking.Grid, c.Booking.Longest
	if grid.set && 60%grid.v != 0 {
		c.add(grid.position, "a grid of %d minutes does not divide the hour; expected 5, 6, 10, 12, 15, 20, 30 or 60", grid.v)
		return
	}
	if grid.set && longest.set && longest.v%grid.v != 0 {
		c.add(longest.position, "%d minutes are no multiple of the grid; expected a multiple of %d", longest.v, grid.v)
	}
}

// gridMinutes is the grid, or 1 where there is no valid one.
func (c *checker) gridMinutes() int {
	if grid := c.Booking.Grid; grid.set && 60%grid.v == 0 {
		return grid.v
	}
	return 1
}

func (c *checker) checkConcerns() {
	used := map[string]bool{}
	for _, x := range c.Concerns {
		used[x.Category.v] = true
		c.refer(c.categories, x.Category)
		c.refer(c.documents, x.Documents...)
		c.refer(c.forms, x.Forms...)
		c.refer(c.skills, x.Skill)
		c.refer(c.concerns, x.Pickup)
		c.checkFees(x.Fees)
		c.checkUntil(x.From, x.Until)
		c.checkMinutes(x.Minutes)
		if ask := x.AskQuantity; ask.v && x.MaxQuantity.set && x.MaxQuantity.v == 1 {
			c.add(ask.position, "only one case fits into an appointment; expected no ask_quantity, or a larger max_quantity")
		}
	}
	for _, x := range c.Categories {
		if len(c.Concerns) > 0 && x.ID.set && !used[x.ID.v] {
			c.add(x.ID.position, "no concern stands in category %q; expected at least one, or no such category", x.ID.v)
		}
	}
}

// checkFees reports fees that are not in order or have no price.
func (c *checker) checkFees(fees []fee) {
	for i, f := range fees {
		c.checkUntil(f.ValidFrom, f.Until)
		if i > 0 && f.ValidFrom.set && fees[i-1].ValidFrom.set && !fees[i-1].ValidFrom.v.Before(f.ValidFrom.v) {
			c.add(f.ValidFrom.position, "%s does not come after %s; expected the oldest fee first, each day once",
				f.ValidFrom.v, fees[i-1].ValidFrom.v)
		}
		base := slices.ContainsFunc(f.Rates, func(r rate) bool { return !r.Extra.v })
		if f.ValidFrom.set && !base && !f.Note.given() {
			c.add(f.ValidFrom.position, "this fee has no price; expected rates that are not extras, or a note that says what it depends on")
		}
	}
}

func (c *checker) checkCombinations() {
	for _, x := range c.Combinations {
		among, pairs := x.Among != nil, x.Each != nil && x.With != nil
		if x.position == (position{}) {
			continue // not even keys and values
		}
		if among == pairs || (among && (x.Each != nil || x.With != nil)) {
			c.add(x.position, "a combination is either \"among\" or \"each\" and \"with\"; expected one of the two")
		}
		c.refer(c.concerns, x.Among...)
		c.refer(c.concerns, x.Each...)
		c.refer(c.concerns, x.With...)
		c.checkPairs(x)
	}
}

// checkPairs reports concerns that may be combined although no desk can do
// both: the citizen would be offered what can never be booked.
func (c *checker) checkPairs(x combination) {
	if !c.dutyIsClear() {
		return
	}
	skill := map[string]string{}
	for _, concern := range c.Concerns {
		skill[concern.ID.v] = concern.Skill.v
	}
	for a, b := range x.pairs() {
		one, other := skill[a.v], skill[b.v]
		if one == "" || other == "" || c.anyDeskCan(one, other) {
			continue
		}
		c.add(b.position, "%q and %q cannot share an appointment: no desk has both skills, %q and %q; "+
			"expected such a desk, or no such combination", a.v, b.v, one, other)
	}
}

func (c *checker) anyDeskCan(skills ...string) bool {
	return slices.ContainsFunc(c.Desks, func(d desk) bool { return d.can(skills...) })
}

func (d desk) can(skills ...string) bool {
	for _, skill := range skills {
		if !slices.ContainsFunc(d.Skills, func(n name) bool { return n.v == skill }) {
			return false
		}
	}
	return true
}
