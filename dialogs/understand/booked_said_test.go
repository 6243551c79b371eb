package understand_test

import (
	"slices"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// beside is a message that is written where an appointment is seen.
func beside(lang string) understand.Context {
	return understand.Context{Lang: lang, Today: monday, Seen: understand.SeenAppointment, Booked: true, Changes: true}
}

// What shall become of what is booked is said around what somebody wants, and hides nothing of it.
func TestWhatBecomesOfWhatIsBookedIsHeard(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	type said struct {
		instead, adds, keeps bool
		wanted               booking.ConcernID
	}
	for text, want := range map[string]said{
		"nehmen Sie den Reisepass auch noch dazu":           {adds: true, wanted: "passport"},
		"bitte den Reisepass hinzufügen":                    {adds: true, wanted: "passport"},
		"noch einen Reisepass in den gleichen Termin":       {adds: true, wanted: "passport"},
		"can you add the passport to it":                    {adds: true, wanted: "passport"},
		"put the passport in the same appointment":          {adds: true, wanted: "passport"},
		"kann ich das noch auf Reisepass ändern?":           {instead: true, wanted: "passport"},
		"können Sie den Termin auf Reisepass umbuchen":      {instead: true, wanted: "passport"},
		"can I change it to a passport?":                    {instead: true, wanted: "passport"},
		"kein neuer Termin, nur das Anliegen ändern":        {keeps: true},
		"no second appointment, just a passport":            {keeps: true, wanted: "passport", instead: true},
		"ich brauche auch einen Reisepass":                  {wanted: "passport"},
		"ich muss die Adresse im Perso ändern lassen":       {wanted: "id-address"},
		"den Termin bitte auf Dienstag ändern":              {},
		"was muss ich zum Termin mitbringen?":               {},
		"was brauche ich dazu?":                             {},
		"geht das auch am selben Tag um 15 Uhr":             {},
		"nein nur anderes Anliegen, Termin soll so bleiben": {keeps: true, instead: true},
	} {
		read := reader.Read(text, beside("de"))
		got := said{instead: read.Instead, adds: read.Adds, keeps: read.Keeps}
		for _, f := range read.Found {
			if v, is := f.Value.(understand.ConcernValue); is && !v.Negated && len(v.Rivals) == 0 {
				got.wanted = v.ID
			}
		}
		if got != want {
			t.Errorf("%q: %+v, want %+v: %s", text, got, want, readingText(read))
		}
	}
}

// What is to be changed into something else is refused.
func TestWhatIsChangedIntoSomethingElseIsRefused(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for _, text := range []string{"dann ändern Sie den Perso in einen Reisepass", "can you swap the id card for a passport", "den Perso gegen einen Reisepass tauschen"} {
		read := reader.Read(text, beside("de"))
		refused := slices.ContainsFunc(read.Found, func(f understand.Finding) bool {
			v, is := f.Value.(understand.ConcernValue)
			return is && v.Negated && v.ID == "id-card"
		})
		if !refused || !read.Instead {
			t.Errorf("%q: %s", text, readingText(read))
		}
	}
}

// Where a new appointment shall lie is said from the one that is seen.
func TestWhereANewAppointmentLiesIsHeard(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for text, want := range map[string]understand.Beside{
		"meine Schwester braucht auch einen, direkt nach mir":               understand.Behind,
		"meine Frau braucht auch einen, am selben Tag, gleich im Anschluss": understand.Behind,
		"my sister needs one too, same day, right after it":                 understand.Behind,
		"one for my husband too, directly before mine":                      understand.Ahead,
		"meine Frau braucht auch einen, am gleichen Tag":                    understand.SameDay,
		"meine Frau braucht auch einen":                                     understand.NotBeside,
	} {
		if read := reader.Read(text, beside("de")); read.Beside != want {
			t.Errorf("%q: %q, want %q", text, read.Beside, want)
		}
	}
}

// By how many those who come are more or fewer is read only where some were booked.
func TestMoreAndFewerPeopleAreRead(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for text, want := range map[string]int{
		"eine Person weniger": -1, "one person less": -1, "zwei Personen weniger": -2, "eine Person mehr": 1, "one more person": 1, "ein Kind mehr": 1,
		"mein Mann kommt auch mit": 1, "ich bringe noch meinen Sohn mit": 1, "meine Frau kommt nicht mit": -1, "my husband isn't coming": -1,
		"meine zwei Kinder kommen doch nicht mit": -2, "I'm bringing my wife": 1,
		"muss meine Frau mitkommen?": 0, "kann meine Frau alleine kommen": 0, "eine halbe Stunde mehr": 0,
	} {
		by := func(in understand.Context) (sum int) {
			for _, f := range reader.Read(text, in).Found {
				if v, is := f.Value.(understand.PersonsValue); is {
					sum += v.By
				}
			}
			return sum
		}
		if got := by(beside("de")); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
		if got := by(understand.Context{Lang: "de", Today: monday}); got != 0 {
			t.Errorf("%q: %d where nothing is booked", text, got)
		}
	}
}
