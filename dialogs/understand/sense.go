package understand

import "strings"

// sense is the part that a word or a phrase plays in what is said about days,
// times, people and numbers. A phrase may have several.
type sense uint8

const (
	// Of days.
	sWeekday    sense = iota // value: from Sunday, 0
	sWeekdays                // of every week: dienstags
	sMonth                   // value: from January, 1
	sDay                     // value: days from today
	sSpan                    // value: its days; month for a month
	sOrdinal                 // value
	sFeast                   // value: month*100+day
	sPartOf                  // value: 1 the beginning, 2 the middle, 3 the end
	sWeekOf                  // week 49
	sWeekWith                // the week of a date
	sMonthWeek               // value: a week of that month
	sWeekend                 // Saturday and Sunday
	sWorkdays                // Monday to Friday
	sNext                    // of the calendar week after this one
	sComing                  // the first to come
	sAfterNext               //
	sThis                    //
	sLast                    //
	sIn                      // in three days
	sHence                   // three days from now
	sWithin                  // within the next three days
	sAgo                     // three weeks ago
	sSoonest                 // as early as possible
	sAnyDay                  //
	sAnyTime                 //
	sAnyWhen                 // either does
	sIdle                    // likewise, where a day is asked for
	sUrgent                  // soonest, where a day is asked for
	sDontKnow                // no answer
	sYears                   // behind a number: no time
	sIsOld                   // before a number: it is an age
	sOutright                // people, counted whoever they are
	sLatest                  // the last of what fits
	sOn                      // announces a date
	sYet                     // heute noch: says nothing more
	sImpossible              // behind a day: that one does not do
	sNever                   // not, never: ends what says that
	sEvent                   // what is told happens then; nobody wants to come then
	sBusy                    // work, school: a time beside it is not free
	sSince                   // before a day that lies behind

	// Of times.
	sNumber        // value
	sCount         // value; never an hour
	sHalf          //
	sQuarter       //
	sThreeQuarters //
	sOClock        //
	sMinutes       //
	sHours         // a length in hours
	sAM            //
	sPM            //
	sClock         // value: minutes after midnight
	sPart          // value: a part of the day
	sPartInDay     // likewise, only behind a day: Tuesday morning
	sEarlyPart     // the early afternoon
	sLatePart      // the late afternoon
	sNotEarly      // any time but the first of the day
	sNotLate       // any time but the last of the day
	sAt            // at nine
	sAbout         // around nine
	sAboutBehind   // nine or so
	sTo            // minutes to an hour
	sPast          // minutes past an hour

	// Between what is named.
	sFrom      // from, not before
	sAfter     // after
	sUntil     // until, at the latest
	sBefore    // before
	sBetween   //
	sThrough   // Monday to Friday
	sAnd       //
	sOr        //
	sOnly      //
	sNot       //
	sButRather // not Tuesday but Wednesday
	sInsteadOf // two instead of one

	// Of what was chosen before.
	sTooEarly //
	sTooLate  //
	sLater    //
	sEarlier  //
	sABit     // a bit later
	sList     // das zweite Angebot
	sPick     // der, die, das: before an ordinal
	sTheLast  //
	sTheMid   // the middle one
	sTheSoon  // the earliest of a list
	sTheLate  // the latest of a list
	sPlace    // number 2, option 2
	sLength   // value: minutes: half an hour
	sDayOn    // the day after that
	sDayBack  // the day before that
	sSlot     // an appointment
	sWanting  // a day near it is wanted, not told

	// Of people and of how many.
	sSelf       // I, me
	sKin        // value: how many people the word says
	sPeople     // counted: persons, adults, children
	sComesAlong // behind a relative: comes along
	sFew        // some: no number
	sCompany    // value: zu zweit, both of us
	sWeAre      // we are four
	sMine       // my, our, a
	sWith       //
	sTimes      // twice: zweimal; value, or 0 for the word behind a number

	// Of names and addresses.
	sNameIs     // mein Name ist
	sNameBehind // … ist mein Name
	sFamilyName // family name: … first name: …
	sGivenName  //
	sNameUnder  // auf, unter dem Namen: weaker
	sTitle      // Herr: no part of the name
	sDegree     // Dr.: a part of it
	sParticle   // von
	sAtSign     // at, klammeraffe
	sDot        // punkt
	sDash       // minus, bindestrich
	sLowDash    // unterstrich

	// Of what is corrected.
	sWrong    // falsch, ändern
	sMisread  // that is not what I came for
	sNeed     // needed so many: no time
	sAfterAll // before a number: so many after all
	sField    // value: which answer
)

// partWindow are the hours of a part of the day.
type dayPart int

const (
	early dayPart = iota + 1
	forenoon
	midday
	afterwards // the afternoon
	evening
	lateInDay // the late afternoon
	afterNoon // the early afternoon
)

// fields are the answers that can be called wrong, by the value of sField.
var fields = [...]Expect{ExpectWish, ExpectName, ExpectMail, ExpectPhone, ExpectWhen, ExpectPersons, ExpectQuantity, ExpectOffice}

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
	reasons    string                       // begins to say why: weil
	compares   string                       // behind later: than
	moreOrLess string                       // behind a number: it is a change
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
	reasons map[string]bool
	rare    map[string]bool

	describes  map[string]bool
	compares   map[string]bool
	moreOrLess map[string]bool
	tones      map[string]tone

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
	s := &speech{lexicon: x, phrases: map[string][]phraseSense{}, filler: map[string]bool{}, reasons: wordSet(x.language.speech.reasons), rare: wordSet(x.language.speech.rare), describes: wordSet(x.language.speech.describes), moreOrLess: wordSet(x.language.speech.moreOrLess), compares: wordSet(x.language.speech.compares), tones: newTones(x.language.speech.tones)}
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
	for n, words := range x.language.speech.words {
		s.add(n, 0, words)
	}
	for n, byValue := range x.language.speech.values {
		s.addAll(n, byValue)
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
	for i, words := range s.weekdays {
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
	for text, meanings := range s.means {
		for _, m := range meanings {
			if m.role == aNumber {
				s.add(sNumber, m.value, text)
			}
		}
	}
}

func (s *speech) addAll(n sense, byValue map[int]string) {
	for value, words := range byValue {
		s.add(n, value, words)
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
