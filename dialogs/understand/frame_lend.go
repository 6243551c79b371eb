package understand

import "slices"

// lend gives a part that only names a thing the act of its neighbour, where
// that makes sense: "Perso und Reisepass verloren", "I lost my ID and my
// passport".
func (f *finder) lend(parts []frame) []frame {
	along := false
	for i := range parts {
		p := &parts[i]
		if f.has(*p, anAct) || f.has(*p, aUsualAct) || !f.has(*p, aThing) || p.negated {
			continue
		}
		if i+1 < len(parts) && parts[i+1].soft && f.actIsLast(parts[i+1]) {
			f.borrow(p, parts[i+1])
		}
		if i > 0 && p.lent == nil && (p.soft && !f.actIsLast(parts[i-1]) || f.standsInstead(parts[i-1], *p)) {
			f.borrow(p, parts[i-1])
		}
		if i > 0 && p.soft && p.lent == nil && (f.goesAlong(*p) || along && p.united || f.listsLost(parts[i-1])) {
			f.borrow(p, parts[i-1])
			along = p.lent != nil
		}
	}
	return parts
}

// listsLost tells whether a part says that papers are gone, or all that was in
// something, and so what stands behind it names them: "alle Papiere weg, Perso,
// Führerschein".
func (f *finder) listsLost(p frame) bool {
	things := f.thingsOf(p)
	generic := func(id conceptID) bool { return f.notion(id).concept == idPaper || f.notion(id).concept == wallet }
	return !p.negated && (f.speaksOf(p, lose) && !slices.ContainsFunc(things, func(id conceptID) bool { return !generic(id) }) || f.speaksOf(frame{items: p.lent}, lose))
}

// goesAlong tells whether behind a thing it is said that the same is to be done
// with it: "ummelden und den Ausweis gleich mit", "passport lost and my ID also".
func (f *finder) goesAlong(p frame) bool {
	to := p.items[len(p.items)-1].to
	for i := to; i < len(f.words) && !f.endsThought(i); i++ {
		w := f.words[i].text
		if alongside[w] || w == "well" && f.words[i-1].text == "as" {
			return true
		}
		if needing[w] || wanting[w] {
			return false // "Pass verloren, Perso brauche ich auch"
		}
	}
	return false
}

// standsInstead tells whether b names the thing that is meant instead of the one
// in a: "keinen Führerschein verloren, sondern meinen Ausweis".
func (f *finder) standsInstead(a, b frame) bool {
	return a.negated && slices.ContainsFunc(f.words[a.items[len(a.items)-1].to:b.items[0].from], func(w word) bool { return rathers[w.text] })
}

func (f *finder) borrow(p *frame, from frame) {
	acts := f.acts(from.items)
	if len(acts) == 0 {
		acts = from.lent
	}
	with := frame{items: append(slices.Clone(p.items), acts...)}
	if len(acts) > 0 && f.best(with).score >= enoughTogether {
		p.lent = acts
	}
}

// outOfWallet takes a document for lost that is named beside a lost wallet, or
// was in a lost bag.
func (f *finder) outOfWallet(parts []frame) []frame {
	at := slices.IndexFunc(parts, func(p frame) bool {
		return f.isLost(p) && !p.negated && (f.speaksOf(p, wallet) || f.speaksOf(p, belonging) && f.inside())
	})
	if at < 0 {
		return parts
	}
	inside := false
	for i := range parts {
		if p := &parts[i]; i != at && !f.has(*p, anAct) && f.has(*p, aThing) && !f.wantsMade(*p) {
			if p.lent == nil {
				f.borrow(p, parts[at])
			}
			inside = inside || f.speaksOf(frame{items: p.lent}, lose)
		} else if i != at && f.has(*p, aThing) && f.isLost(*p) && !p.negated {
			inside = true // "Portemonnaie mit Führerschein geklaut"
		}
	}
	if inside {
		parts = f.withoutWallet(parts, at)
	}
	return parts
}

// wantsMade tells whether a part says that somebody wants something to be made or renewed, whatever
// else is gone: "… and I also want to apply for a passport for my son".
func (f *finder) wantsMade(p frame) bool {
	return f.has(p, aUsualAct) && f.clauseSays(f.clauseAround(p), func(w string) bool { return wanting[w] || needing[w] })
}

// withoutWallet leaves out of a part what something was lost in; what is named
// with it stays: "Geldbeutel geklaut mit Ausweis und Führerschein".
func (f *finder) withoutWallet(parts []frame, at int) []frame {
	p := parts[at]
	p.items = slices.DeleteFunc(slices.Clone(p.items), func(it item) bool {
		one := frame{items: []item{it}}
		return f.speaksOf(one, wallet) || f.speaksOf(one, belonging)
	})
	if !f.has(p, aThing) {
		return slices.Delete(parts, at, at+1)
	}
	parts[at] = p
	return parts
}

// isLost tells whether a part says that something is gone, in words of its own or
// of its neighbour.
func (f *finder) isLost(p frame) bool {
	return f.speaksOf(p, lose) || f.speaksOf(frame{items: p.lent}, lose)
}

// inside tells whether something is said to have been in something else.
func (f *finder) inside() bool {
	return slices.ContainsFunc(f.words, func(w word) bool { return withinIt[w.text] })
}

func (f *finder) speaksOf(p frame, c concept) bool {
	return slices.ContainsFunc(p.items, func(it item) bool {
		return slices.ContainsFunc(it.means, func(id conceptID) bool { return f.notion(id).concept == c })
	})
}

// actIsLast tells whether what is done stands behind the things, as in German.
func (f *finder) actIsLast(p frame) bool {
	for i := len(p.items) - 1; i >= 0; i-- {
		switch {
		case f.itemHas(p.items[i], anAct):
			return true
		case f.itemHas(p.items[i], aThing):
			return false
		}
	}
	return false
}

// divide parts a frame that lists things without a word between: "perso
// reisepass". Things that belong together are called something together.
func (f *finder) divide(p frame) []frame {
	var things []int
	for i, it := range p.items {
		if f.itemHas(it, aThing) && !p.aims[it.from] {
			things = append(things, i)
		}
	}
	if len(things) < 2 || f.best(p).score >= enoughTogether {
		return []frame{p}
	}
	alone := f.alone(p, things)
	worst := 1.0
	for _, a := range alone {
		worst = min(worst, f.best(a).score)
	}
	if worst < enoughTogether {
		return []frame{p}
	}
	return alone
}

// alone is a frame for each thing, with all that is said of it: what stands
// before the next and its adjectives.
func (f *finder) alone(p frame, things []int) []frame {
	var all []frame
	from := 0
	for n := range things {
		to := len(p.items)
		if n+1 < len(things) {
			to = things[n+1]
			for to > things[n]+1 && f.qualifies(p.items[to-1], p.items[to]) {
				to--
			}
		}
		all = append(all, frame{items: p.items[from:to], soft: n > 0 || p.soft, aims: p.aims, negated: p.negated})
		from = to
	}
	return f.outOfWallet(f.lend(all))
}

// qualifies tells whether an item is an adjective of the next: they touch.
func (f *finder) qualifies(it, next item) bool {
	return it.to == next.from && !f.itemHas(it, anAct) && !f.itemHas(it, aThing)
}

// withoutFound drops parts that say something was lost where another says that
// it was found: "der gestohlen gemeldete Pass, ich habe ihn wieder gefunden".
func (f *finder) withoutFound(parts []frame) []frame {
	i := slices.IndexFunc(parts, func(p frame) bool { return f.speaksOf(p, find) && !p.negated })
	if i < 0 {
		return parts
	}
	found := f.things(slices.Concat(parts[i].items, parts[i].lent))
	return slices.DeleteFunc(parts, func(p frame) bool {
		return f.speaksOf(p, lose) && !f.speaksOf(p, find) && !f.speaksOf(p, belonging) && f.sameThings(f.things(p.items), found)
	})
}

func (f *finder) sameThings(a, b []item) bool {
	return len(a) > 0 && len(b) > 0 && slices.Equal(a[0].means, b[0].means)
}
