package understand

// clauseOf is the clause in which a candidate stands, from its first word to the
// first behind it.
func (f *finder) clauseOf(c candidate) (from, to int) {
	joins := func(at int) bool { return joining[f.words[at].text] || f.words[at].kind == sign }
	from, to = c.from, c.to
	for from > 0 && !f.words[from].startsClause() && !joins(from-1) {
		from--
	}
	for to < len(f.words) && !f.words[to].startsClause() && !joins(to) {
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
