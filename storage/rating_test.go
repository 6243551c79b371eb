package storage_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/statistics"
)

// visited is a visit of somebody's that a clerk has finished.
func (w *tellingWorld) visited(name string, start time.Time) booking.Appointment {
	w.Helper()
	a := w.booked(name, start)
	w.at(start)
	w.must(name, dialogs.Arrive{Appointment: a.ID})
	w.orders("anna", dialogs.Next{Office: w.office.ID, Desk: w.office.Desks[0].ID})
	return w.orders("anna", dialogs.Finish{Appointment: a.ID}).Appointment
}

func TestAVisitIsAskedAboutOnceAndRatedOnce(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test, mail)
	w.office.Policy.Rating = true
	w.employ("anna", booking.Clerk)
	a := w.visited("erika", wednesday)
	w.orders("anna", dialogs.Finish{Appointment: a.ID})
	var n network
	w.at(w.now.Add(15*time.Minute - time.Minute))
	w.deliver(&n)
	asked := `SELECT count(*) FROM notice WHERE kind = 'rating' AND outcome = 'sent'`
	if n := w.count(asked); n != 0 {
		t.Error("it is asked while they leave the desk")
	}
	w.at(w.now.Add(2 * time.Minute))
	w.deliver(&n)
	if n := w.count(asked); n != 1 {
		t.Errorf("it is asked %d times, want once, by chat", n)
	}
	w.refuse("karl", dialogs.Rate{Appointment: a.ID, Stars: 5}, booking.ErrUnknown)
	w.refuse("erika", dialogs.Rate{Appointment: a.ID, Stars: 6}, booking.ErrUnknown)
	w.must("erika", dialogs.Rate{Appointment: a.ID, Stars: 4})
	w.must("erika", dialogs.Comment{Office: w.office.ID, Stars: 4, Line: "freundlich"})
	w.refuse("erika", dialogs.Rate{Appointment: a.ID, Stars: 1}, booking.ErrOver)
	if w.count(`SELECT count(*) FROM rating WHERE stars = 4`) != 1 || w.count(`SELECT count(*) FROM rating_line WHERE stars = 4`) != 1 {
		t.Error("it is kept otherwise")
	}
	var columns string
	w.none(w.pool.QueryRow(t.Context(), `
		SELECT string_agg(column_name, ' ' ORDER BY column_name) FROM information_schema.columns
		WHERE table_name IN ('rating', 'rating_line')`).Scan(&columns))
	if want := "id id line office office stars stars week week"; columns != want {
		t.Errorf("a rating knows %q, want %q", columns, want)
	}
	w.at(w.now.Add(400 * 24 * time.Hour))
	w.eraseOld()
	if w.count(`SELECT count(*) FROM rating_line`) != 0 || w.count(`SELECT count(*) FROM rating`) != 1 {
		t.Error("after a year lines are erased, and counts are not")
	}
}

func TestWhoHasNoChatRatesByTheMailsPage(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, mail)
	w.office.Policy.Rating = true
	w.employ("anna", booking.Clerk)
	a := w.visited("erika", wednesday)
	id := booking.NoticeID(w.count(`SELECT max(id) FROM notice WHERE kind = 'rating'`))
	token, err := w.Post(t.Context(), dialogs.Posting{To: "erika@example.org", Appointment: a.ID, Office: a.Office, Notice: id, Kind: booking.RatingNotice}, w.now)
	w.none(err)
	other, err := w.Post(t.Context(), dialogs.Posting{To: "erika@example.org", Appointment: a.ID, Office: a.Office, Notice: id - 1, Kind: booking.BookedNotice}, w.now)
	w.none(err)
	for _, wrong := range []string{other, strings.Repeat("x", 32)} {
		if _, _, err := w.Visited(t.Context(), wrong, w.now); !errors.Is(err, booking.ErrUnknown) {
			t.Errorf("another link: %v", err)
		}
	}
	if o, _, err := w.Visited(t.Context(), token, w.now); err != nil || o.ID != a.Office {
		t.Fatalf("%v, %v", o, err)
	}
	for _, stars := range []int{-1, 0, booking.MostStars + 1} {
		if err := w.RateBy(t.Context(), token, stars, "zu warm", w.now); !errors.Is(err, booking.ErrUnknown) {
			t.Errorf("%d stars: %v", stars, err)
		}
	}
	w.none(w.RateBy(t.Context(), token, 2, "zu warm", w.now))
	if err := w.RateBy(t.Context(), token, 5, "", w.now); !errors.Is(err, booking.ErrOver) {
		t.Errorf("a second time: %v", err)
	}
	if o, lang, err := w.Visited(t.Context(), token, w.now); !errors.Is(err, booking.ErrOver) || o == nil || o.ID != a.Office || lang != "de" {
		t.Errorf("the link, afterwards: %v, %q, %v", o, lang, err)
	}
	if n := w.count(`SELECT count(*) FROM rating r JOIN rating_line l USING (office, week, stars) WHERE stars = 2 AND line = 'zu warm'`); n != 1 {
		t.Errorf("%d ratings", n)
	}
}

// A visit can be rated for two weeks and no longer, by chat and by the link of a mail.
func TestAVisitIsRatedWithinItsTime(t *testing.T) {
	t.Parallel()
	for ahead, want := range map[time.Duration]error{-just: nil, 0: booking.ErrOver} {
		w := newTellingWorld(t, test, mail)
		w.office.Policy.Rating = true
		w.employ("anna", booking.Clerk)
		a, b := w.visited("erika", wednesday), w.visited("otto", wednesday.Add(time.Hour))
		id := booking.NoticeID(w.count(`SELECT max(id) FROM notice WHERE kind = 'rating' AND appointment = $1`, int64(b.ID)))
		token, err := w.Post(t.Context(), dialogs.Posting{To: "otto@example.org", Appointment: b.ID, Office: b.Office, Notice: id, Kind: booking.RatingNotice}, w.now)
		w.none(err)
		w.at(a.Span.End.Add(14*24*time.Hour + ahead))
		if got := w.do("erika", dialogs.Rate{Appointment: a.ID, Stars: 4}).Refused; !errors.Is(got, want) {
			t.Errorf("%v after two weeks, by chat: %v, want %v", ahead, got, want)
		}
		w.at(b.Span.End.Add(14*24*time.Hour + ahead))
		if _, _, got := w.Visited(t.Context(), token, w.now); (got == nil) != (want == nil) || got != nil && !errors.Is(got, booking.ErrUnknown) {
			t.Errorf("%v after two weeks, the link opens with %v", ahead, got)
		}
		if got := w.RateBy(t.Context(), token, 4, "", w.now); !errors.Is(got, want) {
			t.Errorf("%v after two weeks, by the link: %v, want %v", ahead, got, want)
		}
	}
}

func TestAnOfficeThatDoesNotAskPlansNothing(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.employ("anna", booking.Clerk)
	w.visited("erika", wednesday)
	if n := w.count(`SELECT count(*) FROM notice WHERE kind = 'rating'`); n != 0 {
		t.Errorf("%d questions", n)
	}
}

// A report tells nothing of the present week, whose answers could be told by the
// moment they come, and of earlier weeks only as many at once as can be shown.
func TestAReportTellsOnlyRatingsThatNobodyCanTrace(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	enter := func(week booking.Date, stars, many int) {
		w.exec(`INSERT INTO rating (office, week, stars) SELECT $1, $2, $3 FROM generate_series(1, $4)`, string(w.office.ID), week.At(0, time.UTC), stars, many)
		w.exec(`INSERT INTO rating_line (office, week, stars, line) VALUES ($1, $2, $3, $4)`, string(w.office.ID), week.At(0, time.UTC), stars, week.String())
	}
	this := booking.WeekOf(w.office.Today(w.now))
	enter(this.Add(-21), 5, 4)
	enter(this.Add(-14), 4, 2)
	enter(this.Add(-7), 3, 3)
	enter(this, 1, 9)
	// Nor are there so many of this week, or of others after the report, that those of
	// its weeks are left out.
	chatter := func(week booking.Date, many int) {
		w.exec(`INSERT INTO rating_line (office, week, stars, line) SELECT $1, $2, 1, 'of ' || $4 FROM generate_series(1, $3)`,
			string(w.office.ID), week.At(0, time.UTC), many, week.String())
	}
	chatter(this, 120)
	for _, tt := range []struct {
		from, to booking.Date
		want     [5]int
		lines    int
	}{
		{this.Add(-21), this.Add(6), [5]int{3: 2, 4: 4}, 2}, // of last week there are three so far
		{this.Add(-21), this.Add(-8), [5]int{3: 2, 4: 4}, 2},
		{this.Add(-14), this.Add(6), [5]int{}, 0}, // two that came with the four before
		{this.Add(-21), this.Add(-15), [5]int{}, 0},
		{this, this.Add(6), [5]int{}, 0},
	} {
		r, err := w.Statistics(t.Context(), w.now, w.office.ID, tt.from, tt.to)
		w.none(err)
		if r.Ratings.Stars != tt.want || len(r.Ratings.Lines) != tt.lines {
			t.Errorf("%s to %s: %+v, want %v and %d lines", tt.from, tt.to, r.Ratings, tt.want, tt.lines)
		}
	}
	chatter(this.Add(-7), 120)
	r, err := w.Statistics(t.Context(), w.now, w.office.ID, this.Add(-21), this.Add(-8))
	w.none(err)
	if len(r.Ratings.Lines) != 2 {
		t.Errorf("%d lines are told where later weeks have many, want 2", len(r.Ratings.Lines))
	}
	chatter(this.Add(-21), 120)
	chatter(this.Add(-14), 19)
	r, err = w.Statistics(t.Context(), w.now, w.office.ID, this.Add(-21), this.Add(-8))
	w.none(err)
	older := func(l statistics.RatingLine) bool { return strings.HasSuffix(l.Line, this.Add(-21).String()) }
	if len(r.Ratings.Lines) != 20 || slices.ContainsFunc(r.Ratings.Lines, older) {
		t.Errorf("of many lines %v are told, want all 20 of the later week", r.Ratings.Lines)
	}
	w.exec(`DELETE FROM rating_line WHERE line LIKE 'of %'`)
	chatter(this.Add(-7), 99) // with the one above a hundred, of a week that is told with those before only
	chatter(this.Add(-14), 19)
	r, err = w.Statistics(t.Context(), w.now, w.office.ID, this.Add(-21), this.Add(6))
	w.none(err)
	if len(r.Ratings.Lines) != 20 {
		t.Errorf("%d lines are told below a hundred of a week that is not told yet, want 20", len(r.Ratings.Lines))
	}
	w.exec(`DELETE FROM rating_line WHERE line LIKE 'of %'`)
	r, err = w.Statistics(t.Context(), w.now.AddDate(0, 0, 7), w.office.ID, this.Add(-21), this.Add(6))
	w.none(err)
	if want := [5]int{9, 0, 3, 2, 4}; r.Ratings.Stars != want || r.Ratings.Lines[0].Line != this.String() {
		t.Errorf("a week later: %+v, want %v, the latest line first", r.Ratings, want)
	}
}

// Who is called once more after the visit is not asked a second time how it was.
func TestAVisitInTwoPartsIsAskedAboutOnce(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.office.Policy.Rating = true
	w.employ("anna", booking.Clerk)
	a := w.visited("erika", wednesday)
	w.exec(`UPDATE appointment SET state = 'called' WHERE id = $1`, int64(a.ID))
	w.orders("anna", dialogs.Finish{Appointment: a.ID})
	w.visited("karl", wednesday.Add(time.Hour)) // and is asked for the first time
	for name, n := range map[string]int{"erika": 1, "karl": 1} {
		if got := w.count(`SELECT count(*) FROM notice WHERE kind = 'rating' AND address = $1`, name); got != n {
			t.Errorf("%s is asked %d times, want %d", name, got, n)
		}
	}
}
