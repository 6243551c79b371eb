package office

import (
	"net/url"
	"reflect"
	"regexp"
	"strings"
	"time"

	_ "time/tzdata" // a machine without time zones must not refuse an office

	"terminbote/booking"
)

// date is a day of the calendar.
type date struct{ value[booking.Date] }

var dateForm = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

func (x *date) read(r *reader, n *node, _ reflect.StructTag) {
	s, ok := r.matching(n, dateForm, say("a date such as 2026-11-24"))
	if !ok {
		return
	}
	d, err := booking.ParseDate(s)
	if err != nil {
		r.add(n.position, "there is no day %s; expected one the calendar has, such as 2026-11-24", s)
		return
	}
	x.take(n, d)
}

func (x *date) schema(reflect.StructTag) map[string]any {
	return map[string]any{"type": "string", "format": "date", "pattern": dateForm.String()}
}

// hours is a stretch of a day.
type hours struct{ value[booking.Hours] }

var hoursForm = regexp.MustCompile(`^([0-9]{1,2}:[0-9]{2}) ?- ?([0-9]{1,2}:[0-9]{2})$`)

func (x *hours) read(r *reader, n *node, _ reflect.StructTag) {
	s, ok := r.matching(n, hoursForm, say("hours such as 08:00-16:00"))
	if !ok {
		return
	}
	parts := hoursForm.FindStringSubmatch(s)
	var clocks [2]booking.Clock
	for i := range clocks {
		c, err := booking.ParseClock(parts[i+1])
		if err != nil {
			r.add(n.position, "there is no time %s; expected one from 00:00 to 24:00", parts[i+1])
			return
		}
		clocks[i] = c
	}
	if clocks[0] >= clocks[1] {
		r.add(n.position, "%s does not end after it begins; expected hours such as 08:00-16:00", s)
		return
	}
	x.take(n, booking.Hours{From: clocks[0], To: clocks[1]})
}

func (x *hours) schema(reflect.StructTag) map[string]any {
	return map[string]any{"type": "string", "pattern": hoursForm.String()}
}

// weekday is a day of the week by its English name.
type weekday struct{ value[time.Weekday] }

func (x *weekday) read(r *reader, n *node, _ reflect.StructTag) {
	s, ok := r.string(n, say("a weekday such as monday"))
	if !ok {
		return
	}
	for i, day := range weekdayNames() {
		if day == s {
			x.take(n, time.Weekday(i))
			return
		}
	}
	r.add(n.position, "there is no weekday %s; %s", quote(s), suggest(s, weekdayNames()))
}

func (x *weekday) schema(reflect.StructTag) map[string]any {
	return map[string]any{"enum": weekdayNames()}
}

func weekdayNames() []string {
	all := make([]string, 7)
	for i := range all {
		all[i] = strings.ToLower(time.Weekday(i).String())
	}
	return all
}

// link is the address of a web page.
type link struct{ value[string] }

func (x *link) read(r *reader, n *node, _ reflect.StructTag) {
	if s, ok := r.url(n); ok {
		x.take(n, s)
	}
}

func (r *reader) url(n *node) (string, bool) {
	expected := say("a web address such as https://www.werne.de/")
	s, ok := r.string(n, expected)
	if !ok {
		return "", false
	}
	u, err := url.Parse(s)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Hostname() == "" || strings.Contains(s, " ") {
		r.add(n.position, "%s is no web address; expected %s", quote(s), expected)
		return "", false
	}
	return s, true
}

func (x *link) schema(reflect.StructTag) map[string]any { return linkSchema() }

func linkSchema() map[string]any {
	return map[string]any{"type": "string", "format": "uri", "pattern": "^https?://[^ /]"}
}

// zone is a time zone.
type zone struct{ value[*time.Location] }

func (x *zone) read(r *reader, n *node, _ reflect.StructTag) {
	s, ok := r.string(n, say("a time zone such as Europe/Berlin"))
	if !ok {
		return
	}
	// "Local" is the machine's own zone, which is not the office's.
	location, err := time.LoadLocation(s)
	if err != nil || s == "Local" {
		r.add(n.position, "there is no time zone %s; expected one such as Europe/Berlin", quote(s))
		return
	}
	x.take(n, location)
}

func (x *zone) schema(reflect.StructTag) map[string]any {
	return map[string]any{"type": "string", "minLength": 1, "examples": []string{"Europe/Berlin"}}
}

// state is one of the German states, by its code in ISO 3166-2.
type state struct{ value[string] }

func (x *state) read(r *reader, n *node, _ reflect.StructTag) {
	s, ok := r.string(n, say("a German state such as NW"))
	if !ok {
		return
	}
	if _, known := holidaysByState[s]; !known {
		r.add(n.position, "there is no state %s; expected %s", quote(s), strings.Join(words(holidaysByState), ", "))
		return
	}
	x.take(n, s)
}

func (x *state) schema(reflect.StructTag) map[string]any {
	return map[string]any{"enum": words(holidaysByState)}
}
