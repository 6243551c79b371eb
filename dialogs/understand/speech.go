package understand

import (
	"maps"
	"slices"
	"strings"
)

// speechWords is what the phrases of one language say to the reader, written
// as in language.
type speechWords struct {
	words      map[sense]string             // by what they say
	values     map[sense]map[int]string     // likewise, with a value
	replies    map[Intent]string            // the whole of a clause, please and thank you aside
	asked      map[Expect]map[Intent]string // the whole of an answer, where that question stands open
	wishes     map[Intent]string            // anywhere in a sentence; filler may stand between their words
	week       string                       // behind a month's name: a week of it
	filler     string                       // adds nothing, besides language.filler and language.chatter
	because    string                       // begins the plain cause of what is said before it: weil, no "otherwise"
	origins    string                       // stands before where somebody is from or goes to: aus
	reasons    string                       // begins to say why: weil
	compares   string                       // behind later: than
	moreOrLess string                       // behind a number: it is a change
	goes       string                       // wants something, or says that it happens: geht
	helps      string                       // verbs that tell with a participle what has been: hat … bestanden
	participle string                       // what those begin and end with: ge…t
	tones      toneWords                    // which way words of an answer lean
	describes  string                       // stand before people and describe them: kleine
	rare       string                       // words of one of these senses that are also names or fillers: only where nothing else fits
}

// hit is a phrase at its place in a message.
type hit struct {
	sense sense
	value int
	n     int // how many words it has
}

// phraseSense is a phrase by its words behind the first one.
type phraseSense struct {
	rest  []string
	sense sense
	value int
}

// speech is a language by the first words of its phrases.
type speech struct {
	*lexicon
	phrases map[string][]phraseSense
	replies phraseBook
	wishes  phraseBook
	asked   map[Expect]phraseBook
	filler  map[string]bool
	because map[string]bool
	origins map[string]bool
	reasons map[string]bool
	rare    map[string]bool

	describes   map[string]bool
	compares    map[string]bool
	moreOrLess  map[string]bool
	goes        map[string]bool
	likewise    map[string]bool
	helps       map[string]bool
	participles []string
	dayNames    []string // of weekdays, as they are written in full
	rather      string   // turns a negation round
	tones       map[string]tone

	callsFirst map[string]bool // the first words of what languages are called
}

// speeches are all languages, made ready for the reader.
var speeches = newSpeeches(spoken)

func newSpeeches(all []*lexicon) []*speech {
	ready := make([]*speech, len(all))
	for i, x := range all {
		ready[i] = newSpeech(x)
	}
	return ready
}

func newSpeech(x *lexicon) *speech {
	s := &speech{lexicon: x, phrases: map[string][]phraseSense{}, filler: map[string]bool{}, because: wordSet(x.language.speech.because), origins: wordSet(x.language.speech.origins), reasons: wordSet(x.language.speech.reasons), rare: wordSet(x.language.speech.rare), describes: wordSet(x.language.speech.describes), moreOrLess: wordSet(x.language.speech.moreOrLess), goes: wordSet(x.language.speech.goes), likewise: wordSet(x.language.talk.likewise), helps: wordSet(x.language.speech.helps), participles: list(x.language.speech.participle), compares: wordSet(x.language.speech.compares), tones: newTones(x.language.speech.tones)}
	for _, words := range []string{x.language.filler, x.chatter, x.language.courtesy, x.language.wishing, x.language.speech.filler} {
		for _, phrase := range list(words) {
			for w := range strings.FieldsSeq(phrase) {
				s.filler[w] = true
			}
		}
	}
	s.callsFirst = map[string]bool{}
	for name := range x.called {
		s.callsFirst[phraseWords(name)[0]] = true
	}
	s.addCalendar()
	for _, n := range slices.Sorted(maps.Keys(x.language.speech.words)) {
		s.add(n, 0, x.language.speech.words[n])
	}
	for _, n := range slices.Sorted(maps.Keys(x.language.speech.values)) {
		s.addAll(n, x.language.speech.values[n])
	}
	s.replies = newPhraseBook(x.language.commands, x.language.speech.replies)
	s.wishes = newPhraseBook(x.language.speech.wishes)
	s.asked = map[Expect]phraseBook{}
	for asked, replies := range x.language.speech.asked {
		s.asked[asked] = newPhraseBook(replies)
	}
	return s
}

// addCalendar enters what the language's other tables hold already.
func (s *speech) addCalendar() {
	s.rather = list(s.language.speech.words[sButRather])[0]
	for i, words := range s.weekdays {
		s.dayNames = append(s.dayNames, list(words)[0])
		s.add(sWeekday, i, words)
	}
	for i, words := range s.months {
		s.add(sMonth, i+1, words)
		s.add(sMonthWeek, i+1, list(words)[0]+s.language.speech.week)
	}
	s.addAll(sDay, s.days)
	s.addAll(sSpan, s.spans)
	s.addAll(sCount, s.language.counts)
	s.addAll(sOrdinal, s.ordinals)
	for _, m := range []struct {
		sense sense
		words string
	}{
		{sAfterNext, s.afterNext},
		{sThis, s.this},
		{sLast, s.last},
		{sIn, s.in},
		{sHence, s.hence},
		{sOClock, s.oClock},
		{sMinutes, s.minutes},
		{sHalf, s.half},
		{sQuarter, s.quarter},
		{sThreeQuarters, s.threeQuarters},
		{sAM, s.am},
		{sPM, s.pm},
	} {
		s.add(m.sense, 0, m.words)
	}
	for _, text := range slices.Sorted(maps.Keys(s.means)) {
		for _, m := range s.means[text] {
			if m.role == aNumber {
				s.add(sNumber, m.value, text)
			}
		}
	}
}

func (s *speech) addAll(n sense, byValue map[int]string) {
	for _, value := range slices.Sorted(maps.Keys(byValue)) {
		s.add(n, value, byValue[value])
	}
}

func (s *speech) add(n sense, value int, words string) {
	for _, phrase := range list(words) {
		all := phraseWords(phrase)
		if len(all) == 0 {
			continue
		}
		s.phrases[all[0]] = append(s.phrases[all[0]], phraseSense{rest: all[1:], sense: n, value: value})
	}
}

// phraseWords parts a phrase of the tables as a message is parted.
func phraseWords(phrase string) []string {
	words, _ := wordsIn(phrase)
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.text
	}
	return all
}

// knows tells whether a word stands in some phrase of the language.
func (s *speech) knows(word string) bool {
	return s.filler[word] || len(s.phrases[word]) > 0 || s.replies.first[word] != nil || s.wishes.first[word] != nil
}

// hitsAt are the phrases that begin with the word at i.
func (s *speech) hitsAt(words []word, i int) []hit {
	found := s.phrases[words[i].text]
	if found == nil && words[i].meant != "" {
		found = s.phrases[words[i].meant]
	}
	var all []hit
	for _, p := range found {
		if continues(words[i+1:], p.rest) {
			all = append(all, hit{p.sense, p.value, 1 + len(p.rest)})
		}
	}
	return all
}

// continues tells whether words begin with those of a phrase.
func continues(words []word, phrase []string) bool {
	if len(words) < len(phrase) {
		return false
	}
	for i, want := range phrase {
		if w := words[i]; w.text != want && w.meant != want || w.startsClause() {
			return false
		}
	}
	return true
}
