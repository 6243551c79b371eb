package booking

import "slices"

// Role is what a member of staff may do. Being in a channel gives nobody a
// role: a lead does.
type Role string

// The roles. Each includes those before it.
const (
	Stranger Role = ""       // not a member of staff, or not yet
	Viewer   Role = "viewer" // sees the day
	Clerk    Role = "clerk"  // books, cancels, calls, closes
	Lead     Role = "lead"   // gives roles and reads the audit log
)

// Roles lists the roles that can be given, from the least to the most.
func Roles() []Role { return []Role{Viewer, Clerk, Lead} }

// Allows tells whether r includes the role needed. A word that is not a role
// allows nothing.
func (r Role) Allows(needed Role) bool {
	has, takes := slices.Index(Roles(), r), slices.Index(Roles(), needed)
	return has >= 0 && takes >= 0 && has >= takes
}
