package understand

// eachAt reads what everybody named gets, and adds it up: einen für mich und
// einen für die Oma, je einen für die Zwillinge.
func (g *grammar) eachAt(i int) (count, n int) {
	if each := g.says(i, sEach); each > 0 {
		value, who, used := g.oneEachAt(i + each)
		return value * who, max(0, min(used, 1)) * (each + used)
	}
	members := 0
	for at := i; ; members++ {
		at += g.says(at, sAnd)
		value, who, used := g.oneEachAt(at)
		if used == 0 || members > 0 && !g.goesOn(at) {
			break
		}
		at += used
		count, n = count+max(value, who), at-i
	}
	if members < fewestEach {
		return 0, 0
	}
	return count, n
}

const fewestEach = 2 // people who get one each, so that there is something to add up

// oneEachAt reads how many somebody gets, and how many people those are: zwei für
// meine Töchter.
func (g *grammar) oneEachAt(i int) (value, who, n int) {
	value, n = g.amount(i)
	if n == 0 || value == 0 || !purposes[g.word(i+n).text] {
		return 0, 0, 0
	}
	n++
	one := g.oneOfGroup(i + n)
	if article := g.says(i+n, sPick); one.n == 0 && article > 0 {
		one = g.oneOfGroup(i + n + article)
		one.n += article
		if one.count == 0 {
			return 0, 0, 0
		}
	}
	if one.n == 0 {
		return 0, 0, 0
	}
	return value, one.count, n + one.n
}
