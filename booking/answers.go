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
	return slices.Clip(Remember(t, question("answers"), t.answers))
}

func (t Town) answers() []Answer {
	var all []Answer
	at := map[string]int{}
	asked := map[[3]string]bool{} // ID, language, word
	for _, o := range t.Offices {
		for _, a := range o.Answers {
			if _, known := at[a.ID]; !known {
				at[a.ID] = len(all)
				all = append(all, Answer{ID: a.ID, Asked: map[string][]string{}, Text: a.Text})
			}
			into := all[at[a.ID]].Asked
			for lang, words := range a.Asked {
				for _, word := range words {
					if key := [3]string{a.ID, lang, word}; !asked[key] {
						asked[key] = true
						into[lang] = append(into[lang], word)
					}
				}
			}
		}
	}
	return all
}
