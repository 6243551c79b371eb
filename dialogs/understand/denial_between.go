package understand

import "slices"

// Two things stand side by side without a comma, and one of them is denied.

// setsAgainst tells whether a thing stands behind another and one of them is denied:
// "Reisepass kein Perso", "nicht den Reisepass den Perso". What is denied of the first is
// none: "den Reisepass nicht verloren".
func (f *finder) setsAgainst(before frame, from int, it item) bool {
	if !f.itemHas(it, aThing) || !f.has(before, aThing) && !f.has(before, anAct) {
		return false
	}
	between := f.words[from:it.from]
	at := slices.IndexFunc(between, func(w word) bool { return denying[w.text] })
	if at >= 0 {
		return f.deniedBefore(it.from) && f.isPlainlyNamed(between[at+1:]) // and not "nicht an die"
	}
	return len(between) == 1 && determines(between[0]) && f.has(before, aThing) && f.deniedBefore(before.items[0].from)
}

// isPlainlyNamed tells whether nothing stands before a thing but an article and such as "neuen".
func (f *finder) isPlainlyNamed(before []word) bool {
	if len(before) > 0 && determines(before[0]) {
		before = before[1:]
	}
	return !slices.ContainsFunc(before, func(w word) bool { return !f.usual(w.text) })
}

// determines tells whether a word is an article, or stands in the place of one.
func determines(w word) bool { return articles[w.text] || thes[w.text] || mine[w.text] }

// deniesNext tells whether a denial behind a thing goes with the next one: "Reisepass kein
// Perso". Where it is said between them what is needed, it goes with that: "den Pass brauche
// ich nicht den Perso schon".
func (f *finder) deniesNext(from, at int) bool {
	if slices.ContainsFunc(f.words[from:at], func(w word) bool { return needing[w.text] || wanting[w.text] }) {
		return false
	}
	for i := at + 1; i < min(len(f.words), at+4) && !f.words[i].startsClause(); i++ {
		w := f.words[i]
		if slices.ContainsFunc(f.rank.words.meaning(w, false).means, func(id conceptID) bool { return f.notion(id).kind == aThing }) {
			return true
		}
		if !isSmall(w.text) && !f.usual(w.text) {
			return false
		}
	}
	return false
}
