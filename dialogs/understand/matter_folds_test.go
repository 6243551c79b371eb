package understand

// folds is into how many parts the table is divided to measure how sentences
// are read that nobody has learnt.
const folds = 5

// FoldReader is a reader that has learnt all but a part of the table, and that part.
type FoldReader struct {
	Reader *Reader
	Kept   []KeptSentence
}

// KeptSentence is a sentence that a fold has not learnt, and the value that is
// meant; nil where it is about nothing.
type KeptSentence struct {
	Text  string
	Meant Value
}

// Folds divides the table: each sentence is kept back once.
func Folds(d Directory) []FoldReader {
	table := readMatters()
	several := readTogether(table.names)
	all := make([]FoldReader, folds)
	for n := range all {
		part := matterTable{names: table.names}
		var kept []heard
		for _, h := range table.heard {
			if int(hashOf(clueOfWord, h.text)%folds) == n {
				kept = append(kept, h)
			} else {
				part.heard = append(part.heard, h)
			}
		}
		all[n].Reader = newReader(d, train(part).model())
		all[n].Reader.together = courseTogether(part, several).learn().model()
		all[n].Kept = all[n].Reader.meant(kept)
	}
	return all
}

// meant is sentences with what the town has for their matter; what it has
// nothing for is left out.
func (r *Reader) meant(kept []heard) []KeptSentence {
	var all []KeptSentence
	for _, h := range kept {
		at := r.matters.at[h.matter]
		if at < 0 {
			if r.model.names[h.matter] == noMatter {
				all = append(all, KeptSentence{h.text, nil})
			}
			continue
		}
		switch entry := r.matters.entries[at]; {
		case r.catalogue.entries[entry].elsewhere:
			all = append(all, KeptSentence{h.text, ElsewhereValue{ID: r.catalogue.entries[entry].id}})
		default:
			all = append(all, KeptSentence{h.text, ConcernValue{ID: r.catalogue.entries[entry].concernID()}})
		}
	}
	return all
}
