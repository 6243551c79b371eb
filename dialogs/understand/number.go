package understand

// Number reads how many: "2", "zwei", "two", "2x", "zu dritt", "2 Personen",
// "-1". It gives back what was written, sensible or not; what lies beyond 32
// bits becomes the largest number within them.
func Number(text, lang string) (int, bool) {
	folded := Fold(text)
	for _, x := range inOrder(lang) {
		all, ok := x.tokens(folded)
		if !ok {
			return 0, false
		}
		if n, ok := number(x.withoutFiller(all)); ok {
			return n, true
		}
	}
	return 0, false
}

// number reads tokens that are one number and words for what is counted, or
// several of that kind: two adults and three children.
func number(ts []token) (int, bool) {
	value, found, counted := 0, false, false
	for len(ts) > 0 {
		if n, used := signed(ts); used > 0 && !found {
			value, found, ts = n, true, ts[used:]
			continue
		}
		if found && counted && ts[0].is(isAnd) {
			more, ok := number(ts[1:])
			return max(-hugeNumber, min(value+more, hugeNumber)), ok
		}
		if !ts[0].is(isCounted) && (!found || ts[0].text != ".") {
			return 0, false
		}
		counted, ts = counted || found, ts[1:]
	}
	return value, found
}

// signed reads a number with its sign and says how many tokens it took.
func signed(ts []token) (value, used int) {
	if ts[0].text == "-" || ts[0].is(isMinus) {
		n, used := cardinal(ts[1:])
		if used == 0 {
			return 0, 0
		}
		return -n, used + 1
	}
	if n, used := cardinal(ts); used > 0 {
		return n, used
	}
	if n, ok := ts[0].as(aCount); ok {
		return n, 1
	}
	return 0, 0
}

// cardinal reads a number in digits or words: 24, vierundzwanzig, twenty four.
func cardinal(ts []token) (value, used int) {
	if len(ts) == 0 {
		return 0, 0
	}
	if ts[0].digits {
		return ts[0].number, 1
	}
	n, ok := ts[0].as(aNumber)
	if !ok {
		return 0, 0
	}
	if unit, follows := unitAfter(n, ts[1:], aNumber); follows {
		return n + unit, 2
	}
	return n, 1
}

// ordinal reads which in a row: 24., 24th, am 24, twenty-fourth, vierundzwanzigster.
func ordinal(ts []token) (value, used int) {
	if len(ts) == 0 {
		return 0, 0
	}
	if n, ok := ts[0].as(anOrdinal); ok {
		return n, 1
	}
	if n, ok := ts[0].as(aNumber); ok {
		if unit, follows := unitAfter(n, ts[1:], anOrdinal); follows {
			return n + unit, 2
		}
	}
	if !ts[0].digits {
		return 0, 0
	}
	if len(ts) > 1 && ts[1].glued && (ts[1].text == "." || ts[1].is(isEnding)) {
		return ts[0].number, 2
	}
	if ts[0].dated && ts[0].number <= 31 {
		return ts[0].number, 1
	}
	return 0, 0
}

// unitAfter is the unit that completes tens: the four of twenty four.
func unitAfter(tens int, ts []token, r role) (int, bool) {
	if tens < 20 || tens > 90 || tens%10 != 0 || len(ts) == 0 {
		return 0, false
	}
	unit, ok := ts[0].as(r)
	return unit, ok && 1 <= unit && unit <= 9
}
