package understand_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// pieces are what messages are made of in the test below: words that mean
// something in every kind, and characters that mean nothing.
var pieces = strings.Fields("perso reisepass ummelden nicht sondern am um 10 2. 24.11. 9:30 ab bis zwischen und oder heute morgen dienstag nächsten woche in tagen " +
	"nachmittags früh egal ja nein das wars meine frau ich zu zweit mein name ist peter schmidt auf peter@web,de 0171 2345678 K7M 4QX eine stunde später der zweite letzte " +
	"was kostet ? ! , . - – ' @ ( ) 👍 ü ß İ ǆ ½ 99999999999999999999 tomorrow at half past ten next i'd don't Müller-Lüdenscheidt, Dr. 0 24 31. februar KW 53 \u202e \u0301 پ 李 : / +49")

// Whatever people write, in whatever order: reading it never panics, findings
// stand in the order of the text and do not overlap, each is a part of it and
// says something, and the same text reads the same twice.
func TestWhateverIsReadStandsInTheText(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	rapid.Check(t, func(t *rapid.T) {
		text := drawMessage(t)
		in := drawContext(t)
		read := reader.Read(text, in)
		rest := read.Text
		for _, f := range read.Found {
			i := strings.Index(rest, f.Words)
			if f.Words == "" || i < 0 {
				t.Fatalf("%q: %q stands not, or not in order, in %q", text, f.Words, read.Text)
			}
			rest = rest[i+len(f.Words):]
			if f.Value == nil || f.Sure <= 0 || f.Sure > 1 {
				t.Fatalf("%q: %q says %v, sure %v", text, f.Words, f.Value, f.Sure)
			}
			factTexts(f.Value) // panics where the value is of no type that is told to others
		}
		for _, word := range read.Rest {
			if !strings.Contains(read.Text, word) {
				t.Fatalf("%q: the rest %q stands not in it", text, word)
			}
		}
		if again := reader.Read(text, in); readingText(again) != readingText(read) {
			t.Fatalf("%q reads\n%s\nand then\n%s", text, readingText(read), readingText(again))
		}
	})
}

func readingText(r understand.Reading) string {
	var b strings.Builder
	for _, f := range r.Found {
		b.WriteString(f.Words + ": " + strings.Join(factTexts(f.Value), " ") + "\n")
	}
	return b.String() + strings.Join(r.Rest, " ")
}

func drawMessage(t *rapid.T) string {
	if rapid.IntRange(0, 9).Draw(t, "any") == 0 {
		return rapid.String().Draw(t, "text")
	}
	words := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 14).Draw(t, "words")
	return strings.Join(words, rapid.SampledFrom([]string{" ", " ", " ", "", "-", ", "}).Draw(t, "joint"))
}

func drawContext(t *rapid.T) understand.Context {
	expects := []understand.Expect{
		understand.ExpectWish, understand.ExpectMore, understand.ExpectQuantity, understand.ExpectPersons, understand.ExpectYesNo, understand.ExpectOffice,
		understand.ExpectWhen, understand.ExpectName, understand.ExpectMail, understand.ExpectReview, understand.ExpectPhone, understand.ExpectCode,
	}
	return understand.Context{
		Lang:   rapid.SampledFrom([]string{"de", "en", "de-AT", "", "tr"}).Draw(t, "lang"),
		Today:  december(1).Add(rapid.IntRange(-40, 500).Draw(t, "today")),
		Now:    booking.Clock(rapid.IntRange(0, 24*60-1).Draw(t, "now")),
		Expect: rapid.SampledFrom(expects).Draw(t, "expect"),
		Listed: rapid.IntRange(0, 9).Draw(t, "listed"),
	}
}

// What stands far out costs no more than it says: long messages are read as far as
// anybody writes, and it is said where one is longer.
func TestLongMessagesAreReadToTheirEnd(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	const end = ". Termin morgen um 9 Uhr"
	for _, c := range []struct {
		before int // characters
		cut    bool
	}{{1200 - len(end), false}, {1200 - len(end) + 1, true}, {5000, true}} {
		text := strings.Repeat("bla ö ", 1000)
		text = string([]rune(text)[:c.before]) + end
		read := reader.Read(text, understand.Context{Lang: "de", Today: december(1)})
		if read.Cut != c.cut {
			t.Errorf("%d characters and %q: cut %v, want %v", c.before, end, read.Cut, c.cut)
		}
		if days := understand.Values[understand.DaysValue](read); c.before < 1200 && (len(days) != 1 || len(days[0].Spans) != 1 || days[0].Spans[0].From != december(2)) {
			t.Errorf("days = %v, want %v", days, december(2))
		}
		if hours := understand.Values[understand.HoursValue](read); c.before < 1200 && (len(hours) != 1 || len(hours[0].Times) != 1 || hours[0].Times[0] != 9*60) {
			t.Errorf("hours = %v, want 09:00", hours)
		}
	}
}
