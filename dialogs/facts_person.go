package dialogs

import "terminbote/booking"

// Reach is which staff can be reached in the chat.
type Reach struct {
	Offices []booking.OfficeID // whose staff can be
	Talk    *HeldTalk          // that they hold in place of the assistant; nil: none
}

// HeldTalk is a talk with staff that is under way.
type HeldTalk struct {
	Office   booking.OfficeID
	Ahead    int  // how many others wait for the same staff, and were there before
	Answered bool // they have written
}

// reachable is the offices whose staff can be reached in the chat.
func (f Facts) reachable() []*booking.Office {
	var all []*booking.Office
	if f.Reach == nil {
		return nil
	}
	for _, id := range f.Reach.Offices {
		if o, ok := f.Town.Office(id); ok {
			all = append(all, o)
		}
	}
	return all
}

// held is the talk that staff hold; false where the assistant does.
func (f Facts) held() (HeldTalk, bool) {
	if f.Reach == nil || f.Reach.Talk == nil {
		return HeldTalk{}, false
	}
	return *f.Reach.Talk, true
}
