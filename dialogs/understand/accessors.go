package understand

// Doubt is the certainty below which a finding is asked about before it counts.
const Doubt = 0.5

// Values are the values of one type that a reading found and is sure of, in
// the order of the text.
func Values[T Value](r Reading) []T {
	var all []T
	for _, f := range r.Found {
		if v, ok := f.Value.(T); ok && f.Sure >= Doubt {
			all = append(all, v)
		}
	}
	return all
}
