package command

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/office"
)

func TestTheMorningOfTheBenchmarkIsLongOnAnyDay(t *testing.T) {
	t.Parallel()
	for _, day := range []string{"2026-11-27", "2026-11-29", "2026-12-25", "2027-01-01", "2027-03-29"} {
		for _, clock := range []string{"00:30", "07:00", "12:00", "23:59"} {
			now, err := time.Parse("2006-01-02 15:04", day+" "+clock)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "office.yaml")
			if err := os.WriteFile(path, []byte(officeInTheMorning(now)), 0o600); err != nil {
				t.Fatal(err)
			}
			town, err := office.Load(path)
			if err != nil {
				t.Fatal(err)
			}
			o := town.Offices[0]
			starts := o.Day(o.Today(now), nil).Starts(booking.Request{
				Length: 15 * time.Minute, Skills: []booking.Skill{"citizen"}, Audience: booking.Public,
			}, now)
			if nine := o.Today(now).At(9*60, o.Calendar.Zone); len(starts) == 0 || !starts[0].Equal(nine) {
				t.Errorf("%s %s: the first of %d times is not %v", day, clock, len(starts), nine)
			}
		}
	}
}

// officeInTheMorning is an office at whose place it is past seven o'clock,
// wherever that is: so the day ahead is long, whenever the benchmark runs. It
// works today by extra hours, which holds on a public holiday as well.
func officeInTheMorning(now time.Time) string {
	east := 7 - now.UTC().Hour()
	if east < -12 {
		east += 24
	}
	today := now.UTC().Add(time.Duration(east) * time.Hour)
	var desks strings.Builder
	for n := range morningDesks {
		fmt.Fprintf(&desks, "  - {id: desk-%d, name: {de: Schalter %d}, skills: [citizen]}\n", n+1, n+1)
	}
	return fmt.Sprintf(`
languages: [de]
id: morgen
name: {de: Bürgerbüro im Morgenland}
address: {street: Marktplatz 2, post_code: "59368", town: Morgenland}
phone: 02389 12-345
time_zone: Etc/GMT%+d
state: NW
booking:
  {horizon_days: 14, lead_minutes: 0, grid_minutes: 5, longest_minutes: 60, hold_minutes: 15, per_person: 2, per_mail: 2, max_persons: 4,
   mail_required: false}
skills: [citizen]
desks:
%sshifts:
  - {days: [%s], hours: ["09:00-20:00"]}
extra_hours:
  - {day: %s, hours: ["09:00-20:00"]}
categories:
  - {id: identity, name: {de: Ausweise und Pässe}}
concerns:
  - id: id-card
    category: identity
    name: {de: Personalausweis beantragen}
    synonyms: {de: [Perso, Ausweis]}
    explanation: {de: Bitte kommen Sie selbst.}
    minutes: {first: 15}
    max_quantity: 2
    skill: citizen
`, -east, desks.String(), strings.ToLower(today.AddDate(0, 0, 1).Weekday().String()), today.Format(time.DateOnly))
}
