package booking

import "slices"

// Answer is what only the town knows: where one parks, whether there is a
// lift, who interprets.
type Answer struct {
	ID    string
	Asked map[string][]string // how people ask for it, by language
	Text  Text                // what they are told
}

// Answer finds an answer of the office by its ID.
func (o *Office) Answer(id string) (Answer, bool) {
	for _, a := range o.Answers {
		if a.ID == id {
			return a, true
		}
	}
	return Answer{}, false
}

// Answers is what the offices of the town can be asked, each once. Two offices
// that give one ID answer the same question, each for itself.
func (t Town) Answers() []Answer {
	var all []Answer
	for _, o := range t.Offices {
		for _, a := range o.Answers {
			i := slices.IndexFunc(all, func(x Answer) bool { return x.ID == a.ID })
			if i < 0 {
				all = append(all, Answer{ID: a.ID, Asked: joinedWords(nil, a.Asked), Text: a.Text})
				continue
			}
			all[i].Asked = joinedWords(all[i].Asked, a.Asked)
		}
	}
	return all
}

// joinedWords is the words of both, by language. It changes neither.
func joinedWords(a, b map[string][]string) map[string][]string {
	both := map[string][]string{}
	for _, words := range []map[string][]string{a, b} {
		for lang, list := range words {
			both[lang] = append(slices.Clone(both[lang]), list...)
		}
	}
	return both
}
