package understand

import "slices"

// withoutLacks leaves out that something is not wanted where nothing else
// clearly is, and more than a few words say so without refusing: "jetzt steht er
// ohne Reisepass da", "dass ich nie abgemeldet war". It tells what is, and so
// counts for what the whole is about.
func (f *finder) withoutLacks(frames []frame, clear []candidate) ([]frame, []candidate) {
	if f.told() <= plainly || slices.ContainsFunc(clear, isTaken) {
		return frames, clear
	}
	all := slices.Clone(frames)
	for i, p := range all {
		if !p.negated || p.refused || f.refusesExpressly(p) || f.didNot(p) {
			continue
		}
		from, to := f.thoughtAround(p)
		all[i].negated = false
		clear = slices.DeleteFunc(slices.Clone(clear), func(c candidate) bool { return isNegated(c) && c.from >= from && c.to <= to })
	}
	return all, clear
}

// refusesExpressly tells whether a frame is refused by what somebody wants or
// does not need, or by what shall stand in its place.
func (f *finder) refusesExpressly(p frame) bool {
	from, to := f.thoughtAround(p)
	if f.shallNot(f.words[from:to]) || nays[f.words[from].text] && denying[f.words[from].text] {
		return true
	}
	return p.nor || f.ratherOther(p) || f.isRefused(p) || f.isDeniedOutright(p) || f.deniesRefusal(p) || slices.ContainsFunc(f.words[from:to], func(w word) bool {
		return needing[w.text] || instead[w.text] || neithers[w.text] || abouts[w.text]
	})
}

// didNot tells whether somebody says what they do not do: "ich bin nicht
// umgezogen". That is what it is not about.
func (f *finder) didNot(p frame) bool {
	from, to := f.thoughtAround(p)
	return f.has(p, anAct) && slices.ContainsFunc(f.words[from:to], func(w word) bool { return speakers[w.text] || mine[w.text] && f.tellsOnly(p) })
}

// deniedInside looks for "nicht" within what is parted: "ich ziehe nicht weg".
func (f *finder) deniedInside(known []item) bool {
	return slices.ContainsFunc(known, func(it item) bool {
		if !f.itemHas(it, anAct) || len(it.also) == 0 {
			return false
		}
		for i := it.to; i < slices.Max(it.also); i++ {
			if denying[f.words[i].text] && !slices.Contains(it.also, i) {
				return true
			}
		}
		return false
	})
}

// notYet tells whether something has not been done so far, which is why it is
// wanted: "wir haben uns noch nicht umgemeldet".
func (f *finder) notYet(p frame) bool {
	from, to := f.thoughtAround(p)
	at := f.words[from:to]
	if !f.has(p, anAct) || f.tellsOnly(p) || !slices.ContainsFunc(at, func(w word) bool { return beens[w.text] }) {
		return false
	}
	for i := 1; i < len(at); i++ {
		if denying[at[i].text] && nors[at[i-1].text] || denying[at[i-1].text] && yets[at[i].text] {
			return true
		}
	}
	return yets[at[len(at)-1].text] && slices.ContainsFunc(at, func(w word) bool { return denying[w.text] })
}
