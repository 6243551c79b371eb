package ledger

import (
	"fmt"
	"strings"
	"testing"
)

func TestNumbersAreReadAsOfficesListThem(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ file, want string }{
		"numbers of its own":       {"Nummer;Terminnummer;Terminnr\n1;K7M4QX;\n2;BBB222;BBB222\n", "K7M 4QX,BBB 222 []"},
		"no heading, names first":  {"Erika;K7M4QX\nJörg;BBB222\n", "K7M 4QX,BBB 222 []"},
		"kept from being formulas": {"Name;Nummer\n=\"Erika\";=\"K7M4QX\"\nJörg;'BBB222\n", "K7M 4QX,BBB 222 []"},
		"as formulas, alone":       {"=\"K7M4QX\"\r\n=\"BBB222\"\r\n", "K7M 4QX,BBB 222 []"},
		"quoted formulas":          {"Nummer;Notiz\nK7M4QX;\"sagt \"\"=x\"\" und;=\"\"y\"\"\"\n", "K7M 4QX []"},
		"said by Excel":            {"sep=;\r\nName;Nummer\r\nErika;K7M4QX\r\n", "K7M 4QX []"},
		"a mark out of place":      {"Nummer\nK7M4QX\nB\"BB222\n", `K7M 4QX [line 3: a quotation mark out of place: a value with one in it is written "so ""to say"""]`},
		"one a line":               {"K7M 4QX\nBBB222\n\nk7m-4qx\n", "K7M 4QX,BBB 222 []"},
		"from Excel, with columns": {"\ufeffName;Terminnummer\r\nMüller;K7M 4QX\r\nMeier;\r\nSchmidt;12345\r\n", `K7M 4QX [line 3: "" is no appointment number line 4: "12345" is no appointment number]`},
		"a title above":            {"Lieferung der Bundesdruckerei,,\nNr,Nummer,Ort\n1,BBB 222,Werne\n", "BBB 222 []"},
		"nothing that is one":      {"Hallo\n", ` [line 1: "Hallo" is no appointment number]`},
		"no column at all":         {"BBB222;x;y\nfalsch;K7M4QX\n", `BBB 222 [line 2: "falsch" is no appointment number]`},
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
