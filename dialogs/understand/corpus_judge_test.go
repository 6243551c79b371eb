package understand_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// said makes a reading that is sure of everything.
func said(values ...understand.Value) understand.Reading {
	var r understand.Reading
	for _, v := range values {
		r.Found = append(r.Found, understand.Finding{Sure: 1, Value: v})
	}
	return r
}

func perhaps(v understand.Value) understand.Reading {
	return understand.Reading{Found: []understand.Finding{{Sure: 0.4, Value: v}}}
}

func and(r understand.Reading, rest ...string) understand.Reading {
	r.Rest = rest
	return r
}

func december(day int) booking.Date {
	return booking.Date{Year: 2026, Month: time.December, Day: day}
}

func onDays(from, to int) understand.Value {
	return understand.DaysValue{Days: understand.Days{Spans: []understand.DateSpan{{From: december(from), To: december(to)}}}}
}

func at(clock booking.Clock) understand.Value {
	return understand.HoursValue{Window: understand.Window{Times: []booking.Clock{clock}}}
}

var (
	perso    = understand.ConcernValue{ID: "id-card"}
	twoPerso = understand.ConcernValue{ID: "id-card", Quantity: 2}
	passport = understand.ConcernValue{ID: "passport"}
	either   = understand.ConcernValue{ID: "id-card", Rivals: []booking.ConcernID{"passport"}}
	hello    = understand.TalkValue{Talk: understand.Greeting}
	no       = understand.IntentValue{Intent: understand.No}
	yes      = understand.IntentValue{Intent: understand.Yes}
	wrongDay = understand.CorrectionValue{Of: understand.ExpectWhen}
)

// TestAReadingIsJudged is the measure measured: each line is a reading, what
// the labels want, and what must come of it.
func TestAReadingIsJudged(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		line string
		read understand.Reading
		want outcome
	}{
		{"all of it", "x => concern=id-card", said(perso), right},
		{"a greeting is no fault", "x => concern=id-card", said(hello, perso), right},
		{"a greeting is one in nonsense", "x => nothing", said(hello), silently},
		{"nothing for something", "x => concern=id-card", said(), wrong},
		{"nothing where nothing is", "x => nothing", and(said(), "mond"), right},
		{"the other one", "x => concern=id-card", said(passport), silently},
		{"too much", "x => concern=id-card", said(perso, passport), silently},
		{"half, and it shows", "x => concern=id-card days=2026-12-01", and(said(perso), "dienstag"), wrong},
		{"half, and it does not show", "x => concern=id-card days=2026-12-01", said(perso), silently},
		{"a count dropped", "x => concern=id-card*2", said(perso), silently},
		{"a count taken", "x => concern=id-card*2", said(twoPerso), right},
		{"one is not said", "x => concern=id-card*1", said(perso), right},
		{"asks between two", "x => concern=id-card", said(either), askedOnce},
		{"is to ask between two", "x => concern=passport|id-card", said(either), right},
		{"takes one where it is to ask", "x => concern=passport|id-card", said(perso), silently},
		{"asks between the wrong ones", "x => concern=conduct", said(either), wrong},
		{"is unsure and right", "x => concern=id-card", perhaps(perso), askedOnce},
		{"is unsure and wrong", "x => concern=id-card", perhaps(passport), wrong},
		{"takes the negated", "x => not=passport concern=id-card", said(perso, passport), silently},
		{"several days, one span", "x => days=2026-12-01,2026-12-02", said(onDays(1, 1), onDays(2, 2)), right},
		{"an open end", "x => days=2026-12-04..", said(understand.DaysValue{Days: understand.Days{Spans: []understand.DateSpan{{From: december(4)}}}}), right},
		{"the wrong day", "x => days=2026-12-01", said(onDays(2, 2)), silently},
		{"a time", "x => time=10:00", said(at(600)), right},
		{"another time", "x => time=10:00", said(at(630)), silently},
		{"either will do", "x => anyday/soonest", said(understand.IntentValue{Intent: understand.Soonest}), right},
		{"may be missing", "x => concern=id-card persons=2/nothing", said(perso), right},
		{"a no before the right day", "@expect when\nx => days=2026-12-01", said(no, onDays(1, 1)), right},
		{"a yes beside a fault", "@expect review\nx => correct=when", said(yes, wrongDay), silently},
		{"a correction beside its value", "@expect review\nx => days=2026-12-01", said(wrongDay, onDays(1, 1)), right},
		{"a number among choices", "@listed 3\nx => choice=2", said(understand.CountValue{Count: 2}), right},
		{"a number of people", "@expect persons\nx => persons=2", said(understand.CountValue{Count: 2}), right},
		{"enough is no here", "@expect more\nx => intent=no", said(understand.IntentValue{Intent: understand.Enough}), right},
		{"enough is no no elsewhere", "@expect yes_no\nx => intent=no", said(understand.IntentValue{Intent: understand.Enough}), silently},
		{"any entry of elsewhere", "x => elsewhere", said(understand.ElsewhereValue{ID: "dog-tax"}), right},
		{"a concern for elsewhere", "x => elsewhere", said(perso), silently},
		{"names by any case", "x => name=Peter_Schmidt", said(understand.NameValue{Name: "peter schmidt"}), right},
		{"half a name", "x => name=Peter_Schmidt", said(understand.NameValue{Name: "Peter"}), silently},
		{"a telephone in any writing", "x => phone=01712345678", said(understand.PhoneValue{Phone: "+49 171 2345678"}), right},
	} {
		all, err := parseCorpus("de-wish.txt", []byte(test.line))
		if err != nil || len(all) != 1 {
			t.Fatalf("%s: %d lines, %v", test.name, len(all), err)
		}
		if got := judge(all[0], test.read); got.outcome != test.want {
			t.Errorf("%s: %s, want %s (%+v)", test.name, outcomeNames[got.outcome], outcomeNames[test.want], got)
		}
	}
}
