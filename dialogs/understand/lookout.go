package understand

import "strings"

// lookout finds idioms of one kind in a message.
type lookout[T any] struct {
	first map[string][]lookedFor[T]
}

// lookedFor is an idiom and what it means.
type lookedFor[T any] struct {
	idiomParts
	value T
}

// sighting is an idiom that a message has.
type sighting[T any] struct {
	from, to int
	also     []int // its second part
	value    T
}

// size is how many words say it.
func (s sighting[T]) size() int { return s.to - s.from + len(s.also) }

func newLookout[T any]() *lookout[T] {
	return &lookout[T]{first: map[string][]lookedFor[T]{}}
}

// idiomParts is an idiom by its words, before a gap and behind it.
type idiomParts struct {
	head, tail []string
	gap        bool
}

// idiomsIn is the idioms of a list.
func idiomsIn(words string) []idiomParts {
	var all []idiomParts
	for _, saying := range list(words) {
		head, tail, gap := strings.Cut(saying, "…")
		if h := wordsOf(Fold(head)); len(h) > 0 {
			all = append(all, idiomParts{h, wordsOf(Fold(tail)), gap})
		}
	}
	return all
}

// enter adds idioms that mean one thing.
func (l *lookout[T]) enter(idioms []idiomParts, value T) {
	for _, x := range idioms {
		key := headKey(x.head[0])
		l.first[key] = append(l.first[key], lookedFor[T]{x, value})
	}
}

// in is the idioms in some words, each as often as it stands there.
func (l *lookout[T]) in(words []word, from, to int) []sighting[T] {
	var all []sighting[T]
	for i := from; i < to; i++ {
		for _, x := range l.first[words[i].headKey()] {
			end, ok := matches(words[:to], nil, i, x.head)
			if !ok {
				continue
			}
			s := sighting[T]{from: i, to: end, value: x.value}
			if x.gap {
				if s.also = afterGap(words[:to], nil, end, x.tail); s.also == nil {
					continue
				}
			}
			all = append(all, s)
		}
	}
	return all
}

// largest is the idiom of the most words, the first of several.
func largest[T any](all []sighting[T]) (best sighting[T], found bool) {
	for _, s := range all {
		if !found || s.size() > best.size() {
			best, found = s, true
		}
	}
	return best, found
}

// headKey is the key of the idioms that begin with the word. A message makes it
// once, as many tables are asked.
func (w word) headKey() string {
	if w.head != "" {
		return w.head
	}
	return headKey(w.text)
}

// headKey is the key of idioms: their first word, inflected or not.
func headKey(w string) string {
	if len(w) < shortestIdiomWord {
		return w
	}
	return stem(w)
}
