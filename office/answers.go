package office

import "terminbote/booking"

type answer struct {
	ID    name     `key:"id" doc:"The answer's short name."`
	Asked synonyms `key:"asked" doc:"How people ask for it, by language: questions and single words."`
	Text  text     `key:"text" doc:"What they are told."`
}

// answers is what only the office knows.
func (f *file) answers() []booking.Answer {
	var all []booking.Answer
	for _, a := range f.Answers {
		all = append(all, booking.Answer{ID: a.ID.v, Asked: a.Asked.v, Text: a.Text.v})
	}
	return all
}

// checkAnswers reports answers that one question could mean both of.
func (c *checker) checkAnswers() {
	c.index("answer", ids(c.Answers, func(a answer) name { return a.ID }))
	asked := map[string]string{}
	for _, a := range c.Answers {
		for _, words := range inOrder(wordsFor(text{}, a.Asked)) {
			if other, twice := asked[words]; twice && other != a.ID.v {
				c.add(a.Asked.position, "%s asks for the answer %q already; expected words that ask only for this", quote(words), other)
			}
			asked[words] = a.ID.v
		}
	}
}
