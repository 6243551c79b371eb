package understand

// denialWords is how one language says that something is not wanted, beside its
// words for "not". The lists are written as those of officeWords are.
type denialWords struct {
	refuses  string // a clause with one of these wants nothing of what it names: darauf verzichten
	settles  string // a clause with one of these says that what it names is all right: noch gültig
	means    string // verbs that say with "not" what somebody has not come for: es geht um
	excepts  string // what stands behind, up to the next thing, is left out: außer
	embraces string // what stands between is left out: von … abgesehen
	prefers  string // before what is compared: lieber
	than     string // and before what is liked less: als
	no       string // says at the end of a clause that its thing is not wanted: nein
	hedges   string // may stand before it: doch nicht
	intended string // tells what somebody wanted once: wollte
	firstly  string // and that this was before: erst
	reverses string // begins what is so nevertheless: aber
	others   string // behind "nothing": only what follows: nichts anderes als
	longer   string // behind a need that is no more: mehr
	whole    string // of what is complete, only the exception is wanted: alles
	there    string // says that something is there: haben
}

var (
	refusals    = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.office.denials.refuses), true) })
	settlements = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.office.denials.settles), true) })
	exceptions  = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.office.denials.excepts), true) })
	embraces    = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.office.denials.embraces), true) })

	meanings    = unitedDenials(func(d denialWords) string { return d.means })
	preferring  = unitedDenials(func(d denialWords) string { return d.prefers })
	comparisons = unitedDenials(func(d denialWords) string { return d.than })
	nays        = unitedDenials(func(d denialWords) string { return d.no })
	hedging     = unitedDenials(func(d denialWords) string { return d.hedges })
	intending   = unitedDenials(func(d denialWords) string { return d.intended })
	firstly     = unitedDenials(func(d denialWords) string { return d.firstly })
	reversing   = unitedDenials(func(d denialWords) string { return d.reverses })
	longer      = unitedDenials(func(d denialWords) string { return d.longer })
	elses       = unitedDenials(func(d denialWords) string { return d.others })
	wholes      = unitedDenials(func(d denialWords) string { return d.whole })
	theres      = unitedDenials(func(d denialWords) string { return d.there })
)

func unitedDenials(of func(denialWords) string) map[string]bool {
	return unitedWords(func(w officeWords) string { return of(w.denials) })
}
