package understand

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"terminbote/booking"
)

// Whatever people type, each answer keeps what its docstring promises.
func TestWhateverIsTypedTheAnswerIsSound(t *testing.T) {
	t.Parallel()
	x := NewIndex(concerns)
	rapid.Check(t, func(t *rapid.T) {
		checkAnswers(t, x, anything().Draw(t, "text"), rapid.SampledFrom([]string{"de", "en", "", "de-AT", "xx"}).Draw(t, "lang"))
	})
}

func FuzzAnswersAreSound(f *testing.F) {
	x := NewIndex(concerns)
	for _, seed := range []string{"Dienstag um 9.30 Uhr", "halb zehn", "31.2.", "2x", "weitr", "a@b.de", "Anna Müller", "führ"} {
		f.Add(seed, "de")
	}
	f.Fuzz(func(t *testing.T, text, lang string) { checkAnswers(t, x, text, lang) })
}

type failer interface {
	Helper()
	Errorf(format string, args ...any)
}

func checkAnswers(t failer, x *Index, text, lang string) {
	t.Helper()
	checkMoment(t, text, lang)
	checkNameRead(t, text)
	if n, _ := Number(text, lang); n > hugeNumber || n < -hugeNumber {
		t.Errorf("number out of bounds: %d", n)
	}
	if c, ok := ReadCommand(text, lang); ok == (c == "") {
		t.Errorf("command %q, understood %v", c, ok)
	}
	if a, err := Email(text); err == nil && (len(a) > maxEmail || strings.Count(a, "@") != 1 || strings.ContainsFunc(a, unicode.IsSpace)) {
		t.Errorf("mail address %q", a)
	}
	hits := x.Search(text, 5)
	for i, h := range hits {
		if len(hits) > 5 || h.Score < enough || h.Score > 1 || i > 0 && h.Score > hits[i-1].Score {
			t.Errorf("hits %v", hits)
		}
	}
}

func checkMoment(t failer, text, lang string) {
	t.Helper()
	d, err := Day(text, lang, today)
	known := err == nil || errors.Is(err, ErrPast) || errors.Is(err, ErrWrongWeekday)
	if known != d.Exists() || err == nil && d.Before(today) || errors.Is(err, ErrPast) && !d.Before(today) {
		t.Errorf("day %v, %v", d, err)
	}
	clocks, ok := Time(text, lang)
	if ok != (len(clocks) > 0) || len(clocks) > 2 {
		t.Errorf("clocks %v, understood %v", clocks, ok)
	}
	for _, c := range clocks {
		if c < 0 || c > booking.Midnight {
			t.Errorf("clock %d", c)
		}
	}
}

func checkNameRead(t failer, text string) {
	t.Helper()
	name, err := Name(text)
	if err != nil {
		return
	}
	n := utf8.RuneCountInString(name)
	if n < 1 || n > maxName || strings.ContainsFunc(name, unicode.IsControl) || strings.ContainsFunc(name, unicode.IsDigit) {
		t.Errorf("name %q", name)
	}
	if again, err := Name(name); err != nil || again != name {
		t.Errorf("name %q, read again %q, %v", name, again, err)
	}
}
