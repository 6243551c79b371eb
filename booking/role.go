package booking

import "slices"

// Role is what a member of the staff may do. Nobody has one by being in a
// channel: a lead gives it.
type Role string

// The roles, each of which may do all that those before it may.
const (
	Stranger Role = ""       // not of the staff, or nobody has said so yet
	Viewer   Role = "viewer" // sees the day
	Clerk    Role = "clerk"  // books, cancels, calls, closes
	Lead     Role = "lead"   // gives roles and reads the trail
)

// Roles is all that can be given, from the least to the most.
func Roles() []Role { return []Role{Viewer, Clerk, Lead} }

// Allows tells whether r may do what takes the role needed. A word that is no
// role allows nothing.
func (r Role) Allows(needed Role) bool {
	has, takes := slices.Index(Roles(), r), slices.Index(Roles(), needed)
	return has >= 0 && takes >= 0 && has >= takes
}
