package demo_test

import (
	"context"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot/demo"
	"terminbote/dialogs"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

func TestMain(m *testing.M) { storagetest.Main(m) }

var anna = dialogs.Colleague{Chat: dialogs.Chat{Channel: "web", Address: "staff/Anna"}, Name: "Anna", Role: booking.Lead}

func at(day int, clock string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", "2026-11-"+time.Date(2026, 11, day, 0, 0, 0, 0, time.UTC).Format("02")+" "+clock, zone())
	if err != nil {
		panic(err)
	}
	return t
}

func zone() *time.Location { return office.Sample().Offices[0].Calendar.Zone }

func TestTheDemonstrationBeginsInAForenoon(t *testing.T) {
	t.Parallel()
	o := office.Sample().Offices[0]
	for _, test := range []struct{ now, want time.Time }{
		{at(23, "05:00"), at(23, "09:40")},
		{at(23, "10:17"), at(23, "10:17")},
		{at(23, "15:00"), at(24, "09:40")},
		{at(27, "20:00"), at(30, "09:40")},
		{at(28, "10:00"), at(30, "09:40")},
	} {
		if got := demo.Begin(o, test.now); !got.Equal(test.want) {
			t.Errorf("on %v it begins at %v, want %v", test.now, got.In(zone()), test.want)
		}
	}
}

func TestTheClockGoesForwardOnly(t *testing.T) {
	t.Parallel()
	c := demo.NewClock(clocktest.At(at(28, "12:00")), at(23, "09:40"))
	c.Forward(time.Hour)
	c.Forward(-3 * time.Hour)
	c.To(at(23, "08:00"))
	if got := c.Now(); !got.Equal(at(23, "10:40")) {
		t.Errorf("it shows %v", got.In(zone()))
	}
	c.To(at(24, "08:00"))
	if got := c.Now(); !got.Equal(at(24, "08:00")) {
		t.Errorf("it shows %v", got.In(zone()))
	}
}

// The seeded week has everything: booked, done, being served, missed, waiting.
func TestTheWeekIsOneThatCouldBe(t *testing.T) {
	t.Parallel()
	now := at(23, "09:40")
	town, err := demo.Prepare(office.Sample())
	if err != nil {
		t.Fatal(err)
	}
	pool := storagetest.New(t)
	store, err := storage.Open(t.Context(), pool.Config().ConnString(), town, clocktest.At(now), storage.Options{
		Channels: []string{"mail"}, Leads: []dialogs.Colleague{anna},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(store.Close)
	if err := demo.Seed(t.Context(), store, anna, town.Offices[0], now); err != nil {
		t.Fatal(err)
	}
	count := func(query string) (n int) {
		if err := pool.QueryRow(t.Context(), query).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	for query, least := range map[string]int{
		`SELECT count(*) FROM appointment WHERE state = 'confirmed'`: 80,
		`SELECT count(*) FROM appointment WHERE state = 'finished'`:  3,
		`SELECT count(*) FROM appointment WHERE state = 'missed'`:    1,
		`SELECT count(*) FROM wait`:                                  1,
	} {
		if n := count(query); n < least {
			t.Errorf("%s: %d, want at least %d", query, n, least)
		}
	}
	later := at(23, "12:00")
	if err := demo.People(context.Background(), store, anna, town.Offices[0], later, 0); err != nil {
		t.Fatal(err)
	}
	if n := count(`SELECT count(*) FROM appointment WHERE state = 'confirmed' AND starts < '2026-11-23 12:00+01'`); n > 0 {
		t.Errorf("%d have not come until noon", n)
	}
}
