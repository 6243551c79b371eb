package understand

import (
	"slices"
	"strings"
)

// unanswered is the questions beside other things of which no finding explains a word, as they
// were typed; those that have words with a meaning of their own. Its words are no longer free.
func (m *message) unanswered(chosen []candidate, free []bool) []string {
	wish := func(c candidate) bool { _, is := c.value.(ConcernValue); return is }
	if len(chosen) == 0 || m.asksWish() && slices.ContainsFunc(chosen, wish) {
		return nil // what is asked beside a wish is often how to get it
	}
	var all []string
	for at, t := range m.thoughts() {
		goesOn := at > 0 && m.thoughts()[at-1].asked // "… oder geht das mit dem Handy?"
		if !t.asked || goesOn || !m.mark(t.to) || m.touches(chosen, t) || !m.means(t, free) {
			continue
		}
		for joining[m.words[t.from].text] || reversing[m.words[t.from].text] {
			t.from++
		}
		all = append(all, strings.TrimSpace(m.text[m.words[t.from].from:m.words[t.to-1].to]))
		for i := t.from; i < t.to; i++ {
			free[i] = false
		}
	}
	return all
}

// touches tells whether a candidate explains some word of a thought.
func (m *message) touches(chosen []candidate, t thought) bool {
	for _, c := range chosen {
		if c.from < t.to && t.from < c.to {
			return true
		}
		for _, i := range c.also {
			if t.from <= i && i < t.to {
				return true
			}
		}
	}
	return false
}

// means tells whether a thought has a word of its own meaning that nothing explains.
func (m *message) means(t thought, free []bool) bool {
	for i := t.from; i < t.to; i++ {
		if free[i] && m.isMeaningful(i) {
			return true
		}
	}
	return false
}

// isMeaningful tells whether the word at i says something that is worth a remark where nothing
// explains it.
func (m *message) isMeaningful(i int) bool {
	w := m.words[i]
	if times(w) && countOf(w) > 0 || oftens[w.text] > 0 {
		return false // "zweimal" says no more than how many
	}
	return !m.isPassed(i) && (!quiet[w.text] || m.isThing(w)) && !m.isTold(i) && w.kind != sign && !m.isFiller(i) && !m.isTimesSign(i) && !noise[w.text] && !m.reader.places[w.text] && !m.isReason(i) && !m.isElsewhere(i)
}

// quiet are words that nobody misses beside what was understood: verbs of speech and of going, words
// that fill a sentence, and some that people cut short. What things are called is none of them.
var quiet = talkingWords(func(t talkWords) string { return t.quiet })
