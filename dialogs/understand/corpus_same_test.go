package understand_test

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// alikes are labels that lead to the same, whatever is asked.
var alikes = map[string]string{
	"intent=hello":   "talk=greeting",
	"intent=thanks":  "talk=thanks",
	"intent=soonest": "soonest",
	"ask=soonest":    "soonest",
}

// alikesAt are labels that lead to the same where a certain question stands
// open: to "anything else?" there are many ways to say no.
var alikesAt = map[understand.Expect]map[string]string{
	understand.ExpectMore:   {"intent=enough": "intent=no", "intent=next": "intent=no"},
	understand.ExpectYesNo:  {"intent=next": "intent=yes"},
	understand.ExpectReview: {"intent=next": "intent=yes"},
	understand.ExpectMail:   {"intent=next": "intent=no"},
	understand.ExpectPhone:  {"intent=next": "intent=no"},
}

// canonical writes a label or a fact so that what means the same reads the
// same in this context.
func canonical(text string, in understand.Context) string {
	if same, ok := alikesAt[in.Expect][text]; ok {
		return same
	}
	if same, ok := alikes[text]; ok {
		return same
	}
	key, value, _ := strings.Cut(text, "=")
	switch key {
	case "count":
		return countKey(in) + "=" + value
	case "concern", "not":
		return key + "=" + sorted(strings.TrimSuffix(value, "*1"), "|")
	case "days":
		return "days=" + spansText(mergedSpans(parsedSpans(value), in.Today))
	case "weekdays", "notdays", "hours":
		return key + "=" + sorted(value, ",")
	case "mail", "meant", "name":
		return key + "=" + strings.ToLower(strings.NewReplacer("’", "'").Replace(value))
	case "phone":
		return "phone=" + digits(value)
	}
	return text
}

// countKey is what a bare number is where a question gives it its meaning.
func countKey(in understand.Context) string {
	switch {
	case in.Listed > 0:
		return "choice"
	case in.Expect == understand.ExpectQuantity, in.Expect == understand.ExpectPersons:
		return "persons"
	}
	return "count"
}

func sorted(list, separator string) string {
	all := strings.Split(list, separator)
	slices.Sort(all)
	return strings.Join(all, separator)
}

// digits is a telephone number as one dials it within the country.
func digits(phone string) string {
	phone = strings.ReplaceAll(phone, "+49", "0")
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, phone)
}

// parsedSpans reads "2026-12-01,2026-12-04..2026-12-06". A date that is missing
// or no date is an open end.
func parsedSpans(text string) []understand.DateSpan {
	var all []understand.DateSpan
	for part := range strings.SplitSeq(text, ",") {
		from, to, isSpan := strings.Cut(part, "..")
		if !isSpan {
			to = from
		}
		var span understand.DateSpan
		span.From, _ = booking.ParseDate(from)
		span.To, _ = booking.ParseDate(to)
		all = append(all, span)
	}
	return all
}

// far is an end so far off that it is none.
const far = 60

// mergedSpans leaves out what is past, joins what touches, and opens what ends
// so far off that the end tells nothing.
func mergedSpans(spans []understand.DateSpan, today booking.Date) []understand.DateSpan {
	slices.SortFunc(spans, func(a, b understand.DateSpan) int { return -a.From.DaysUntil(b.From) })
	var all []understand.DateSpan
	for _, s := range spans {
		if s.From.IsZero() || s.From.Before(today) && !s.To.Before(today) {
			s.From = today
		}
		if !s.To.IsZero() && s.From.DaysUntil(s.To) >= far {
			s.To = booking.Date{}
		}
		last := len(all) - 1
		if last < 0 || all[last].To.IsZero() || all[last].To.DaysUntil(s.From) > 1 {
			all = append(all, s)
			continue
		}
		if s.To.IsZero() || s.To.After(all[last].To) {
			all[last].To = s.To
		}
	}
	return all
}

// within tells whether hours, as a label, hold a time, as a label.
func within(hours, clock string) bool {
	at, err := booking.ParseClock(clock)
	if err != nil {
		return false
	}
	for span := range strings.SplitSeq(hours, ",") {
		from, to, _ := strings.Cut(span, "-")
		start, errFrom := booking.ParseClock(from)
		end, errTo := booking.ParseClock(to)
		if to == booking.Midnight.String() {
			end, errTo = booking.Midnight, nil
		}
		if errFrom == nil && errTo == nil && start <= at && at <= end {
			return true
		}
	}
	return false
}
