package understand

import "strings"

func (r *toldReader) beginsOutcome() bool {
	phrase := r.word(0).text
	for i := 1; i < min(mostOfAction, len(r.as)); i++ {
		phrase += " " + r.word(i).text
		if _, ok := r.words.outcomes[phrase]; ok {
			return true
		}
	}
	return false
}

// outcome finds what is to be done or has come of it. Of two things that are told none is done.
func (r *toldReader) outcome() (Action, bool) {
	open := r.open()
	found := ToShow
	for at := range open {
		if r.as[open[at]] != toldElse {
			continue
		}
		action, places := r.outcomeAt(open[at:])
		if len(places) == 0 {
			continue
		}
		switch {
		case found == action && r.isClauseFrom(r.to, places[0]):
			continue // sagt ab, Kind ist krank
		case found == ToCancel && r.wants >= 0, found == ToMove && r.wants >= 0 && action == ToArrive && r.whenWithin(places[0]+1, 1):
			action = ToMove // can't make today, Thursday would do; running late, here at 12
		case found != ToShow && action == ToUndo, found == ToUndo:
			action = ToUndo // die Absage von Meier zurücknehmen
		case found != ToShow && action != found:
			return found, false
		}
		found = action
		if r.to == 0 {
			r.from = places[0]
		}
		r.to = places[len(places)-1] + 1
		for _, i := range places {
			r.as[i] = toldOutcome
		}
	}
	return found, true
}

// outcomeAt is the action for which the most words from the first of some places on stand, and
// their places.
func (r *toldReader) outcomeAt(open []int) (Action, []int) {
	first := r.word(open[0]).text
	for _, at := range open[1:] {
		if action, ok := r.words.parted[first+" "+r.word(at).text]; ok {
			return action, []int{open[0], at}
		}
	}
	for n := min(mostOfAction, len(open)); n > 0; n-- {
		words := make([]string, n)
		for i, at := range open[:n] {
			words[i] = r.word(at).text
		}
		phrase := strings.Join(words, " ")
		if action, ok := r.words.outcomes[phrase]; ok {
			return action, open[:n]
		}
		if r.words.comes[phrase] && r.shiftSoon(open[n-1]+1) {
			return ToMove, open[:n]
		}
		if !r.words.wishes[phrase] || r.words.what[r.word(0).text] || r.words.who[r.word(0).text] {
			continue
		}
		if r.whenSoon(open[n-1] + 1) {
			r.wants = open[0]
			return ToMove, open[:n]
		}
		if begins, ok := r.whenBefore(open[0]); ok {
			r.wants = begins - 1
			return ToMove, open[:n]
		}
	}
	return "", nil
}
