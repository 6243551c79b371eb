// Package diagnosis is what is found out about something that the program
// depends on: the database, a network, its own address.
//
// Anybody who knows the thing looks at it and changes nothing; command prints what
// was found.
package diagnosis

import "fmt"

// Finding is one thing that was looked at. Where nothing is wrong, Wrong is
// empty.
type Finding struct {
	What  string // what was looked at: "database", "TELEGRAM_TOKEN"
	Good  string // what is in order, or worth knowing
	Wrong string // what is not in order
	Helps string // what helps against it
}

// Report is all that was found, in the order in which it was looked at.
type Report []Finding

// Good adds something that is in order.
func (r *Report) Good(what, format string, args ...any) {
	*r = append(*r, Finding{What: what, Good: fmt.Sprintf(format, args...)})
}

// Wrong adds something that is not in order, and what helps.
func (r *Report) Wrong(what, helps, format string, args ...any) {
	*r = append(*r, Finding{What: what, Wrong: fmt.Sprintf(format, args...), Helps: helps})
}

// Healthy tells whether nothing is wrong.
func (r Report) Healthy() bool {
	for _, f := range r {
		if f.Wrong != "" {
			return false
		}
	}
	return true
}
