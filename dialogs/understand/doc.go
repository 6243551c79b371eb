// Package understand reads what people type: days, times, numbers, the words
// typed in place of a button, names, mail addresses, and what somebody is
// looking for.
//
// It is pure. It knows no office, no conversation and no clock: today comes in
// as an argument, and whether a time is free or a number too large is for the
// caller to say. What a word means stands in one file per language (german.go,
// english.go); the rules that combine words are shared by all of them. Every
// text is tried in the person's language first and then in the others, since
// people mix them.
//
// It says no rather than guess: a text of which a part was not understood is
// not understood.
package understand
