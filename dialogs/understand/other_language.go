package understand

// How many words a message in another language has at least, and how many that
// only that language has. One is not enough: names and slips are such words too.
const (
	fewestForeign = 3
	fewestVotes   = 2
)

// isForeign tells whether a message is clearly in another language than the
// talk: none of its words is one that only the talk's language has. An answer
// in one's own words, such as a name, is in no language.
func (m *message) isForeign() bool {
	switch m.in.Expect {
	case ExpectName, ExpectMail, ExpectPhone, ExpectCode:
		if len(m.words) < mostReplyWords/2 {
			return false
		}
	}
	talks := baseOf(m.in.Lang)
	if m.lang == talks || len(m.words) < fewestForeign {
		return false
	}
	most := 0
	for n, s := range speeches {
		if s.code == talks && m.votes[n] > 0 {
			return false
		}
		most = max(most, m.votes[n])
	}
	return most >= fewestVotes
}

var followWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.follows), true) })

// follows tells whether a message goes on with the question before: it begins
// like that, and is put as a question.
func (m *message) follows() bool {
	s, begins := largest(followWords.in(m.words, 0, min(len(m.words), maxPhrase)))
	return begins && s.from == 0 && m.mark(len(m.words))
}

// What people say where they do not know, and where they do not mind.
var (
	undecided   = phrasesOf(sDontKnow)
	indifferent = phrasesOf(sIdle, sAnyWhen)
)

func phrasesOf(senses ...sense) map[string]bool {
	all := map[string]bool{}
	for _, s := range speeches {
		for _, sense := range senses {
			for _, phrase := range list(s.language.speech.words[sense]) {
				all[phrase] = true
			}
		}
	}
	return all
}

// Undecided tells whether a text says nothing but that somebody does not know.
func Undecided(text string) bool { return undecided[unpointed(text)] }

// AnyWillDo tells whether a text says nothing but that somebody does not mind: "egal".
func AnyWillDo(text string) bool { return indifferent[unpointed(text)] }
