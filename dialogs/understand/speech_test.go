package understand

import (
	"reflect"
	"slices"
	"testing"
)

// What the reader's tables say must be written the way messages are compared,
// or it would never be found.
func TestSpeechIsFolded(t *testing.T) {
	t.Parallel()
	for _, s := range speeches {
		for _, words := range s.language.speech.words {
			checkFolded(t, s.code, words)
		}
		for _, byValue := range s.language.speech.values {
			for _, words := range byValue {
				checkFolded(t, s.code, words)
			}
		}
		for _, table := range []map[Intent]string{s.language.speech.replies, s.language.speech.wishes} {
			for _, words := range table {
				checkFolded(t, s.code, words)
			}
		}
		for _, asked := range s.language.speech.asked {
			for _, words := range asked {
				checkFolded(t, s.code, words)
			}
		}
		tones := s.language.speech.tones
		for _, words := range []string{s.language.speech.filler, tones.assent, tones.deny, tones.enough, tones.other} {
			checkFolded(t, s.code, words)
		}
	}
}

func checkFolded(t *testing.T, code, words string) {
	t.Helper()
	for _, phrase := range list(words) {
		if want := Fold(phrase); want != phrase {
			t.Errorf("%s: want %q, got %q", code, want, phrase)
		}
	}
}

// One answer must not mean two things, or which one is meant would hang on the
// order of the tables.
func TestNoReplyMeansTwoThings(t *testing.T) {
	t.Parallel()
	for _, l := range languages {
		checkOnce(t, l.code, l.speech.replies)
		checkOnce(t, l.code, l.speech.wishes)
		for _, asked := range l.speech.asked {
			checkOnce(t, l.code, asked)
		}
	}
}

func checkOnce(t *testing.T, code string, table map[Intent]string) {
	t.Helper()
	seen := map[string]Intent{}
	for intent, phrases := range table {
		for _, phrase := range list(phrases) {
			said := joinedReply(phraseWords(phrase))
			if before, ok := seen[said]; ok && before != intent {
				t.Errorf("%s: %q is both %q and %q", code, phrase, before, intent)
			}
			seen[said] = intent
		}
	}
}

// Every language has the words that the reader's rules need.
func TestEverySpeechSaysEverything(t *testing.T) {
	t.Parallel()
	for _, l := range languages {
		for _, s := range []sense{
			sNext, sComing, sWithin, sSoonest, sAnyDay, sAnyTime, sAnyWhen, sLatest, sOn, sImpossible, sAt, sAbout, sFrom, sAfter, sUntil, sBefore, sBetween,
			sThrough, sAnd, sOr, sOnly, sNot, sButRather, sInsteadOf, sLater, sEarlier, sPick, sTheLast, sSelf, sWeAre, sMine, sWith, sNameIs, sNameUnder, sTitle,
			sWrong, sAtSign, sDot, sEachOf,
		} {
			if l.speech.words[s] == "" {
				t.Errorf("%s: no words for the sense %d", l.code, s)
			}
		}
		for _, s := range []sense{sPart, sPartOf, sKin, sPeople, sCompany, sField, sTimes, sWeekdays, sLength} {
			if len(l.speech.values[s]) == 0 {
				t.Errorf("%s: no values for the sense %d", l.code, s)
			}
		}
		if l.speech.words[sButRather] == "" || len(l.speech.replies) == 0 || len(l.speech.wishes) == 0 || len(l.speech.asked) == 0 {
			t.Errorf("%s: no answers", l.code)
		}
	}
}

// A message is read the same by every run of the program, whatever order its
// tables come in.
func TestTablesAreReadInTheirOrder(t *testing.T) {
	t.Parallel()
	for _, x := range spoken {
		first, mendable := newSpeech(x).phrases, newSpeech(x).mendable()
		for range 5 {
			again := newSpeech(x)
			if !reflect.DeepEqual(again.phrases, first) || !slices.Equal(again.mendable(), mendable) {
				t.Fatalf("%s: the tables come in another order", x.language.code)
			}
		}
	}
}
