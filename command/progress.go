package command

import (
	"fmt"
	"io"
)

// progress shows how far a long import is: in one line that changes on a
// terminal, else in a line for every thousand.
type progress struct {
	out   io.Writer
	live  bool
	total int
	begun bool // a line that changes stands there
}

// progressStep is after how many appointments a line is written. Fewer need no
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

// end leaves the line that changes, so that what follows stands below it.
func (p *progress) end() {
	if p.begun {
		fmt.Fprintln(p.out)
		p.begun = false
	}
}
