package understand

// Names that somebody puts right: "Beckmann, nicht Bekmann", "nicht Mustermann sondern Musterfrau",
// "statt Mustermann bitte Meier".

// nameForAnotherAt reads the right name and the wrong one in whatever order, but where it is asked
// what somebody comes for.
func (g *grammar) nameForAnotherAt(i int) (candidate, bool) {
	if g.expects(ExpectWish, ExpectMore) && g.m.in.Seen != SeenAppointment || g.m.in.Brief {
		return candidate{}, false
	}
	right, wrong, to := g.rightAndWrongAt(i)
	if to == 0 {
		return candidate{}, false
	}
	return candidate{from: i, to: to, sure: 0.9, bonus: 0.8, value: NameValue{Name: right.spell(g), Wrong: wrong.spell(g)}}, true
}

func (g *grammar) rightAndWrongAt(i int) (right, wrong nameRun, to int) {
	if not := g.says(i, sNot, sInsteadOf); not > 0 {
		wrong, ok := g.oneNameAt(i + not)
		next := wrong.to + g.says(wrong.to, sButRather)
		for ok && g.m.isPoliteBeforeName(next) {
			next++
		}
		if right, is := g.oneNameAt(next); ok && is {
			return right, wrong, right.to
		}
		return right, wrong, 0
	}
	right, ok := g.oneNameAt(i)
	not := g.says(right.to, sInsteadOf, sNot)
	if !ok || not == 0 {
		return right, wrong, 0
	}
	wrong, ok = g.oneNameAt(right.to + not)
	if !ok {
		return right, wrong, 0
	}
	return right, wrong, wrong.to
}

// oneNameAt is a name at i of one or two words that ends where they do.
func (g *grammar) oneNameAt(i int) (nameRun, bool) {
	if i >= len(g.m.words) {
		return nameRun{}, false
	}
	run, ok := g.nameAt(i)
	return run, ok && len(run.words) <= wholeName && (run.known > 0 || run.unknown == len(run.words))
}
