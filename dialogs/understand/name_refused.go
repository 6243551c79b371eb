package understand

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// What is mailed to somebody in an office's name begins with the name that was
// typed. So a sentence, an address or an advertisement is not taken for one.

// mostWords is how many words a name has at most, particles included.
const mostWords = 8

// isSentence tells whether words that nobody is called make a sentence or an
// advertisement of a name. One of them alone may well be a name.
func isSentence(name string) bool {
	words := strings.Fields(Fold(name))
	said := 0
	for _, w := range words {
		if clauseWords[w] || lureWords[w] {
			said++
		}
	}
	return said > 1 || len(words) > mostWords || said == 1 && len(words) > mostWords/2
}

// advertises tells whether an answer to the question for a name is an
// advertisement, so that no part of it is taken for one. Who gives a mail address
// besides names no web address.
func advertises(text string) bool {
	words, lures := strings.Fields(Fold(text)), 0
	for _, w := range words {
		if lureWords[w] {
			lures++
		}
	}
	mailed := strings.ContainsRune(text, '@')
	return lures > 1 || lures == 1 && len(words) > 2 && !mailed || !mailed && (isLink(text) || isAnnounced(text))
}

var (
	clauseWords = wordsOfAll(languages, func(l language) string { return l.clause })
	lureWords   = wordsOfAll(languages, func(l language) string { return l.lures })
)

func wordsOfAll(all []language, of func(language) string) map[string]bool {
	set := map[string]bool{}
	for _, l := range all {
		for _, w := range list(of(l)) {
			set[w] = true
		}
	}
	return set
}

// isLink tells whether a part of the name is a web address, also one with spaces
// or with its dots in words. Dots behind titles and initials are no sign of it:
// Dr.Anna, J.R., Dr. De.
func isLink(name string) bool {
	words := strings.Fields(spelledDots.Replace(strings.ToLower(name)))
	for i, w := range words {
		if strings.HasPrefix(w, "www.") || isHost(w) {
			return true
		}
		if i > 0 && domains[strings.Trim(w, ".")] && endsHost(words[i-1]) {
			return true
		}
	}
	return false
}

// spelledDots is how people write dots that programs shall not see.
var spelledDots = strings.NewReplacer(" (punkt) ", ". ", " (dot) ", ". ", " punkt ", ". ", " dot ", ". ", "(punkt)", ".", "(dot)", ".", " .", ". ")

// isHost tells whether a word is a name and a domain.
func isHost(word string) bool {
	parts := strings.Split(strings.Trim(word, "."), ".")
	last := parts[len(parts)-1]
	return len(parts) > 1 && domains[last] && !nameTitles[parts[len(parts)-2]]
}

// endsHost tells whether a word that ends with a dot may be followed by a
// domain: it is neither a title nor an initial.
func endsHost(word string) bool {
	host, dotted := strings.CutSuffix(word, ".")
	host = host[strings.LastIndexByte(host, '.')+1:]
	return dotted && utf8.RuneCountInString(host) > 2 && !nameTitles[host]
}

var (
	domains = wordSet("de, com, net, org, info, eu, io, ru, ly, xyz, top, biz, at, ch, nl, fr, uk, shop, online, site, app, club, store, " +
		"win, vip, tk, cc, tv, pl, cz, tr, ua, cn, su, live, pro, link, click, bet, casino, page, web, me")
	nameTitles = wordSet("dr, prof, med, dipl, ing, jur, phil, rer, nat, hon, mag, lic, dres, sen, jun, pol, oec, vet, dent, theol, mme, mlle, mrs, ms, st")
)

// isAnnounced tells whether one of the words is how another address begins.
func isAnnounced(name string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(w string) bool {
		return strings.HasPrefix(w, "http") || strings.HasPrefix(w, "t.me")
	})
}
