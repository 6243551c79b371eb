package dialogs

// takePlace takes the office that a message names along with what is wanted:
// "Personalausweis in Werne". The question where takes what is its answer alone.
func (x *taking) takePlace() {
	_, wanted := x.wishes()
	if x.Draft.Office != "" || len(wanted) == 0 {
		return
	}
	all := x.offices()
	if len(all) < 2 {
		return
	}
	at, whole := x.read(x.said.Text).places(x.facts.Town, all)
	if len(at) != 1 || !whole {
		return
	}
	x.Draft.Office = all[at[0]]
	if o, ok := x.facts.Town.Office(x.Draft.Office); ok {
		x.took(say(o.Name))
	}
}
