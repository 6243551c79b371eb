package office

import (
	"iter"
	"slices"
	"strings"

	"terminbote/booking"
)

type authority struct {
	ID      name `key:"id" doc:"The authority's short name."`
	Name    text `key:"name" doc:"The authority's name for people, as in 'That is done by …'."`
	Phone   line `key:"phone,optional" doc:"Its telephone number."`
	Website link `key:"website,optional" doc:"Its home page."`
}

type elsewhere struct {
	ID        name     `key:"id" doc:"The short name of what others do."`
	Name      text     `key:"name" doc:"What it is called."`
	Synonyms  synonyms `key:"synonyms" doc:"What people call it, by language. What a concern is called cannot stand here."`
	Authority name     `key:"authority" doc:"Who does it, one of 'authorities'."`
	Hint      text     `key:"hint,optional" doc:"A sentence that helps on the way there."`
}

// elsewhere is what others do, with who does it.
func (f *file) elsewhere() []booking.Elsewhere {
	authorities := map[string]booking.Authority{}
	for _, a := range f.Authorities {
		authorities[a.ID.v] = booking.Authority{ID: a.ID.v, Name: a.Name.v, Phone: a.Phone.v, Website: a.Website.v}
	}
	var all []booking.Elsewhere
	for _, e := range f.Elsewhere {
		all = append(all, booking.Elsewhere{
			ID: e.ID.v, Name: e.Name.v, Synonyms: e.Synonyms.v, Authority: authorities[e.Authority.v], Hint: e.Hint.v,
		})
	}
	return all
}

// checkElsewhere reports entries that cannot be told from one another or from
// a concern: the assistant would send people away with what the office does.
func (c *checker) checkElsewhere() {
	c.index("entry of elsewhere", ids(c.Elsewhere, func(e elsewhere) name { return e.ID }))
	called := map[string]owner{} // by word
	for _, x := range c.Concerns {
		for word := range wordsFor(x.Name, x.Synonyms) {
			called[word] = owner{x.ID.v, true}
		}
	}
	used := map[string]bool{}
	for _, e := range c.Elsewhere {
		c.refer(c.authorities, e.Authority)
		used[e.Authority.v] = true
		own := owner{e.ID.v, false}
		for _, word := range inOrder(wordsFor(e.Name, e.Synonyms)) {
			if other, twice := called[word]; twice && other != own {
				c.add(e.Synonyms.position, "%s is %s already; expected words that mean only this", quote(word), other.message())
			}
			called[word] = own
		}
	}
	misread := c.Elsewhere != nil && len(c.Elsewhere) == 0
	for _, a := range c.Authorities {
		if !misread && a.ID.set && !used[a.ID.v] {
			c.add(a.ID.position, "nothing under \"elsewhere\" is done by %q; expected at least one entry, or no such authority", a.ID.v)
		}
	}
}

// owner is a concern or an entry of elsewhere, to which a word leads.
type owner struct {
	id      string
	concern bool
}

func (o owner) message() message {
	if o.concern {
		return say("the concern %s", quote(o.id))
	}
	return say("the entry %s", quote(o.id))
}

// wordsFor is everything that something is called, as it is compared.
func wordsFor(name text, words synonyms) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, s := range name.v {
			if !yield(strings.ToLower(s)) {
				return
			}
		}
		for _, list := range words.v {
			for _, s := range list {
				if !yield(strings.ToLower(s)) {
					return
				}
			}
		}
	}
}

// inOrder is each of the words once: what is wrong with them is said in the same order
// each time.
func inOrder(words iter.Seq[string]) []string { return slices.Compact(slices.Sorted(words)) }
