package understand_test

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// fact is one thing that a reading says, written as a label.
type fact struct {
	text  string
	asked bool // it is asked about before it counts
}

// factsOf writes all that a reading says as labels.
func factsOf(r understand.Reading) []fact {
	var all []fact
	var days []understand.Days
	for _, f := range r.Found {
		if d, ok := f.Value.(understand.DaysValue); ok && f.Sure >= 0.5 {
			days = append(days, d.Days)
			continue
		}
		for _, text := range factTexts(f.Value) {
			all = append(all, fact{text, f.Sure < 0.5 || strings.Contains(text, "|")})
		}
	}
	for _, text := range daysFacts(mergedDays(days)) {
		all = append(all, fact{text: text})
	}
	return all
}

// mergedDays puts together what is said about days in several places of a text.
func mergedDays(all []understand.Days) understand.Days {
	var d understand.Days
	for _, one := range all {
		d.Spans = append(d.Spans, one.Spans...)
		d.Weekdays |= one.Weekdays
		d.Not |= one.Not
		d.Off = append(d.Off, one.Off...)
		d.Soonest = d.Soonest || one.Soonest
		d.Any = d.Any || one.Any
		if one.Fault != "" {
			d.Fault = one.Fault
		}
	}
	return d
}

// factTexts writes a value as labels.
func factTexts(value understand.Value) []string {
	switch v := value.(type) {
	case understand.ConcernValue:
		return []string{concernFact(v)}
	case understand.DaysValue:
		return daysFacts(v.Days)
	case understand.HoursValue:
		return windowFacts(v.Window)
	case understand.MailValue:
		if v.Meant != "" {
			return []string{"mail=" + v.Address, "meant=" + v.Meant}
		}
		return []string{"mail=" + v.Address}
	case understand.ShiftValue:
		return []string{shiftFact(v)}
	case understand.QuestionValue:
		if v.Concern != "" {
			return []string{fmt.Sprintf("ask=%s:%s", v.About, v.Concern)}
		}
		if v.About == understand.AboutSoonest {
			return append(daysFacts(v.Days), append(windowFacts(v.Window), "ask=soonest")...) // what is free then
		}
		return []string{fmt.Sprintf("ask=%s", v.About)}
	default:
		return []string{plainFact(value)}
	}
}

// plainFact writes a value that is one word.
func plainFact(value understand.Value) string {
	switch v := value.(type) {
	case understand.ElsewhereValue:
		return "elsewhere=" + v.ID
	case understand.StaysValue:
		if v.ID == "" {
			return "stays=all"
		}
		return "stays=" + string(v.ID)
	case understand.PersonsValue:
		if v.By != 0 {
			return fmt.Sprintf("persons=%+d", v.By)
		}
		return fmt.Sprintf("persons=%d", v.Count)
	case understand.CountValue:
		return fmt.Sprintf("count=%d", v.Count)
	case understand.ChoiceValue:
		return fmt.Sprintf("choice=%d", v.Place)
	case understand.NameValue:
		return "name=" + strings.ReplaceAll(v.Name, " ", "_")
	case understand.PhoneValue:
		return "phone=" + v.Phone
	case understand.LackValue:
		return "lack=" + string(v.Of)
	case understand.NumberValue:
		return "number=" + string(v.Number)
	case understand.IntentValue:
		return "intent=" + strings.ReplaceAll(string(v.Intent), " ", "_")
	case understand.CorrectionValue:
		if v.Of == understand.ExpectWish {
			return "correct=wish"
		}
		return "correct=" + string(v.Of)
	case understand.TalkValue:
		return "talk=" + string(v.Talk)
	case understand.LanguageValue:
		return "lang=" + v.Lang
	}
	panic(fmt.Sprintf("%T has no label", value))
}

func concernFact(v understand.ConcernValue) string {
	ids := []string{string(v.ID)}
	for _, rival := range v.Rivals {
		ids = append(ids, string(rival))
	}
	slices.Sort(ids)
	text := strings.Join(slices.Compact(ids), "|")
	switch {
	case v.Negated:
		return "not=" + text
	case v.Quantity > 1 && len(ids) == 1:
		return fmt.Sprintf("concern=%s*%d", text, v.Quantity)
	}
	return "concern=" + text
}

func shiftFact(v understand.ShiftValue) string {
	text := "shift=earlier"
	if v.Later {
		text = "shift=later"
	}
	switch {
	case v.Days > 0:
		return fmt.Sprintf("%s:%dd", text, v.Days)
	case v.Minutes > 0:
		return fmt.Sprintf("%s:%d", text, v.Minutes)
	}
	return text
}

// daysFacts writes days as labels. Where no such day can be meant, that is all
// there is to say.
func daysFacts(d understand.Days) []string {
	if d.Fault != "" {
		return []string{"dayfault=" + string(d.Fault)}
	}
	var all []string
	if spans := leftOf(d); len(spans) > 0 {
		all = append(all, "days="+spansText(spans))
	}
	if d.Weekdays != 0 {
		all = append(all, "weekdays="+weekdaysText(d.Weekdays))
	}
	if d.Not != 0 {
		all = append(all, "notdays="+weekdaysText(d.Not))
	}
	if d.Soonest {
		all = append(all, "soonest")
	}
	if d.Any {
		all = append(all, "anyday")
	}
	return all
}

// leftOf is the stretches of days that do: of those wanted, or else of all from today on,
// without those that are refused.
func leftOf(d understand.Days) []understand.DateSpan {
	left := d.Spans
	if len(left) == 0 && len(d.Off) > 0 {
		left = []understand.DateSpan{{From: monday}}
	}
	for _, off := range d.Off {
		var rest []understand.DateSpan
		for _, s := range left {
			before, after := s, s
			before.To, after.From = off.From.Add(-1), off.To.Add(1)
			switch {
			case !s.To.IsZero() && s.To.Before(off.From), !off.To.IsZero() && off.To.Before(s.From):
				rest = append(rest, s)
				continue
			case !off.From.IsZero() && s.From.Before(off.From):
				rest = append(rest, before)
			}
			if !off.To.IsZero() && (s.To.IsZero() || off.To.Before(s.To)) {
				rest = append(rest, after)
			}
		}
		left = rest
	}
	return left
}

func spansText(spans []understand.DateSpan) string {
	var all []string
	for _, s := range spans {
		text := dateText(s.From) + ".." + dateText(s.To)
		if s.From == s.To {
			text = dateText(s.From)
		}
		all = append(all, text)
	}
	return strings.Join(all, ",")
}

// dateText leaves an open end open.
func dateText(d booking.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

var weekdayNames = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

func weekdaysText(w booking.Weekdays) string {
	var all []string
	for day := time.Sunday; day <= time.Saturday; day++ {
		if w.Has(day) {
			all = append(all, weekdayNames[day])
		}
	}
	return strings.Join(all, ",")
}

// windowFacts writes times of day as labels, of several times the likeliest.
func windowFacts(w understand.Window) []string {
	var all []string
	if len(w.Spans) > 0 {
		var spans []string
		for _, s := range w.Spans {
			spans = append(spans, s.From.String()+"-"+min(s.To, booking.Midnight).String())
		}
		all = append(all, "hours="+strings.Join(spans, ","))
	}
	if len(w.Times) > 0 {
		all = append(all, "time="+w.Times[0].String())
	}
	if w.About != 0 {
		all = append(all, "about="+w.About.String())
	}
	if w.Any {
		all = append(all, "anytime")
	}
	if w.Latest {
		all = append(all, "latest")
	}
	if w.Same {
		all = append(all, "sametime")
	}
	return all
}
