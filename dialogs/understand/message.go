package understand

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// message is a text while it is read.
type message struct {
	reader   *Reader
	rank     *ranking // of what is done here and elsewhere, for all that is looked for
	in       Context
	text     string
	words    []word
	tail     string // what stands behind the last word
	cut      bool   // more was written than is read
	lang     string
	votes    []int                   // how many words only one language has, by language
	known    []bool                  // whether a word stands in some table or in the directory
	filler   []bool                  // whether it has no meaning of its own
	parts    []thought               // once it was parted
	weighed  []float64               // how much each word counts, once that was asked
	strange  *foreignWords           // once they were looked for
	asksFor  bool                    // a question of it was found to be a wish
	asksWhen bool                    // it asks when one can come for something: that is wanted
	clues    []clue                  // of the whole, once they were collected
	topics   map[thought]judgedTopic // what thoughts ask for, once that was asked
	around   surroundings            // of its particulars
	likelies map[particular]float32  // how likely those are meant, once that was asked
	kinds    []float32               // how likely it is of each kind, once that was asked
	told     []bool                  // words that say when or who of something else: the day of a flight
	passed   []bool                  // words for things that are named beside what is taken, and are not
	either   []When                  // the days and hours that belong together, once it was settled
	each     []ConcernWhen           // the concerns with days of their own, likewise
	grammars []*grammar
	capitals bool
}

func (r *Reader) message(text string, in Context) *message {
	clean := oneCleanLine(text)
	words, tail := wordsIn(clean)
	m := &message{reader: r, rank: newRanking(r.catalogue), in: in, text: clean, words: parted(words), tail: tail}
	m.cut = len(text) > longestMessage && utf8.RuneCountInString(text) > longestMessage
	if in.Expect == ExpectName {
		m.words = spelt(m.words, clean)
	}
	for i, w := range m.words {
		m.words[i].head = headKey(w.text)
	}
	m.capitals = clean != strings.ToLower(clean)
	m.lookUp()
	return m
}

// oneCleanLine is a text on one line, composed, without what cannot be seen.
func oneCleanLine(text string) string {
	n := 0
	for i := range text {
		if n == longestMessage {
			text = text[:i]
			break
		}
		n++
	}
	return strings.Join(strings.Fields(norm.NFC.String(hyphens.Replace(visible(text)))), " ")
}

// hyphens are those that programs put in place of the one on the keyboard.
var hyphens = strings.NewReplacer("\u2010", "-", "\u2011", "-")

// parted takes weekdays and what is written on to them apart:
// Dienstagvormittag.
func parted(words []word) []word {
	all := make([]word, 0, len(words))
	for _, w := range words {
		n := dayWithin(w)
		if n == 0 {
			all = append(all, w)
			continue
		}
		day, part := w, w
		day.text, day.to = w.text[:n], w.from+n
		part.text, part.from, part.gap, part.capital = w.text[n:], day.to, "", false
		all = append(all, day, part)
	}
	return all
}

// dayWithin is how long the weekday is that a word begins with, 0 where no
// part of the day follows it.
func dayWithin(w word) int {
	if w.kind != letters || len(w.text) < 10 || w.to-w.from != len(w.text) {
		return 0
	}
	for _, s := range speeches {
		for _, name := range s.dayNames {
			rest, ok := strings.CutPrefix(w.text, name)
			if ok && s.isPart(rest) {
				return len(name)
			}
		}
	}
	return 0
}

func (s *speech) isPart(word string) bool {
	for _, p := range s.phrases[word] {
		if (p.sense == sPart || p.sense == sPartInDay) && len(p.rest) == 0 {
			return true
		}
	}
	return false
}

// lookUp finds out which language the message is in, which words are known,
// and what each could say.
func (m *message) lookUp() {
	m.known, m.filler = make([]bool, len(m.words)), make([]bool, len(m.words))
	votes := make([]int, len(speeches))
	seen := make([]lookedUp, len(m.words))
	for i := range m.words {
		seen[i].in, m.words[i].seen = m.reader.catalogue.words, &seen[i]
		m.knowWord(i, votes)
	}
	m.lang, m.votes = m.mostly(votes), votes
	for _, s := range speeches {
		m.grammars = append(m.grammars, newGrammar(m, s, s.code != m.lang))
	}
}

// knowWord looks one word up in every language, mends a slip where none has
// it, and votes for the only one that does.
func (m *message) knowWord(i int, votes []int) {
	w := &m.words[i]
	if w.kind != letters {
		return
	}
	w.text = m.unstretched(w.text)
	has, only := 0, 0
	for n, s := range speeches {
		if s.knows(w.text) {
			has, only = has+1, n
			m.filler[i] = m.filler[i] || s.filler[w.text] && !m.isThing(*w)
		}
	}
	if has == 1 {
		votes[only]++
	}
	m.known[i] = has > 0 || m.reader.known[w.text] || noise[w.text] || m.isOfConcerns(*w)
	if !m.known[i] && !m.isInPhrase(i) {
		if meant, n := mended(w.text, m.isNoun(i)); meant != "" && !m.isEverydayWord(w.text, speeches[n], meant) {
			w.meant = meant
			votes[n]++
			m.known[i] = !w.capital || m.in.Expect != ExpectName
		}
	}
}

// isEverydayWord tells whether people use a word as it stands that could be a slip
// of a month: Fieber is none of Feber.
func (m *message) isEverydayWord(w string, s *speech, meant string) bool {
	return m.reader.model.hasWord(w) && slices.ContainsFunc(s.phrases[meant], func(p phraseSense) bool { return p.sense == sMonth })
}

// unstretched is a word that somebody drew out, as the tables have it: neeee,
// suuuper.
func (m *message) unstretched(w string) string {
	if !isStretched(w) {
		return w
	}
	for _, most := range []int{2, 1} {
		short := withRuns(w, most)
		if slices.ContainsFunc(speeches, func(s *speech) bool { return s.knows(short) }) || m.reader.known[short] {
			return short
		}
	}
	return w
}

const stretched = 3 // letters in a row that no word has

// isStretched tells whether a word has a letter three times in a row.
func isStretched(w string) bool {
	return len(w) > stretched && withRuns(w, stretched-1) != w && len(withRuns(w, 1)) > 1
}

// withRuns is a word with no letter more often in a row than that.
func withRuns(w string, most int) string {
	var b strings.Builder
	run, last := 0, rune(0)
	for _, r := range w {
		if run++; r != last {
			run, last = 1, r
		}
		if run <= most {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isInPhrase tells whether the word at i stands in a phrase that begins before
// it, so that it is no slip: zu dritt.
func (m *message) isInPhrase(i int) bool {
	for from := max(0, i-maxPhrase+1); from < i; from++ {
		for _, s := range speeches {
			if slices.ContainsFunc(s.hitsAt(m.words, from), func(h hit) bool { return from+h.n > i }) {
				return true
			}
		}
	}
	return false
}

// isNoun tells whether the word at i is written with a capital letter where
// that makes a noun of it: not at a beginning, nor where all words are.
func (m *message) isNoun(i int) bool {
	w := m.words[i]
	return w.capital && i > 0 && (!w.startsClause() || len(m.words[i-1].text) <= longestInitial) && m.typed(w) != strings.ToUpper(m.typed(w))
}

const longestInitial = 2 // letters before a full stop that ends no sentence: v. d. Heide

// isThing tells whether a word names what people come for, even where it is
// filler elsewhere: "no ID".
func (m *message) isThing(w word) bool { return m.isKind(w, aThing) }

// isKind tells whether a word is one for a thing, or an act, of what people come for.
func (m *message) isKind(w word, of kind) bool {
	words := m.reader.catalogue.words
	return slices.ContainsFunc(words.exact[w.text], func(id conceptID) bool { return words.notions[id].kind == of })
}

// isOfConcerns tells whether concerns are spoken of with a word. A compound
// with a capital letter may be a surname where a name is asked for.
func (m *message) isOfConcerns(w word) bool {
	words := m.reader.catalogue.words
	if _, exact := words.exact[w.text]; exact {
		return true
	}
	return !(w.capital && m.in.Expect == ExpectName) && len(words.meaning(w, false).means) > 0
}

// mostly is the language that most words are in, the talk's where none is.
func (m *message) mostly(votes []int) string {
	lang, most := baseOf(m.in.Lang), -1
	for n, s := range speeches {
		if s.code == lang {
			most = votes[n]
		}
	}
	for n, s := range speeches {
		if votes[n] > most {
			lang, most = s.code, votes[n]
		}
	}
	return lang
}

// baseOf is a language without its region: de-AT is German.
func baseOf(code string) string {
	code, _, _ = strings.Cut(strings.ToLower(code), "-")
	for _, s := range speeches {
		if s.code == code {
			return code
		}
	}
	return speeches[0].code
}

func (m *message) isFiller(i int) bool { return m.filler[i] }

func (m *message) hasCapitals() bool { return m.capitals }
