package bot_test

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

// A page that fails is tried again after pauses that grow, so that a network in
// trouble is left in peace.
func TestThePausesBetweenTriesGrow(t *testing.T) {
	t.Parallel()
	var at []time.Duration
	began := time.Time{}
	refuse := func(string, int) error {
		at = append(at, time.Since(began)) //nolint:forbidigo // within synctest
		return errors.New("bad gateway")
	}
	onPaper(t, refuse, func(p *paper) {
		began = p.began
		p.write("erika", "hallo")
		time.Sleep(4 * time.Second)
		synctest.Wait()
		if len(at) < 3 {
			t.Fatalf("tried at %v", at)
		}
		for i := 2; i < min(len(at), 4); i++ {
			if before, pause := at[i-1]-at[i-2], at[i]-at[i-1]; pause < 2*before {
				t.Errorf("pauses of %v, then %v", before, pause)
			}
		}
	})
}

// A page that cannot be shown is tried four times in a row and then left to the look
// for what was left undrawn, which tries as often again.
func TestAPageThatCannotBeShownIsLeftToTheSweep(t *testing.T) {
	t.Parallel()
	refuse := func(string, int) error { return errors.New("bad gateway") }
	onPaper(t, refuse, func(p *paper) {
		p.write("erika", "hallo")
		time.Sleep(9 * time.Second)
		synctest.Wait()
		if n := p.tries["erika"]; n != 4 {
			t.Errorf("within nine seconds it was tried %d times", n)
		}
		time.Sleep(9 * time.Second)
		synctest.Wait()
		if n := p.tries["erika"]; n != 8 {
			t.Errorf("within eighteen seconds it was tried %d times", n)
		}
	})
}
