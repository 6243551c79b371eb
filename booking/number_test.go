package booking_test

import (
	"encoding/binary"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"terminbote/booking"
)

func numberFrom(n uint64) booking.Number {
	var random [8]byte
	binary.BigEndian.PutUint64(random[:], n)
	return booking.NewNumber(random)
}

func TestNumbersCanBeReadOutOnThePhone(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		number := string(numberFrom(rapid.Uint64().Draw(t, "random")))
		if len(number) != 6 || strings.Trim(number, "23456789BCDFGHJKLMNPQRSTVWXYZ") != "" {
			t.Fatalf("%q is hard to read out", number)
		}
	})
}

func TestEveryLetterAndDigitIsUsed(t *testing.T) {
	t.Parallel()
	seen := map[rune]bool{}
	for n := range uint64(100) {
		for _, r := range string(numberFrom(n * 0x9e3779b97f4a7c15)) {
			seen[r] = true
		}
	}
	const want = 29
	if len(seen) != want {
		t.Errorf("want %d, got %d", want, len(seen))
	}
	for _, r := range "0O1IAEU" {
		if seen[r] {
			t.Errorf("%c is confused or makes words", r)
		}
	}
}

func TestDifferentRandomGivesDifferentNumbers(t *testing.T) {
	t.Parallel()
	const all = 29 * 29 * 29 * 29 * 29 * 29
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Uint64().Draw(t, "a"), rapid.Uint64().Draw(t, "b")
		if rapid.Bool().Draw(t, "neighbours") {
			b = a + rapid.Uint64Range(0, 40).Draw(t, "apart")
		}
		if want, got := a%all == b%all, numberFrom(a) == numberFrom(b); want != got {
			t.Fatalf("same number: want %t, got %t (%s, %s)", want, got, numberFrom(a), numberFrom(b))
		}
	})
}

func TestANumberIsUnderstoodAsItIsWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := numberFrom(rapid.Uint64().Draw(t, "random"))
		for _, text := range []string{
			string(want), want.String(), strings.ToLower(string(want)),
			" " + string(want[:3]) + "-" + string(want[3:]) + "\n", strings.Join(strings.Split(string(want), ""), " "),
		} {
			if got, ok := booking.ParseNumber(text); !ok || got != want {
				t.Fatalf("%q: want %s, got %s, %t", text, want, got, ok)
			}
		}
	})
}

func TestWhatIsNoNumber(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "K7M4Q", "K7M4QXX", "K7M4Q0", "K7M4QO", "K7M4Q1", "K7M4QI", "K7M4QA", "K7M4Q!", "K7M4QÄ", "💬K7M4Q", "K7M4Q\xff", "------"} {
		if got, ok := booking.ParseNumber(text); ok {
			t.Errorf("%q is taken for %s", text, got)
		}
	}
}

func TestANumberIsWrittenInTwoGroups(t *testing.T) {
	t.Parallel()
	for number, want := range map[booking.Number]string{"K7M4QX": "K7M 4QX", "": "", "OLD-17": "OLD -17", "17": "17"} {
		if got := number.String(); got != want {
			t.Errorf("%q: want %q, got %q", string(number), want, got)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, text := range []string{"K7M4QX", "k7m-4qx", "K7M 4QX", "0O1I", "ſſſſſſ", "\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		number, ok := booking.ParseNumber(text)
		if !ok {
			return
		}
		if again, ok := booking.ParseNumber(number.String()); !ok || again != number || len(number) != 6 {
			t.Errorf("%q: %q is read as %q", text, number, again)
		}
	})
}
