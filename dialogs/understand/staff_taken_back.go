package understand

import (
	"slices"
	"strings"
)

// TakenBack is how a clerk takes back what was done last.
type TakenBack struct {
	About Action // what came of somebody, and did not after all; empty: whatever was done
	Soon  bool   // said only right after it: elsewhere it means something else
	Only  bool   // no more than a no: what stands behind it says what is meant instead
	Rest  string // what else is said
}

// takenBackWords is how a language takes back what was done.
type takenBackWords struct {
	wrong   string // whatever it was, and whenever
	back    string // right after it
	no      string // right after it, with what is meant instead
	notHere string // an arrival
	notDone string // an end
}

// longestTakenBack is how many words take something back.
const longestTakenBack = 6

// ReadTakenBack tells whether a clerk's line begins by taking back what was done: "falsch", "doch nicht da",
// "war der falsche, Meier ist noch nicht da".
func ReadTakenBack(text, lang string) (TakenBack, bool) {
	words := strings.Fields(oneLine(text))
	for n := min(len(words), longestTakenBack); n > 0; n-- {
		phrase := strings.Join(wordsOf(Fold(strings.Join(words[:n], " "))), " ")
		for _, x := range inOrder(lang) {
			back, ok := x.language.told.takenBack.read(phrase)
			if !ok {
				continue
			}
			back.Rest = strings.Join(words[n:], " ")
			if back.Only && back.Rest == "" {
				return TakenBack{}, false
			}
			return back, true
		}
	}
	return TakenBack{}, false
}

func (w takenBackWords) read(phrase string) (TakenBack, bool) {
	is := func(words string) bool { return slices.Contains(list(words), phrase) }
	switch {
	case is(w.wrong):
		return TakenBack{}, true
	case is(w.back):
		return TakenBack{Soon: true}, true
	case is(w.notHere):
		return TakenBack{Soon: true, About: ToArrive}, true
	case is(w.notDone):
		return TakenBack{Soon: true, About: ToFinish}, true
	case is(w.no):
		return TakenBack{Soon: true, Only: true}, true
	}
	return TakenBack{}, false
}
