package dialogs

import "terminbote/dialogs/understand"

// passages are what an office says, piece by piece, ready to be found by what a question names.
type passages struct{ read *understand.Passages }

// passages makes what an office says ready, each piece by all the texts that it can be found by.
func (f Facts) passages(texts [][]string) passages {
	return passages{f.reader().NewPassages(texts)}
}

// ask holds the words of a question against the passages, but for those of what it is about.
func (p passages) ask(question, about string) *naming {
	return &naming{p.read.Ask(question, about)}
}

// naming is the words of a question that name something, weighed by how few passages have them.
type naming struct{ asked *understand.Asked }

// weight is what all of them weigh; those that no passage has count by a share.
func (n *naming) weight(strange float64) float64 { return n.asked.Weight(strange) }

// of is what those weigh that a passage has.
func (n *naming) of(passage int) float64 { return n.asked.Of(passage) }

// ofEither is what those weigh that one of two passages has.
func (n *naming) ofEither(passage, other int) float64 { return n.asked.OfEither(passage, other) }

// rarest is what the one weighs most that a passage has.
func (n *naming) rarest(passage int) float64 { return n.asked.Rarest(passage) }

// in is what those weigh that some other text has.
func (n *naming) in(text string) float64 { return n.asked.In(text) }
