package booking

// Detail is a subject on which a concern can have a text of its own.
type Detail string

// The subjects of details.
const (
	Ready   Detail = "ready"   // when what was applied for is there
	Need    Detail = "need"    // whether one has to come, and whether it goes online
	Proxy   Detail = "proxy"   // whether somebody else can come
	Photo   Detail = "photo"   // which photo, and where one gets it
	Forms   Detail = "forms"   // what to fill in beforehand
	Parents Detail = "parents" // which of a child's parents comes along or signs
)

// Details is all of them.
func Details() []Detail { return []Detail{Ready, Need, Proxy, Photo, Forms, Parents} }

// NeedsPhoto tells whether one of the concern's documents is a photo, and which.
func (c Concern) NeedsPhoto() (Document, bool) {
	for _, d := range c.Documents {
		if d.Photo {
			return d, true
		}
	}
	return Document{}, false
}
