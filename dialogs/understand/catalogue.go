package understand

import (
	"math"
	"slices"
	"strings"

	"terminbote/booking"
)

// catalogue is what a town's concerns, and what others do, are called, by
// what the words mean.
type catalogue struct {
	words   *vocabulary
	base    *vocabulary // that the town's words were added to
	entries []listed
	sayings []saying
	with    map[conceptID][]int32 // the sayings that speak of a concept
	exact   exactNames
	asks    bool // the entries are questions: every word of them counts
}

// listed is a concern, or with elsewhere something that others do.
type listed struct {
	id        string
	elsewhere bool
	about     []conceptID // everything its sayings speak of
	named     []conceptID // what its names speak of
	cases     caseSpan    // how many it is for: "up to 5 documents"
	base      string      // what it is called but for that
}

// saying is a name or a synonym by what it speaks of.
type saying struct {
	entry int32
	means []conceptID
	size  float64 // how much it weighs
}

// caseSpan is a number of cases, both included; the zero value is any.
type caseSpan struct{ from, to int }

func (s caseSpan) holds(n int) bool { return s.from <= n && n <= s.to }

func newCatalogue(d Directory) *catalogue {
	c := emptyCatalogue(common(), d)
	for _, e := range d.Concerns {
		c.enter(listed{id: string(e.ID)}, e.Names, e.Synonyms)
	}
	for _, e := range d.Elsewhere {
		c.enter(listed{id: e.ID, elsewhere: true}, e.Names, e.Synonyms)
	}
	return c.weighed()
}

// newAnswers lists what the town can be asked.
func newAnswers(d Directory) *catalogue {
	c := emptyCatalogue(literal, d)
	c.asks = true
	for _, e := range d.Answers {
		c.enter(listed{id: e.ID}, nil, e.Synonyms)
	}
	return c.weighed()
}

func emptyCatalogue(words *vocabulary, d Directory) *catalogue {
	c := &catalogue{words: words.forTown(), base: words, with: map[conceptID][]int32{}, exact: exactNames{}}
	for _, place := range d.Places {
		for _, w := range wordsOf(Fold(place)) {
			c.words.exact[w] = nil
		}
	}
	return c
}

func (c *catalogue) weighed() *catalogue {
	c.words.addSlipTerms(c.base.exact)
	c.weighOwnWords()
	c.weighSayings()
	return c
}

func (c *catalogue) enter(e listed, names, synonyms []string) {
	at := int32(len(c.entries))
	for _, text := range slices.Concat(names, synonyms) {
		c.exact.enter(at, text)
	}
	for _, name := range names {
		if cases, base := casesIn(name); cases != (caseSpan{}) {
			e.cases, e.base = cases, e.base+base
		}
		e.named = joinIDs(e.named, c.enterSaying(at, name))
	}
	e.about = e.named
	for _, s := range synonyms {
		e.about = joinIDs(e.about, c.enterSaying(at, s))
	}
	slices.Sort(e.about)
	c.entries = append(c.entries, e)
}

// enterSaying enters a name or a synonym; what is said in parentheses or after
// a comma only tells it apart from others.
func (c *catalogue) enterSaying(entry int32, text string) []conceptID {
	words, _ := wordsIn(oneCleanLine(text))
	var means []conceptID
	for _, w := range words {
		if settings[w.text] || c.asks && isSmall(w.text) && !noise[w.text] {
			c.setting(w.text)
		}
	}
	for _, it := range c.words.items(words, allFree(len(words)), false) {
		if it.unknown {
			means = joinIDs(means, c.ownWords(words[it.from].text))
		}
		if w := words[it.from].text; it.sure == asSplit && it.to == it.from+1 && len(w) >= 2*shortestWay {
			c.words.addWord(w, it.means) // so that slips of it are known
		}
		means = joinIDs(means, it.means)
	}
	if slices.ContainsFunc(words, func(w word) bool { return pressing[w.text] || soon[w.text] }) {
		means = joinIDs(means, []conceptID{c.words.concept(temporary, aTrait)})
	}
	if len(means) == 0 {
		return nil
	}
	if c.isMerePaper(means) {
		means = joinIDs(means, c.settingsIn(words))
	}
	slices.Sort(means)
	if c.knows(entry, means) {
		return means
	}
	for _, id := range means {
		c.with[id] = append(c.with[id], int32(len(c.sayings)))
	}
	c.sayings = append(c.sayings, saying{entry: entry, means: means})
	return means
}

// isMerePaper tells whether concepts say no more than that it is about some paper.
func (c *catalogue) isMerePaper(means []conceptID) bool {
	return len(means) == 1 && c.words.notions[means[0]].concept == certificate
}

// settingsIn makes the words count that tell which paper is meant, though they say nothing
// elsewhere: planning permission.
func (c *catalogue) settingsIn(words []word) []conceptID {
	var all []conceptID
	for _, w := range words {
		if w.kind == letters && c.words.exact[w.text] == nil && !articles[w.text] && !purposes[w.text] && len(w.text) >= shortestSetting {
			c.setting(w.text)
			all = joinIDs(all, c.words.exact[w.text])
		}
	}
	return all
}

const shortestSetting = 5 // letters

// knows tells whether an entry has a saying that means the same already.
func (c *catalogue) knows(entry int32, means []conceptID) bool {
	for i := len(c.sayings) - 1; i >= 0 && c.sayings[i].entry == entry; i-- {
		if slices.Equal(c.sayings[i].means, means) {
			return true
		}
	}
	return false
}

// ownWords is what a word of this town means. Of a compound with an ending
// that is known the rest is its own: Strandkorb-genehmigung.
func (c *catalogue) ownWords(w string) []conceptID {
	for n := len(w) - shortestEnding; n >= shortestWay+1; n-- {
		last, known := c.words.exact[w[n:]]
		if !known || !slices.ContainsFunc(last, c.sayable) || isSmall(w[:n]) {
			continue
		}
		first := w[:n]
		for _, link := range compoundLinks[1:] {
			if short := strings.TrimSuffix(first, link); link == "s" && len(short) >= shortestWay+1 {
				first = short
			}
		}
		means := append([]conceptID{c.ownWord(first)}, last...)
		c.words.addWord(w, means)
		return means
	}
	return []conceptID{c.ownWord(w)}
}

// sayable tells whether a concept may be the ending of a town's own compound:
// what is done, or a paper about it. A thing may not, as a compound with it is
// another thing.
func (c *catalogue) sayable(id conceptID) bool {
	k := c.words.notions[id].kind
	return k == anAct || k == aUsualAct || k == aTrait
}

// shortestEnding is how long a known ending of a compound must be.
const shortestEnding = 6

// ownWord is the concept of a word that only this town uses.
func (c *catalogue) ownWord(w string) conceptID {
	id := c.words.concept(concept("own "+stem(w)), ownWord)
	c.words.addWord(w, []conceptID{id})
	return id
}

// setting makes a word count that says nothing elsewhere.
func (c *catalogue) setting(w string) {
	if c.words.exact[w] == nil {
		c.words.exact[w] = []conceptID{c.words.concept(concept("setting "+w), aFaintTrait)}
	}
}

func allFree(n int) []bool {
	free := make([]bool, n)
	for i := range free {
		free[i] = true
	}
	return free
}

// leastOwnWord is what a word weighs that stands with nearly every entry.
const leastOwnWord = 0.3

// weighOwnWords gives a word of the town the more weight the fewer entries
// have it.
func (c *catalogue) weighOwnWords() {
	most := math.Log(float64(len(c.entries) + 1))
	for id, sayings := range c.with {
		n := &c.words.notions[id]
		if n.kind != ownWord {
			continue
		}
		entries := map[int32]bool{}
		for _, s := range sayings {
			entries[c.sayings[s].entry] = true
		}
		n.weight = 1 - (1-leastOwnWord)*math.Log(float64(len(entries)))/most
	}
}

func (c *catalogue) weighSayings() {
	for i := range c.sayings {
		s := &c.sayings[i]
		for _, id := range s.means {
			s.size += c.expected(id)
		}
	}
}

// expected is how much a concept weighs in a saying. Who leaves out what is
// only told by the way in a message may well mean the plainer concern.
func (c *catalogue) expected(id conceptID) float64 {
	if n := c.words.notions[id]; n.kind != aFaintTrait {
		return n.weight
	}
	return missingFaint
}

// concernID is the ID of an entry that is a concern.
func (e listed) concernID() booking.ConcernID { return booking.ConcernID(e.id) }
