package understand_test

import (
	"fmt"
	"testing"

	"terminbote/dialogs/understand"
)

func TestAListOfNumbersIsReadHoweverItIsPasted(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"K7M 4QX, BBB222 und k7m4qx":         "[K7M 4QX BBB 222] []",
		"K7M4QX;BBB222\nCCC333":              "[K7M 4QX BBB 222 CCC 333] []",
		"=\"K7M4QX\"\n=\"BBB 222\";falsch":   "[K7M 4QX BBB 222] [falsch]",
		"\"K7M4QX\"\t\"BBB222\"|1234":        "[K7M 4QX BBB 222] [1234]",
		"K7M4QX Meier BBB222":                "[K7M 4QX BBB 222] [Meier]",
		"":                                   "[] []",
		"K7M\u00a04QX\u2003BBB\u00a0222 XYZ": "[K7M 4QX BBB 222] [XYZ]",
	} {
		numbers, wrong := understand.ReadNumbers(text)
		if got := fmt.Sprint(numbers, " ", wrong); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
