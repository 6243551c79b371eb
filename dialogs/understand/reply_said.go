package understand

import "strings"

// mostReplyWords is how many words a reply has at most.
const mostReplyWords = 10

// replies finds what somebody answers or wants done: the whole of a clause
// ("ja passt so"), its beginning ("nein, lieber …"), and words of a sentence
// ("ich möchte meinen Termin absagen").
func (g *grammar) replies() []candidate {
	var all []candidate
	for _, clause := range g.m.clauses() {
		all = append(all, g.wholeReplies(clause[0], clause[1])...)
		all = append(all, g.leadingReply(clause[0], clause[1])...)
	}
	all = append(all, g.wholeReplies(0, len(g.m.words))...)
	for i := range g.m.words {
		all = append(all, g.wishAt(i)...)
	}
	return all
}

// wholeReplies reads the words from one place to another as one reply, please
// and thank you aside.
func (g *grammar) wholeReplies(from, to int) []candidate {
	if to-from > 2*mostReplyWords || from >= to {
		return nil
	}
	for attempt, skip := range []map[string]bool{nil, g.x.courtesy, g.x.wishing} {
		intent, ok := g.replyOf(from, to, skip, g.x.courtesy)
		if !ok || intent == Soonest {
			continue
		}
		sure := 0.95 - 0.05*float64(attempt)
		return []candidate{{from: from, to: to, sure: sure, bonus: g.fitting(intent), value: IntentValue{intent}}}
	}
	return nil
}

// replyOf looks the words up, without those that skip has, nor those of
// courtesy once any are skipped.
func (g *grammar) replyOf(from, to int, skip, courtesy map[string]bool) (Intent, bool) {
	var kept []string
	for _, w := range g.m.words[from:to] {
		if skip != nil && (skip[w.text] || courtesy[w.text]) {
			continue
		}
		kept = append(kept, w.text)
	}
	said := strings.Join(kept, " ")
	if intent, ok := g.x.replies.whole[said]; ok {
		return intent, true
	}
	if intent, ok := thumbs[said]; ok && to-from == 1 {
		return intent, true
	}
	return "", false
}

// fitting is how much better a reply fits where its question stands open.
func (g *grammar) fitting(intent Intent) float64 {
	switch intent {
	case Yes, No:
		if g.expects(ExpectYesNo, ExpectReview, ExpectMore) {
			return 0.5
		}
	case Enough:
		if g.expects(ExpectMore) {
			return 0.6
		}
	case OtherTimes, PickDay:
		if g.expects(ExpectWhen) {
			return 0.5
		}
	}
	return 0.1
}

// leadingReply is a yes or a no before more: it answers where a plain question
// stands open, and else only leads over.
func (g *grammar) leadingReply(from, to int) []candidate {
	for n := min(3, to-from-1); n > 0; n-- {
		intent, ok := g.replyOf(from, from+n, nil, nil)
		if !ok || intent != Yes && intent != No && intent != Next {
			continue
		}
		return []candidate{{from: from, to: from + n, sure: 0.6, value: led{}}}
	}
	return nil
}

// led is what only leads over to what is meant, or tells about it: it explains
// words and says nothing.
type led struct{}

func (led) value() {}

// wishAt reads words that want something done, filler between them.
func (g *grammar) wishAt(i int) []candidate {
	var best candidate
	for _, p := range g.x.wishes.first[g.m.spelled(i)] {
		to, ok := g.follow(i+1, p.rest)
		if ok && to > best.to && !(g.foreign && to-i < 2) {
			best = candidate{from: i, to: to, sure: 0.85, bonus: 0.1 + 0.3*float64(len(p.rest)), value: IntentValue{p.intent}}
		}
	}
	if best.value == nil {
		return nil
	}
	return []candidate{best}
}

// mostBetween is how much filler may stand between two words of a wish.
const mostBetween = 4

// follow finds words in their order, filler between them, and says where they
// end.
func (g *grammar) follow(i int, words []string) (end int, ok bool) {
	for _, want := range words {
		skipped := 0
		for i < len(g.m.words) && g.m.spelled(i) != want {
			if skipped++; skipped > mostBetween || !g.m.isFiller(i) && g.says(i, sDay, sWeekday) == 0 {
				return 0, false
			}
			i++
		}
		if i >= len(g.m.words) || strings.ContainsAny(g.word(i).gap, ".!?;") {
			return 0, false
		}
		i++
	}
	return i, true
}

// spelled is a word as the tables have it, a slip mended.
func (m *message) spelled(i int) string {
	if m.words[i].meant != "" {
		return m.words[i].meant
	}
	return m.words[i].text
}

// correctionAt reads what calls an answer wrong: falscher Name, die Mail war
// falsch, Uhrzeit ändern.
func (g *grammar) correctionAt(i int) (Expect, int) {
	if field, n := g.at(i, sField); n > 0 {
		if to := g.near(i+n, sWrong); to > 0 {
			return fields[field], to - i
		}
	}
	if n := g.says(i, sWrong); n > 0 {
		next := i + n
		for skipped := 0; skipped < 3 && next < len(g.m.words) && g.m.isFiller(next) && g.says(next, sField) == 0; skipped++ {
			next++
		}
		if field, used := g.at(next, sField); used > 0 && !g.word(next).startsClause() {
			return fields[field], next + used - i
		}
	}
	return "", 0
}

// near is the end of a phrase with that sense within a few filler words, 0:
// there is none.
func (g *grammar) near(i int, s sense) int {
	for skipped := 0; skipped < 4 && i < len(g.m.words); skipped++ {
		if n := g.says(i, s); n > 0 && !g.word(i).startsClause() {
			return i + n
		}
		if !g.m.isFiller(i) {
			return 0
		}
		i++
	}
	return 0
}

// languageAt reads a language that somebody asks for: auf Englisch, in German.
func (g *grammar) languageAt(i int) (string, int) {
	for n := min(3, len(g.m.words)-i); n > 0; n-- {
		said := make([]string, n)
		for k := range said {
			said[k] = g.word(i + k).text
		}
		code, ok := g.x.called[strings.Join(said, " ")]
		if ok && (n > 1 || g.isWholeClause(i, i+n)) {
			return code, n
		}
	}
	return "", 0
}
