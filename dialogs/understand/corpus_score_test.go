package understand_test

import (
	"slices"
	"strings"

	"terminbote/dialogs/understand"
)

// outcome is how a reading stands against what a good clerk would take from
// the words.
type outcome int

// The outcomes. Silently is the gravest: something wrong is taken, or something
// meant is dropped, and nobody is asked.
const (
	right outcome = iota
	askedOnce
	wrong
	silently
	outcomes
)

// verdict is the outcome for one utterance and what it rests on.
type verdict struct {
	outcome outcome
	missing []string // labels that nothing meets
	extra   []string // facts that no label knows
}

// judge compares a reading with the labels of an utterance.
func judge(u utterance, r understand.Reading) verdict {
	facts := factsOf(r)
	for i := range facts {
		facts[i].text = canonical(facts[i].text, u.in)
	}
	var v verdict
	asks := false
	for _, l := range u.labels {
		switch u.met(l, facts) {
		case wrong:
			v.missing = append(v.missing, strings.Join(l, "/"))
		case askedOnce:
			asks = true
		}
	}
	taken := false
	for _, f := range facts {
		if !u.knows(f) && !u.courtesy(f, facts) {
			v.extra = append(v.extra, f.String())
			taken = taken || !f.asked
		}
	}
	v.outcome = v.sum(asks, taken, shows(r, facts))
	return v
}

// sum says what came of a reading: does it ask about something meant, does it
// take something that was not, does it show that it did not get all of it.
func (v verdict) sum(asks, taken, shown bool) outcome {
	switch {
	case taken, len(v.missing) > 0 && !shown:
		return silently
	case len(v.missing) > 0, len(v.extra) > 0:
		return wrong
	case asks:
		return askedOnce
	}
	return right
}

// shows tells whether a reading itself shows that it is not whole.
func shows(r understand.Reading, facts []fact) bool {
	asked := slices.ContainsFunc(facts, func(f fact) bool { return f.asked })
	return asked || len(r.Rest)+len(r.Passed) > 0 || len(facts) == 0
}

func (f fact) String() string {
	if f.asked {
		return f.text + "?"
	}
	return f.text
}

// met says whether a label is met: at once, after one question, or not.
func (u utterance) met(l label, facts []fact) outcome {
	best := wrong
	if l.optional() {
		best = right
	}
	for _, alternative := range l {
		for _, f := range facts {
			switch {
			case !u.matches(alternative, f):
			case !f.asked || alternativeAsks(alternative, f):
				return right
			case best == wrong:
				best = askedOnce
			}
		}
	}
	return best
}

// alternativeAsks tells whether asking, and asking between these, is what the
// label wants.
func alternativeAsks(alternative string, f fact) bool {
	return strings.Contains(alternative, "|") && strings.Count(alternative, "|") == strings.Count(f.text, "|")
}

// matches tells whether a fact is what an alternative says, or asks for it
// among others.
func (u utterance) matches(alternative string, f fact) bool {
	want := canonical(alternative, u.in)
	switch {
	case want == f.text:
		return true
	case want == "elsewhere":
		return strings.HasPrefix(f.text, "elsewhere=")
	case want == "talk=goodbye":
		return f.text == "talk=thanks" && u.in.Expect == understand.ExpectWish
	case f.asked && strings.HasPrefix(want, "concern=") && strings.HasPrefix(f.text, "concern="):
		return among(want, f.text)
	}
	return false
}

// among tells whether all concerns of want are asked between.
func among(want, asked string) bool {
	have := strings.Split(strings.TrimPrefix(asked, "concern="), "|")
	for one := range strings.SplitSeq(strings.TrimPrefix(want, "concern="), "|") {
		id, _, _ := strings.Cut(one, "*")
		if !slices.Contains(have, id) {
			return false
		}
	}
	return true
}

// knows tells whether a label speaks of a fact.
func (u utterance) knows(f fact) bool {
	for _, l := range u.labels {
		for _, alternative := range l {
			if u.matches(alternative, f) {
				return true
			}
		}
	}
	return false
}

// courtesy tells whether a fact changes nothing: a greeting before a wish, the
// one person who is always meant, a part of day around a time of day.
func (u utterance) courtesy(f fact, facts []fact) bool {
	key, value, _ := strings.Cut(f.text, "=")
	switch f.text {
	case "talk=greeting", "talk=thanks", "talk=goodbye", "talk=praise", "intent=book", "intent=no":
		return !u.only(nothing)
	case "intent=yes":
		return u.in.Expect != understand.ExpectReview && !u.only(nothing)
	case "persons=1":
		return u.in.Expect == understand.ExpectWish || u.in.Expect == understand.ExpectMore
	case "lang=de", "lang=en", "talk=nonsense":
		return true
	case "intent=language":
		return u.has("lang=")
	case "ask=place", "ask=concern", "ask=unknown":
		return u.has("elsewhere")
	}
	switch key {
	case "hours":
		return u.holdsTime(value)
	case "correct":
		return corrects(value, facts)
	}
	return false
}

// only tells whether the utterance has this label and no other.
func (u utterance) only(text string) bool { return len(u.labels) == 1 && u.labels[0][0] == text }

// has tells whether a label begins with prefix.
func (u utterance) has(prefix string) bool {
	for _, l := range u.labels {
		for _, alternative := range l {
			if strings.HasPrefix(alternative, prefix) {
				return true
			}
		}
	}
	return false
}

// holdsTime tells whether a time that the labels name lies within hours.
func (u utterance) holdsTime(hours string) bool {
	for _, l := range u.labels {
		key, value, _ := strings.Cut(l[0], "=")
		if (key == "time" || key == "about") && within(hours, value) {
			return true
		}
	}
	return false
}

// valueOf is what stands in a reading where an answer is corrected at once.
var valueOf = map[string][]string{
	"wish":     {"concern=", "not="},
	"quantity": {"count=", "persons=", "concern="},
	"persons":  {"persons=", "count="},
	"when":     {"days=", "weekdays=", "notdays=", "hours=", "time=", "about=", "shift=", "soonest", "latest"},
	"name":     {"name="},
	"mail":     {"mail="},
	"phone":    {"phone="},
}

// corrects tells whether the right answer stands beside the correction, which
// then adds nothing.
func corrects(of string, facts []fact) bool {
	for _, prefix := range valueOf[of] {
		for _, f := range facts {
			if strings.HasPrefix(f.text, prefix) {
				return true
			}
		}
	}
	return false
}
