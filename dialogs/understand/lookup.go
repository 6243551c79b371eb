package understand

import (
	"slices"
	"strings"
)

// How surely a word was understood.
const (
	asWritten = 1.0
	asStem    = 0.97
	asSplit   = 0.93 // a compound that nobody listed
	asOneSlip = 0.9
	asTwoSlip = 0.8
)

// understood is what a word means, and how surely.
type understood struct {
	means []conceptID
	sure  float64
	small bool // it says nothing of what somebody comes for
}

// lookUp is what a folded word means. It is empty for words that nobody has
// listed and that are no compound or slip of one.
func (v *vocabulary) lookUp(w string, slipsToo bool) understood {
	if means, ok := v.exact[w]; ok {
		return understood{means: means, sure: asWritten, small: means == nil}
	}
	if isSmall(w) {
		return understood{small: true}
	}
	if means, ok := v.stems[stem(w)]; ok && v.oneKind(means) {
		return understood{means: means, sure: asStem}
	}
	if means, ok := v.exact[joinedVerb(w)]; ok {
		return understood{means: means, sure: asStem, small: means == nil}
	}
	if means := v.split(w, maxParts); means != nil {
		return understood{means: means, sure: asSplit}
	}
	if !slipsToo {
		return understood{}
	}
	if means, ok := v.sounds[sound(w)]; ok && len(means) == 1 {
		return understood{means: means, sure: asOneSlip}
	}
	if u := v.lookUpSlip(w); u.small || u.means != nil {
		return u
	}
	return v.lookUpBeginning(w)
}

// lookedUp is what a word of a message was found to mean, with slips and without:
// the vocabulary of what is done here is asked again and again.
type lookedUp struct {
	in                 *vocabulary
	mended             string // without a slip in what is part of an idiom; empty: not yet known
	plain, slips       understood
	isPlain, withSlips bool
}

// meaning is what a word of a message means, looked up once.
func (v *vocabulary) meaning(w word, slipsToo bool) understood {
	seen := w.seen
	switch {
	case seen == nil || seen.in != v:
		return v.lookUp(w.text, slipsToo)
	case slipsToo && !seen.withSlips:
		seen.slips, seen.withSlips = v.lookUp(w.text, true), true
	case !slipsToo && !seen.isPlain:
		seen.plain, seen.isPlain = v.lookUp(w.text, false), true
	}
	if slipsToo {
		return seen.slips
	}
	return seen.plain
}

// mendedWord is a word of a message as an idiom has it, looked up once.
func (v *vocabulary) mendedWord(w word) string {
	if w.seen == nil || w.seen.in != v {
		return v.mended(w.text)
	}
	if w.seen.mended == "" {
		w.seen.mended = v.mended(w.text)
	}
	return w.seen.mended
}

// joinedVerb is the infinitive of a verb that is parted by what an infinitive
// may have within: stillzulegen is stilllegen. It is empty for other words.
func joinedVerb(w string) string {
	for _, p := range partings {
		if rest, begins := strings.CutPrefix(w, p.parted); begins && len(rest) > shortestWay {
			return p.first + rest
		}
	}
	return ""
}

// verbParting is how a verb of two parts begins: "still", and parted "stillzu".
type verbParting struct{ first, parted string }

var partings = allPartings(languages)

func allPartings(all []language) (found []verbParting) {
	for _, l := range all {
		if l.office.within == "" {
			continue
		}
		for _, first := range list(l.office.apart) {
			found = append(found, verbParting{first: first, parted: first + l.office.within})
		}
	}
	return found
}

// oneKind tells whether concepts do not exclude one another: a stem that is of
// "anmelden" and of something else decides nothing.
func (v *vocabulary) oneKind(means []conceptID) bool {
	return len(means) == 1 || !slices.ContainsFunc(means, func(id conceptID) bool { return v.notions[id].kind == anAct })
}

const (
	maxParts    = 4
	shortestWay = 3 // letters of the shortest part of a compound
)

// split takes a compound apart: every part must be known, so that a
// Schülerausweis is no Ausweis.
func (v *vocabulary) split(w string, parts int) []conceptID {
	if parts == 0 || len(w) < 2*shortestWay || len(w) > 2*longestWord {
		return nil
	}
	for n := len(w) - shortestWay; n >= shortestWay; n-- {
		means, known := v.part(w[:n])
		if !known {
			continue
		}
		for _, link := range compoundLinks {
			rest, ok := strings.CutPrefix(w[n:], link)
			if !ok || len(rest) < shortestWay {
				continue
			}
			if last := v.lastPart(rest, parts-1); last != nil {
				if joined := joinIDs(means, last); len(joined) > 0 {
					return joined
				}
			}
		}
	}
	return nil
}

func (v *vocabulary) part(w string) (means []conceptID, known bool) {
	if means, ok := v.exact[w]; ok {
		return means, true
	}
	return nil, compoundParts[w]
}

// lastPart is what the rest of a compound means, inflected or a compound too.
func (v *vocabulary) lastPart(w string, parts int) []conceptID {
	if means, ok := v.exact[w]; ok {
		return means
	}
	if compoundParts[w] {
		return []conceptID{}
	}
	if means, ok := v.stems[stem(w)]; ok && v.oneKind(means) {
		return means
	}
	return v.split(w, parts)
}
