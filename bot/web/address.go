package web

import "terminbote/booking"

// PageOf is the path of a concern's or a category's page, and its name. There
// has to be one of that ID.
func PageOf(town booking.Town, id string) (path string, name booking.Text) {
	if c, ok := town.Concern(booking.ConcernID(id)); ok {
		return ConcernPath + id, c.Name
	}
	for _, c := range town.Categories() {
		if string(c.ID) == id {
			return CategoryPath + id, c.Name
		}
	}
	return "/", nil
}
