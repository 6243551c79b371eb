package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// aboutStep says where the offices are, when they serve and who answers the
// telephone.
type aboutStep struct{}

func (aboutStep) name() string { return "about" }

func (aboutStep) need(*talk) Need { return Need{} }

func (aboutStep) show(t *talk) View {
	v := View{Title: locales.Say("about.title"), Groups: []Group{navigation(backChoice, homeChoice)}}
	all := t.facts.Town.Offices
	if len(all) > mostPlacesTold {
		all = t.officesFor(nil)
	}
	if len(all) > mostPlacesTold {
		v.Body = []locales.Line{whichPlace(all)}
		return v
	}
	for i, o := range all {
		if i > 0 {
			v.Body = append(v.Body, locales.Line{})
		}
		v.Body = append(v.Body, t.about(o)...)
	}
	return v
}

func (t *talk) about(o *booking.Office) []locales.Line {
	lines := []locales.Line{placeLine(o)}
	if hint := o.Address.Hint; len(hint) > 0 {
		lines = append(lines, say(hint))
	}
	lines = append(lines, locales.Say("about.phone", "Phone", o.Phone), locales.Line{}, locales.Say("about.hours"))
	today := o.Today(t.facts.Now)
	for day := today; day.Before(today.Add(daysAbout)); day = day.Add(1) {
		lines = append(lines, servedLines(o, day)...)
	}
	return lines
}

func (aboutStep) choose(*talk, string) bool { return false }

// hear goes on with what is asked next.
func (aboutStep) hear(t *talk, said reading) {
	t.Screen = noScreen
	if t.Draft.Begun() {
		t.miss("remark.choose")
		return
	}
	t.search(said)
}
