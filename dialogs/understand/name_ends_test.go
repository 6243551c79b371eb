package understand_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// A name that is put right by its letters changes in the word that is meant, and only there.
func TestANameIsPutRightByItsLetters(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, want string
		v          understand.CorrectionValue
	}{
		{"Peter Karlo", "Peter Karlow", understand.CorrectionValue{Ends: "w"}},
		{"Peter Karlow", "Peter Karlow", understand.CorrectionValue{Ends: "w"}},
		{"Murat Yildiz", "Murath Yildiz", understand.CorrectionValue{Ends: "h", Word: "murat"}},
		{"Murat Yildiz", "Murath Yildiz", understand.CorrectionValue{Ends: "h", Given: true}},
		{"Murat Yilmaz", "Murat Yilmas", understand.CorrectionValue{Ends: "s", Instead: "z"}},
		{"Murat Yilmaz", "Murat Yilmaz", understand.CorrectionValue{Ends: "s", Instead: "q"}},
		{"", "", understand.CorrectionValue{Ends: "w"}},
	} {
		if got := c.v.Ended(c.name); got != c.want {
			t.Errorf("%+v makes %q of %q, want %q", c.v, got, c.name, c.want)
		}
	}
}

// What nobody misses is not left over, and what things are called is.
func TestWordsThatNobodyMissesAreNotLeftOver(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]int{
		"she said tuesday comes best if poss":          0,
		"der chef sagte, montag kommt gut":             0,
		"meinte dienstag, außerdem lieber vormittags":  0,
		"dienstag, unless es regnet":                   1,
		"dienstag, und die Stadtbücherei hat auch auf": 1,
	} {
		if read := reader.Read(said, understand.Context{Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Expect: understand.ExpectWhen}); len(read.Rest) != want {
			t.Errorf("%q leaves over %q, want %d words", said, read.Rest, want)
		}
	}
}
