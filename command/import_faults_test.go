package command

import "testing"

func TestWhatTheOfficeCannotKeepIsNamed(t *testing.T) {
	t.Parallel()
	tests := []struct{ date, time, concerns, want string }{
		{"2026-11-24", "9:30", "id-card", ""},
		{"2026-12-24", "9:30", "id-card", "Datum: the office is closed on Thursday, 2026-12-24: Christmas Eve"},
		{"2026-12-25", "9:30", "id-card", "Datum: the office is closed on Friday, 2026-12-25: Christmas Day"},
		{"2026-11-28", "9:30", "id-card", "Datum: there are no appointments on Saturday, 2026-11-28"},
		{"2026-11-24", "20:00", "id-card", "Uhrzeit: no desk that serves this is open at 20:00 on 2026-11-24"},
		{"2026-11-24", "9:30", "id-card + id-card:2", "Anliegen: more cases than one appointment may have"},
		{"2026-11-24", "9:30", "Personalausweis, Reisepass oder eID-Karte abholen + passport", "Anliegen: these cannot share one appointment"},
		{"2026-11-24", "9:30", "id-card:2 | passport:2 | id-card-lost:5", "Anliegen: together they take longer than a visit may: 120 minutes"},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			t.Parallel()
			i := newImports(t)
			_, errs, err := i.take("Datum;Uhrzeit;Name;Anliegen\n2026-11-26;9:30;Jörg;id-card\n" +
				tt.date + ";" + tt.time + ";Erika;" + tt.concerns + "\n")
			if tt.want == "" {
				if err != nil {
					t.Error(errs)
				}
				return
			}
			mustContain(t, errs, "old.csv:3: "+tt.want, "nothing was entered: 1 of 2 lines are wrong\n")
			i.holds()
		})
	}
}
