package ledger

import (
	"fmt"
	"strings"
	"testing"
)

func TestNumbersAreReadAsOfficesListThem(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ file, want string }{
		"one a line":               {"K7M 4QX\nBBB222\n\nk7m-4qx\n", "K7M 4QX,BBB 222 []"},
		"from Excel, with columns": {"\ufeffName;Terminnummer\r\nMüller;K7M 4QX\r\nMeier;\r\nSchmidt;12345\r\n", `K7M 4QX [{3 ""} {4 "12345"}]`},
		"a title above":            {"Lieferung der Bundesdruckerei,,\nNr,Nummer,Ort\n1,BBB 222,Werne\n", "BBB 222 []"},
		"nothing that is one":      {"Hallo\n", ` [{1 "Hallo"}]`},
		"no column at all":         {"BBB222;x;y\nfalsch;K7M4QX\n", `BBB 222 [{2 "falsch"}]`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n, err := ReadNumbers(strings.NewReader(test.file))
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for _, number := range n.Numbers {
				all = append(all, number.String())
			}
			if got := fmt.Sprint(strings.Join(all, ","), " ", n.Wrong); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	if _, err := ReadNumbers(strings.NewReader("\n")); err == nil {
		t.Error("an empty file is read")
	}
}
