package office

import (
	"reflect"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"terminbote/booking"
)

// warner looks for what an office file may say and hardly ever means: the slips
// of somebody who copies a line and changes half of it.
type warner struct {
	inspected

	today booking.Date
}

func warn(i inspected, now time.Time) {
	zone := time.UTC
	if i.TimeZone.set {
		zone = i.TimeZone.v
	}
	w := warner{i, booking.DateOf(now, zone)}
	w.walk(reflect.ValueOf(i.file).Elem(), "")
	w.warnClosures()
	w.warnExtraHours()
	w.warnWalkIn()
	w.warnFees()
	w.warnPeriods()
	w.warnDesks()
	w.warnShifts()
	w.warnNames()
}

// walk looks at the values that are judged by themselves, wherever they stand.
func (w warner) walk(v reflect.Value, key string) {
	if v.Kind() == reflect.Pointer {
		if !v.IsNil() {
			w.walk(v.Elem(), key)
		}
		return
	}
	switch x := v.Addr().Interface().(type) {
	case *line:
		w.warnLine(*x, key)
		return
	case leaf:
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			w.walk(v.Index(i), key)
		}
	case reflect.Struct:
		for field := range fields(v.Type()) {
			name, _ := keyOf(field)
			w.walk(v.FieldByIndex(field.Index), name)
		}
	}
}

var postCodeForm = regexp.MustCompile(`^[0-9]{5}$`)

func (w warner) warnLine(x line, key string) {
	switch {
	case !x.set:
	case key == "phone":
		w.warnPhone(x)
	case key == "post_code" && !postCodeForm.MatchString(x.v):
		w.warn(x.position, "%s is no German post code, which has five digits", quote(x.v))
	}
}

var (
	phoneForm = regexp.MustCompile(`^[+(]*[0-9][0-9 ()/.–-]*$`)
	// shortNumbers have no area code: the authorities' number and emergency calls.
	shortNumbers = regexp.MustCompile(`^1(10|12|15|16[0-9]{3}|18[0-9]{2,3})$`)
)

// warnPhone warns of what nobody can dial, or can dial in town only.
func (w warner) warnPhone(x line) {
	number := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, x.v)
	same := number != "" && strings.Trim(number, number[:1]) == ""
	switch {
	case !phoneForm.MatchString(x.v):
		w.warn(x.position, "%s is no telephone number that can be dialled; expected one such as 02389 71-333", quote(x.v))
	case shortNumbers.MatchString(number):
	case same || strings.HasPrefix(countedUp, number):
		w.warn(x.position, "%s looks like a placeholder; expected the office's telephone number", quote(x.v))
	case number[0] != '0' && x.v[0] != '+':
		w.warn(x.position, "%s has no area code; expected one such as 02389 71-333", quote(x.v))
	case len(number) < 6 || len(number) > 15:
		w.warn(x.position, "%s has too few or too many digits for a telephone number", quote(x.v))
	}
}

// countedUp is what somebody types who only wants to fill a field.
const countedUp = "0123456789"

// longestLabel is how many letters of a button's label phones show; the rest is
// left out.
const longestLabel = 60

// mostInCategory is how many concerns fit on a page of buttons. More stand on
// several pages, which people have to turn.
const mostInCategory = 30

// warnNames warns of names that buttons cannot show, or cannot tell apart.
func (w warner) warnNames() {
	w.warnLabels(w.Concerns, func(x any) (name, text) { c, _ := x.(concern); return c.Category, c.Name })
	w.warnLabels(w.Categories, func(x any) (name, text) { c, _ := x.(category); return name{}, c.Name })
	w.warnLabels(w.Desks, func(x any) (name, text) { d, _ := x.(desk); return name{}, d.Name })
	members := map[string]int{}
	for _, c := range w.Concerns {
		members[c.Category.v]++
	}
	for _, c := range w.Categories {
		if n := members[c.ID.v]; n > mostInCategory {
			w.warn(c.ID.position, "there are %d concerns in this category; more than %d do not fit on a page of buttons", n, mostInCategory)
		}
	}
}

// warnLabels warns of labels that are too long, and of those that look alike
// among the same buttons.
func (w warner) warnLabels(list any, of func(any) (among name, label text)) {
	type shown struct{ among, lang, label string }
	first := map[shown]int{}
	all := reflect.ValueOf(list)
	for i := range all.Len() {
		among, label := of(all.Index(i).Interface())
		for _, lang := range words(label.v) {
			s := label.v[lang]
			if n := utf8.RuneCountInString(s); n > longestLabel {
				w.warn(label.position, "%s has %d letters; a button shows %d of them", quote(s), n, longestLabel)
			}
			look := shown{among.v, lang, strings.ToLower(s)}
			if line, twice := first[look]; twice {
				w.warn(label.position, "%s is called as what stands in line %d; nobody can tell the two apart", quote(s), line)
				break
			}
			first[look] = label.line
		}
	}
}
