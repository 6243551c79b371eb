package understand

import (
	"maps"
	"slices"
	"strings"
)

// isSmall tells whether a word says nothing of what somebody comes for.
func isSmall(w string) bool { return smallWords[w] || len(w) == 1 }

func allSmallWords(all []language) map[string]bool {
	small := map[string]bool{}
	for _, l := range all {
		addCounted(small, l)
		o := l.office
		for _, words := range []string{
			l.filler, l.chatter, l.courtesy, l.wishing, l.weak, o.small, o.self, o.purpose, o.joins, o.breaks, o.not, o.instead, o.rather, o.nor,
			o.times, o.article, o.places, o.setting, o.owners,
		} {
			for _, w := range list(words) {
				if !strings.Contains(w, " ") {
					small[w] = true
				}
			}
		}
	}
	return small
}

// addCounted adds numbers and the names of days: they are no slips of what
// somebody comes for.
func addCounted(small map[string]bool, l language) {
	words := slices.Concat(l.weekdays[:], l.months[:])
	for _, byValue := range []map[int]string{l.numbers, l.ordinals, l.counts, l.days, l.spans} {
		words = slices.AppendSeq(words, maps.Values(byValue))
	}
	for _, w := range words {
		maps.Copy(small, wordSet(w))
	}
	for _, w := range slices.Sorted(maps.Values(l.numbers)) {
		for _, number := range list(w) {
			for _, times := range list(l.office.times) {
				small[number+times] = true // zweimal
			}
		}
	}
}

// countedWords are numbers and the names of days.
var countedWords = allCounted(languages)

func allCounted(all []language) map[string]bool {
	counted := map[string]bool{}
	for _, l := range all {
		addCounted(counted, l)
	}
	return counted
}

func partsOfCompounds(all []language) (parts map[string]bool, links []string) {
	parts, links = map[string]bool{}, []string{""}
	for _, l := range all {
		for _, w := range list(l.office.parts) {
			parts[w] = true
		}
		for _, link := range list(l.office.links) {
			if !slices.Contains(links, link) {
				links = append(links, link)
			}
		}
	}
	return parts, links
}
