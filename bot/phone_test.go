package bot_test

import (
	"testing"

	"terminbote/bot"
)

func TestANumberCanBeCalled(t *testing.T) {
	t.Parallel()
	for number, want := range map[string]string{
		"02389 71-333":                  "tel:+49238971333",
		"+49 (2389) 71 333":             "tel:+49238971333",
		"0049 2389/71333":               "tel:0049238971333",
		"115":                           "tel:115",
		`1"><script>alert(2)</script>3`: "tel:123",
	} {
		if got := bot.PhoneAddress(number); got != want {
			t.Errorf("%q: %q, want %q", number, got, want)
		}
	}
}
