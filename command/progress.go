package command

import (
	"fmt"
	"io"
)

// progress shows how far a long import is: in one changing line on a terminal,
// elsewhere in a line for every thousand.
type progress struct {
	out   io.Writer
	live  bool
	total int
	begun bool // the changing line is not ended
}

// progressStep is the number of appointments between two lines. Fewer need no
// progress.
const progressStep = 1000

func (p *progress) show(does string, done int) {
	switch {
	case p.total < progressStep:
	case p.live:
		fmt.Fprintf(p.out, "\r%s: %d of %d", does, done, p.total)
		p.begun = true
		if done == p.total {
			p.end()
		}
	case done%progressStep == 0 || done == p.total:
		fmt.Fprintf(p.out, "%s: %d of %d\n", does, done, p.total)
	}
}

// end ends the changing line, so that other output starts below it.
func (p *progress) end() {
	if p.begun {
		fmt.Fprintln(p.out)
		p.begun = false
	}
}
