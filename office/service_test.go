package office

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// serving is the small office with a service section.
func serving(t *testing.T, section string) (*booking.Office, error) {
	t.Helper()
	small, err := os.ReadFile("testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return Parse("small.yaml", []byte(strings.Replace(inEnglish(string(small)), "skills:", section+"\nskills:", 1)))
}

func TestWithoutAServiceSectionAllIsAsUsual(t *testing.T) {
	t.Parallel()
	o, err := serving(t, "")
	if err != nil {
		t.Fatal(err)
	}
	want := booking.Usual()
	want.Horizon, want.LeadTime, want.Grid, want.Longest, want.Hold = 14, time.Hour, 5*time.Minute, time.Hour, 15*time.Minute
	want.PerPerson, want.PerMail, want.MaxPersons, want.MailRequired = 2, 2, 4, true
	if diff := cmp.Diff(want, o.Policy); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(booking.Usual().Offer, sample(t).Policy.Offer); diff != "" {
		t.Errorf("the sample says otherwise than its comment: %s", diff)
	}
	if diff := cmp.Diff(booking.Usual().Late, sample(t).Policy.Late); diff != "" {
		t.Errorf("the sample says otherwise than its comment: %s", diff)
	}
	if diff := cmp.Diff(booking.Usual().DayPost, sample(t).Policy.DayPost); diff != "" {
		t.Errorf("the sample says otherwise than its comment: %s", diff)
	}
}

func TestAServiceSectionIsTakenAtItsWord(t *testing.T) {
	t.Parallel()
	o, err := serving(t, `service:
  reminder_hour: 9
  arrive_minutes: {before: 30, after: 10}
  grace_minutes: 20
  arrivals_recorded: true
  retention_days: 90
  release_minutes: {least: 1, most: 2}
  offer_minutes: {chat: 3, mail: 40}
  offer_hours: 07:00-21:00
  late_minutes: {from: 20, change: 15}
  day_post_hour: 6
  day_post_names: true
  mails_per_day: 5
  holds_per_hour: 6
  newcomers_per_hour: {least: 7, most: 70}
  newcomers_share: 30
  new_addresses_per_hour: 8
  walk_ins: {tickets: true, first: turn, due_minutes: 10, close_minutes: 20, longest_minutes: 60}
  calls: {times: 3, walk_minutes: 2}
`)
	if err != nil {
		t.Fatal(err)
	}
	want := o.Policy
	want.Reminder, want.Grace, want.ArrivalsRecorded = 9*60, 20*time.Minute, true
	want.Retention, want.MailsPerDay, want.HoldsPerHour = 90*24*time.Hour, 5, 6
	want.Arrive.Before, want.Arrive.After = 30*time.Minute, 10*time.Minute
	want.Release.Least, want.Release.Most = time.Minute, 2*time.Minute
	want.Offer.Chat, want.Offer.Mail, want.Offer.Hours = 3*time.Minute, 40*time.Minute, booking.Hours{From: 7 * 60, To: 21 * 60}
	want.Late.From, want.Late.Change = 20*time.Minute, 15*time.Minute
	want.Newcomers.Least, want.Newcomers.Most, want.Newcomers.Share, want.NewAddresses = 7, 70, 30, 8
	want.DayPost.At, want.DayPost.Names = 6*60, true
	want.WalkIns = booking.WalkIns{Tickets: true, Rule: booking.InTurn, Due: 10 * time.Minute, Close: 20 * time.Minute, Longest: time.Hour}
	want.Calls = booking.Calls{Times: 3, Walk: 2 * time.Minute}
	if diff := cmp.Diff(want, o.Policy); diff != "" {
		t.Error(diff)
	}
}

func TestFaultsOfAServiceSectionAreNamed(t *testing.T) {
	t.Parallel()
	for section, want := range map[string]string{
		"service:\n  reminder_hour: 23":                       "23 is out of range; expected a whole number from 6 to 21",
		"service:\n  release_minutes: {least: 9, most: 3}":    "3 minutes are less than the least, 9; expected as many or more",
		"service:\n  newcomers_per_hour: {least: 9, most: 3}": "3 an hour are less than the least, 9; expected as many or more",
		"service:\n  release_minutes: {least: 9}":             `"most" is missing; expected: At most so many minutes.`,
		"service:\n  offer_hours: [08:00-20:00]":              "found a list; expected hours such as 08:00-16:00",
		"service:\n  retention_day: 30":                       `unknown key "retention_day"; did you mean "retention_days"?`,
		"service:\n  arrivals_recorded: yes\n  gracefully:":   `found "yes"; expected true or false`,
		"service:\n  walk_ins: {tickets: true, first: turns}": `there is no order "turns"; did you mean "turn"?`,
		"service:\n  walk_ins: {first: turn}":                 `"tickets" is missing`,
		"service:\n  calls: {times: 0}":                       "0 is out of range; expected a whole number from 1 to 5",
	} {
		_, err := serving(t, section)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s:\n%v, want %s", section, err, want)
		}
	}
}

// The first and the last of the days that an entry names belong to it.
func TestThePeriodOfWalkInDaysHoldsItsLastDay(t *testing.T) {
	t.Parallel()
	o, err := serving(t, "walk_in_days:\n  - days: [tuesday, wednesday]\n    from: 2026-11-24\n    until: 2026-12-02\n")
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]bool{
		"2026-11-18": false, "2026-11-24": true, "2026-11-25": true, "2026-11-26": false, "2026-12-01": true, "2026-12-02": true, "2026-12-08": false,
	} {
		d, err := booking.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		if got := o.Calendar.WalkInOnly(d); got != want {
			t.Errorf("%s: %v, want %v", day, got, want)
		}
	}
}
