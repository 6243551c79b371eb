package office

import (
	"os"
	"strings"
	"testing"
)

// Whether a concern can be served follows from the longest stretch in which a desk that
// can is on duty: for staff alone where it is booked by phone, for all otherwise. What
// was not understood of that is named by itself, and no concern because of it.
func TestAConcernIsServedWhereADeskIsThereLongEnough(t *testing.T) {
	t.Parallel()
	small, err := os.ReadFile("testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const (
		pickUp = "      tuesday: [09:00-11:00]\n      thursday: [09:00-11:00]"
		late   = "skill \"pick-up\" is on duty in the week for 10 minutes"
		onDuty = "    hours: [08:00-12:00]\n"
	)
	walkIns := func(days string) []string {
		return []string{"categories:\n", "walk_in_days:\n  - days: " + days + "\ncategories:\n"}
	}
	for title, tt := range map[string]struct {
		change []string
		want   []string // what each line of the answer says, in order
	}{
		"ten minutes before the shift ends":  {[]string{pickUp, "      tuesday: [11:50-13:00]"}, nil},
		"five minutes before the shift ends": {[]string{pickUp, "      tuesday: [11:55-13:00]"}, []string{late}},
		"ten minutes after it begins":        {[]string{pickUp, "      tuesday: [07:00-08:10]"}, nil},
		"five minutes after it begins":       {[]string{pickUp, "      tuesday: [07:00-08:05]"}, []string{late}},
		"twice five minutes that touch":      {[]string{pickUp, "      tuesday: [09:00-09:05, 09:05-09:10]"}, nil},
		"twice five minutes apart":           {[]string{pickUp, "      tuesday: [09:00-09:05, 09:10-09:15]"}, []string{late}},
		"without appointments on both days":  {walkIns("[tuesday, thursday]"), []string{late}},
		"on one of them":                     {walkIns("[monday, thursday]"), nil},
		"on both for a while":                {walkIns("[tuesday, thursday]\n    until: 2027-01-31"), nil},
		"on both from a day on":              {walkIns("[tuesday, thursday]\n    from: 2027-01-31"), []string{late}},
		"long enough for some time":          {[]string{pickUp, "      tuesday: [11:55-12:10]", onDuty, onDuty + "    until: 2027-01-31\n  - days: [tuesday]\n    hours: [08:00-13:00]\n    from: 2027-02-01\n"}, nil},
		"long enough until a day":            {[]string{pickUp, "      tuesday: [11:55-12:10]", onDuty, onDuty + "    from: 2027-02-01\n  - days: [tuesday]\n    hours: [08:00-13:00]\n    until: 2027-01-31\n"}, nil},
		"long enough once all has begun":     {[]string{pickUp, "      tuesday: [11:55-12:10]", onDuty, onDuty + "  - days: [tuesday]\n    hours: [12:00-13:00]\n    from: 2027-02-01\n"}, nil},
		"hours of a desk misread":            {[]string{pickUp, "      tuesday: [0900-1100]"}, []string{"small.yaml"}},
		"hours of a shift misread":           {[]string{"hours: [08:00-12:00]", "hours: [0800-1200]"}, []string{"small.yaml"}},
		"a desk of a shift misspelled":       {[]string{"desks: [desk-1]\n  - days", "desks: [desk-9]\n  - days"}, []string{`"desk-9"`}},
		"a skill of a desk misspelled":       {[]string{"    skills: [pick-up]", "    skills: [pickup]"}, []string{`"pickup"`}},
		"a skill of a concern misspelled":    {[]string{"max_quantity: 3\n    skill: pick-up", "max_quantity: 3\n    skill: pickup"}, []string{`"pickup"`}},
		"the minutes of a concern misread":   {[]string{"minutes: {first: 10}", "minutes: {first: ten}"}, []string{"small.yaml"}},
	} {
		changed := inEnglish(string(small))
		for i := 0; i < len(tt.change); i += 2 {
			if !strings.Contains(changed, tt.change[i]) {
				t.Fatalf("%s: there is no %q", title, tt.change[i])
			}
			changed = strings.Replace(changed, tt.change[i], tt.change[i+1], 1)
		}
		_, err := Parse("small.yaml", []byte(changed))
		var got []string
		if err != nil {
			got = strings.Split(err.Error(), "\n")
		}
		if len(got) != len(tt.want) {
			t.Errorf("%s: %q", title, got)
			continue
		}
		for i, want := range tt.want {
			if !strings.Contains(got[i], want) {
				t.Errorf("%s: %q, want %q", title, got[i], want)
			}
		}
	}
}

// Staff's own hours serve what is booked by phone, and nothing else.
func TestHoursOfStaffServeWhatIsBookedByPhone(t *testing.T) {
	t.Parallel()
	small, err := os.ReadFile("testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file := inEnglish(string(small))
	for _, edit := range [][2]string{
		{"skills: [citizen, pick-up]\n", "skills: [citizen, pick-up, rush]\n"},
		{"shifts:\n", "  - id: rush\n    name: {de: Eilschalter, en: Rush desk}\n    skills: [rush]\n\nshifts:\n"},
		{"hours: [08:00-12:00]\n", "hours: [08:00-12:00]\n    desks: [desk-1, pick-up]\n"},
		{"desks: [desk-1]\n    internal: true", "desks: [rush]\n    internal: true"},
		{"max_quantity: 1\n    skill: citizen\n    phone_only: true", "max_quantity: 1\n    skill: rush\n    phone_only: PHONE"},
		{"  - among: [id-card, passport, passport-urgent]", "  - among: [id-card, passport]"},
	} {
		if !strings.Contains(file, edit[0]) {
			t.Fatalf("there is no %q", edit[0])
		}
		file = strings.Replace(file, edit[0], edit[1], 1)
	}
	for byPhone, served := range map[string]bool{"true": true, "false": false} {
		_, err := Parse("small.yaml", []byte(strings.Replace(file, "PHONE", byPhone, 1)))
		if (err == nil) != served || err != nil && !strings.Contains(err.Error(), `no desk with the skill "rush" is on duty in the week for 15 minutes`) {
			t.Errorf("by phone %s: %v", byPhone, err)
		}
	}
}
