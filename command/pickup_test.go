package command

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"terminbote/booking/clocktest"
)

// A file with wrong lines: each is named, and the right ones are told, once.
func TestAFileOfNumbersTellsPeople(t *testing.T) {
	t.Parallel()
	i := newImports(t)
	if _, errs, err := i.take("date,time,name,number,concerns,mail\n2026-11-24,9:00,Erika Beispiel,K7M 4QX,id-card,erika@beispiel.de\n"); err != nil {
		t.Fatal(errs)
	}
	path := i.file("Name;Terminnummer\nBeispiel;k7m4qx\nMeier;falsch\nSchmidt;ZZZ 999\n")
	pickup := func(now string) (out, errs string, err error) {
		var o, e bytes.Buffer
		err = runPickup(t.Context(), console{strings.NewReader(""), &o, &e, clocktest.Now}, []string{path, "--database", i.url, "--now", now})
		return o.String(), e.String(), err
	}
	if _, errs, err := pickup("2026-11-23T08:00"); err == nil || !strings.Contains(errs, "K7M 4QX: the appointment is yet to come") {
		t.Errorf("before the appointment: %v\n%s", err, errs)
	}
	out, errs, err := pickup("2026-12-08T08:00")
	if out != "1 told\n" || err == nil || err.Error() != "2 of 3 were not told" {
		t.Errorf("%q, %v", out, err)
	}
	mustContain(t, errs, "line 3: \"falsch\" is no appointment number")
	mustContain(t, errs, "ZZZ 999: there is no such appointment")
	if out, errs, _ := pickup("2026-12-09T08:00"); out != "0 told\n" || !strings.Contains(errs, "was told before") {
		t.Errorf("the second time: %q\n%s", out, errs)
	}
	if err := runPickup(t.Context(), console{strings.NewReader(""), &bytes.Buffer{}, &bytes.Buffer{}, clocktest.Now},
		[]string{filepath.Join(t.TempDir(), "nothing.csv"), "--database", i.url}); err == nil {
		t.Error("a file that is not there is read")
	}
}
