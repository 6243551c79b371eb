package bot_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/bot"
	"terminbote/dialogs"
)

// A file that fails for a while is handed over later, and its page is not drawn
// a second time for that; one that is refused for good is given up, and its page
// counts as drawn.
func TestAFileIsHandedOverOnceWithoutItsPage(t *testing.T) {
	t.Parallel()
	gateway := errors.New("bad gateway")
	for name, tt := range map[string]struct {
		faults []error
		files  int
		left   []string
	}{
		"at once":         {nil, 1, nil},
		"after faults":    {[]error{gateway, gateway}, 1, nil},
		"after a rest":    {[]error{dialogs.Later{After: 20 * time.Second}}, 1, nil},
		"refused":         {[]error{fmt.Errorf("%w: too large", bot.ErrRefused)}, 0, nil},
		"nobody is there": {[]error{dialogs.ErrUnreachable}, 0, []string{"erika"}},
	} {
		onPaper(t, nil, func(p *paper) {
			p.unhanded = slices.Clone(tt.faults)
			p.write("erika", "hallo", "meine daten")
			time.Sleep(time.Minute)
			synctest.Wait()
			if len(p.files) != tt.files || !slices.Equal(p.box.left, tt.left) {
				t.Errorf("%s: files %q, unreachable %q", name, p.files, p.box.left)
			}
			if seen := p.seen("erika"); len(seen) != 1 {
				t.Errorf("%s: the page was drawn %d times", name, len(seen))
			}
			p.write("erika", "Reisepass")
			if seen := p.seen("erika"); len(seen) != 2 {
				t.Errorf("%s: what was written afterwards is answered by %d pages", name, len(seen)-1)
			}
			if len(p.files) != tt.files {
				t.Errorf("%s: the next page brings files: %q", name, p.files)
			}
		})
	}
}

// While a file waits, the page that follows is drawn once and the file comes with
// it, in its chat alone.
func TestAFileThatWaitsComesWithTheNextPage(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.unhanded = []error{dialogs.Later{After: 10 * time.Second}}
		p.write("erika", "hallo", "meine daten")
		p.seen("erika")
		p.write("erika", "Reisepass")
		p.write("otto", "hallo")
		if len(p.seen("otto")) != 1 || len(p.seen("erika")) != 1 || len(p.files) != 0 {
			t.Errorf("while erika's chat rests: otto %d pages, erika %d, files %q", len(p.seen("otto")), len(p.seen("erika")), p.files)
		}
		time.Sleep(11 * time.Second)
		seen := p.seen("erika")
		if len(seen) != 2 || len(p.files) != 1 || seen[1].after != 10*time.Second {
			t.Errorf("after the rest: %d pages, files %q", len(seen), p.files)
		}
		if len(seen[1].page.Remarks) > 1 {
			t.Errorf("what the page before said is said again: %q", seen[1].page.Remarks)
		}
	})
}
