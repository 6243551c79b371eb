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

// FirstValue is the first value of one type that a reading is sure of.
func FirstValue[T Value](r Reading) (T, bool) {
	if all := Values[T](r); len(all) > 0 {
		return all[0], true
	}
	var none T
	return none, false
}

// Days is which days are wanted, all that is said about them together.
func (r Reading) Days() (Days, bool) {
	v, ok := FirstValue[DaysValue](r)
	return v.Days, ok
}

// Window is which times of day are wanted, all that is said about them together.
func (r Reading) Window() (Window, bool) {
	v, ok := FirstValue[HoursValue](r)
	return v.Window, ok
}

// Concerns are what somebody comes for: neither negated nor in doubt, and
// without rivals.
func (r Reading) Concerns() []ConcernValue {
	var all []ConcernValue
	for _, v := range Values[ConcernValue](r) {
		if !v.Negated && len(v.Rivals) == 0 {
			all = append(all, v)
		}
	}
	return all
}

// Negated are the concerns that somebody expressly does not have.
func (r Reading) Negated() []ConcernValue {
	var all []ConcernValue
	for _, v := range Values[ConcernValue](r) {
		if v.Negated {
			all = append(all, v)
		}
	}
	return all
}

// Open are the findings to ask about before they count: those in doubt, and
// concerns with rivals.
func (r Reading) Open() []Finding {
	var all []Finding
	for _, f := range r.Found {
		c, isConcern := f.Value.(ConcernValue)
		if f.Sure < Doubt || isConcern && len(c.Rivals) > 0 {
			all = append(all, f)
		}
	}
	return all
}

// Intent is the first thing that somebody wants done or answers.
func (r Reading) Intent() (Intent, bool) {
	v, ok := FirstValue[IntentValue](r)
	return v.Intent, ok
}

// Questions are what is asked.
func (r Reading) Questions() []QuestionValue { return Values[QuestionValue](r) }

// Number is how many people come or how many cases there are, as the open
// question asks: "zwei", "zu zweit" and "zweimal" answer both.
func (r Reading) Number() (int, bool) {
	if v, ok := FirstValue[CountValue](r); ok {
		return v.Count, true
	}
	v, ok := FirstValue[PersonsValue](r)
	return v.Count, ok
}

// IsEmpty tells whether nothing was found: what stands in Rest was not
// understood.
func (r Reading) IsEmpty() bool { return len(r.Found) == 0 }
