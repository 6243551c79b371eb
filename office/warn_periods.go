package office

// warnPeriods warns of shifts, concerns, lengths, documents and forms that were over long
// ago, and of those whose year was most likely mistyped.
func (w warner) warnPeriods() {
	for _, c := range w.Concerns {
		w.warnPeriod(c.From, c.Until)
		for _, p := range c.Minutes.Periods {
			w.warnPeriod(p.From, p.Until)
		}
	}
	for _, s := range w.Shifts {
		w.warnPeriod(s.From, s.Until)
	}
	for _, d := range w.Documents {
		w.warnPeriod(d.From, d.Until)
	}
	for _, f := range w.Forms {
		w.warnPeriod(f.From, f.Until)
	}
}

func (w warner) warnPeriod(from, until date) {
	switch {
	case until.set && until.v.DaysUntil(w.today) > longPast:
		w.warn(until.position, "%s is long past; is the year right? If so, the entry can go", until.v)
	case w.today.DaysUntil(from.v) > farAhead:
		w.warn(from.position, "%s is far ahead; is the year right?", from.v)
	case w.today.DaysUntil(until.v) > farAhead:
		w.warn(until.position, "%s is far ahead; is the year right?", until.v)
	}
}
