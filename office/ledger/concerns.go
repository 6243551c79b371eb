package ledger

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// concernNames finds an office's concerns by what a file calls them.
type concernNames struct {
	office *booking.Office
	tiers  [3]map[string][]booking.ConcernID // ids, names, synonyms; the first that knows a word decides
	index  *understand.Index
}

func newConcernNames(office *booking.Office) *concernNames {
	n := &concernNames{office: office}
	for tier := range n.tiers {
		n.tiers[tier] = map[string][]booking.ConcernID{}
	}
	var entries []understand.Entry
	for _, c := range office.Concerns {
		e := understand.Entry{ID: string(c.ID)}
		for _, name := range c.Name {
			e.Names = append(e.Names, name)
		}
		for _, synonyms := range c.Synonyms {
			e.Synonyms = append(e.Synonyms, synonyms...)
		}
		n.enter(0, c.ID, string(c.ID))
		n.enter(1, c.ID, e.Names...)
		n.enter(2, c.ID, e.Synonyms...)
		entries = append(entries, e)
	}
	n.index = understand.NewIndex(entries)
	return n
}

func (n *concernNames) enter(tier int, id booking.ConcernID, words ...string) {
	for _, word := range words {
		word = understand.Fold(word)
		if !slices.Contains(n.tiers[tier][word], id) {
			n.tiers[tier][word] = append(n.tiers[tier][word], id)
		}
	}
}

// wishes reads a cell such as "2x id-card | Reisepass + Meldebescheinigung:2".
func (n *concernNames) wishes(cell string) ([]booking.Wish, error) {
	var all []booking.Wish
	for part := range strings.SplitSeq(cell, "|") {
		some, err := n.joined(part)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// joined reads what may be joined by plus signs, unless a concern is called so.
func (n *concernNames) joined(text string) ([]booking.Wish, error) {
	if wish, err := n.wish(text); err == nil {
		return []booking.Wish{wish}, nil
	}
	var all []booking.Wish
	for part := range strings.SplitSeq(text, "+") {
		wish, err := n.wish(part)
		if err != nil {
			return nil, err
		}
		all = append(all, wish)
	}
	return all, nil
}

// How many cases may be said before and after: 2x id-card, id-card:2.
var (
	casesBefore = regexp.MustCompile(`^(\d{1,9}) ?[x×] ?(.+)$`)
	casesAfter  = regexp.MustCompile(`^(.+?) ?: ?(\d{1,9})$`)
)

func (n *concernNames) wish(text string) (booking.Wish, error) {
	text = strings.Join(strings.Fields(text), " ")
	called, cases := text, "1"
	if m := casesBefore.FindStringSubmatch(text); m != nil {
		cases, called = m[1], m[2]
	} else if m := casesAfter.FindStringSubmatch(text); m != nil {
		called, cases = m[1], m[2]
	}
	c, err := n.find(called)
	if err != nil {
		return booking.Wish{}, err
	}
	quantity, err := strconv.Atoi(cases)
	if err != nil || quantity < 1 || quantity > c.MaxQuantity {
		return booking.Wish{}, fmt.Errorf("1 to %d cases of %s were expected, not %s", c.MaxQuantity, c.ID, cases)
	}
	if c.PhoneOnly {
		return booking.Wish{}, fmt.Errorf("%s goes by telephone only; leave the concern out and give the minutes", c.ID)
	}
	return booking.Wish{Concern: c.ID, Quantity: quantity}, nil
}

// find is the one concern that goes by that word.
func (n *concernNames) find(word string) (booking.Concern, error) {
	if strings.TrimSpace(word) == "" {
		return booking.Concern{}, fmt.Errorf("a concern was expected before and after every | and +")
	}
	folded := understand.Fold(word)
	for _, tier := range n.tiers {
		switch ids := tier[folded]; {
		case len(ids) == 1:
			c, _ := n.office.Concern(ids[0])
			return c, nil
		case len(ids) > 1:
			return booking.Concern{}, fmt.Errorf("%s may be %v; write which", excerpt(word), ids)
		}
	}
	const asked = 3
	var near []string
	for _, hit := range n.index.Search(word, asked) {
		near = append(near, hit.ID)
	}
	if len(near) == 0 {
		return booking.Concern{}, fmt.Errorf("there is no concern %s at %s", excerpt(word), n.office.ID)
	}
	return booking.Concern{}, fmt.Errorf("there is no concern %s at %s; did you mean %s?", excerpt(word), n.office.ID, strings.Join(near, " or "))
}
