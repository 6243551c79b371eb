// Package booking holds the rules of a citizens' office: concerns and visits,
// desks and opening hours, free times, holds, appointments, and what may
// follow what.
//
// It knows no clock, no database, no network and no language. The present
// moment and every identifier come in as arguments; decisions go out as
// values; refusals are the few sentinel errors of refusal.go.
package booking
