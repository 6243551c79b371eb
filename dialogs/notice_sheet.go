package dialogs

import (
	"regexp"
	"slices"

	"terminbote/booking"
	"terminbote/locales"
)

// Sheet is all there is to know about an appointment, to be read as a
// letter or a page.
type Sheet struct {
	Number  string
	When    locales.Line
	Length  locales.Line
	Matters []locales.Line // what it is for
	Where   []locales.Line
	Address string         // to look for on a map
	Bring   []locales.Line // what to bring, one thing each
	Forms   []SheetForm
	Cost    []locales.Line
	Changed []locales.Line // what is no longer as it was promised
	Phone   string         // where the office answers
}

// SheetForm is a form to fill in, and where it is; no URL says that it lies at
// the office.
type SheetForm struct {
	Name locales.Line
	URL  string
}

// NewSheet makes an appointment's sheet, with documents, forms and fees as they
// were promised, and with what has changed since.
func NewSheet(o *booking.Office, a booking.Appointment) Sheet {
	f := factsOf(o)
	visit, place := o.Booked(a), o.Address
	s := Sheet{
		Number:  a.Number.String(),
		When:    locales.Say("page.when", "Day", longDateOf(f.date(a)), "Time", f.timeOf(a)),
		Length:  locales.Say("bring.length", "Length", locales.Minutes(a.Span.Length().Minutes())),
		Where:   []locales.Line{say(o.Name), locales.Plain(place.Street), locales.Plain(place.PostCode + " " + place.Town)},
		Address: place.Street + ", " + place.PostCode + " " + place.Town,
		Phone:   o.Phone,
	}
	if o.GivenUp {
		s.Where, s.Address = nil, "" // nobody shall go there
	}
	if len(place.Hint) > 0 {
		s.Where = append(s.Where, say(place.Hint))
	}
	for _, item := range a.Items {
		s.Matters = append(s.Matters, quantityLine(item.Name, item.Quantity))
	}
	for _, d := range visit.Documents() {
		s.Bring = append(s.Bring, say(d.Name))
	}
	for _, f := range visit.Forms() {
		s.Forms = append(s.Forms, SheetForm{say(f.Name), f.URL})
	}
	s.Cost = slices.DeleteFunc(costLines(visit, f.date(a)), locales.Line.IsZero)
	if a.State == booking.Confirmed {
		s.Changed = changeLines(o, a)
	}
	return s
}

// Addressee is the name by which a letter may call somebody. Addresses are not
// verified, so that nothing but what is plainly a name is echoed: where
// anything else was booked or brought over, it is empty.
func Addressee(name string) string {
	name, err := nameIn(name)
	if err != nil || dotted.MatchString(name) {
		return ""
	}
	return name
}

// dotted finds what mail programs would make a link of: "example.gift".
var dotted = regexp.MustCompile(`\.\pL{2}`)
