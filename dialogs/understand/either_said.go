package understand

// IsChoice tells whether a text names things of which only one is meant: "Reisepass
// oder Personalausweis".
func (r *Reader) IsChoice(text string, in Context) bool {
	m := r.message(text, in)
	for _, g := range m.grammars {
		for i := range m.words {
			if g.says(i, sOr) > 0 && g.says(i, sAnd) == 0 {
				return true
			}
		}
	}
	return false
}
