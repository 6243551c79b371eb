package understand

// clauseOf is the clause in which a candidate stands, from its first word to the
// first behind it.
func (f *finder) clauseOf(c candidate) (from, to int) { return clauseOfWords(f.words, c.from, c.to) }

// clauseOfWords is the clause in which some words stand.
func clauseOfWords(words []word, from, to int) (int, int) {
	joins := func(at int) bool { return joining[words[at].text] || words[at].kind == sign }
	for from > 0 && !words[from].startsClause() && !joins(from-1) {
		from--
	}
	for to < len(words) && !words[to].startsClause() && !joins(to) {
		to++
	}
	return from, to
}

// clauses are all clauses of a message.
func (f *finder) clauses() []candidate {
	var all []candidate
	for at := 0; at < len(f.words); {
		from, to := f.clauseOf(candidate{from: at, to: at + 1})
		all = append(all, candidate{from: max(at, from), to: max(to, at+1)})
		at = max(to, at+1)
	}
	return all
}
