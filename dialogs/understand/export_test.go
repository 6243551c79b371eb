package understand

// StrangeMatters is the matters of the table that a reader's town has no entry
// for.
func (r *Reader) StrangeMatters() []string {
	var strange []string
	for i, name := range r.model.names {
		if r.matters.at[i] < 0 && name != noMatter {
			strange = append(strange, name)
		}
	}
	return strange
}
