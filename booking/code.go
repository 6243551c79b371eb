package booking

import "time"

// How one-time codes are given out: few at a time, for a short time, to be
// tried few times. Guessing numbers or codes leads nowhere.
const (
	// CodeLasts is how long a code is valid.
	CodeLasts = 15 * time.Minute
	// CodeTries is how often a code can be tried.
	CodeTries = 5
	// CodesWithin is the time in which questions for codes are counted.
	CodesWithin = time.Hour

	codesPerChat        = 5
	codesPerNumber      = 3
	codesPerNumberADay  = 6
	guessesADay         = 15 // with one code that a clerk reads out, 20
	guessesWithoutPause = CodeTries
	longestPause        = time.Hour
)

// Asked is how often codes were asked for within [CodesWithin], and for a number
// within a day.
type Asked struct{ OfChat, OfNumber, OfNumberToday int }

// MayAskCode tells whether one more code may be asked for; ErrLimit says no.
func (a Asked) MayAskCode() error {
	if a.OfChat >= codesPerChat || a.OfNumber >= codesPerNumber || a.OfNumberToday >= codesPerNumberADay {
		return ErrLimit
	}
	return nil
}

// Guesses is the wrong codes that were tried for an appointment within a day, in
// any chat.
type Guesses struct {
	Many int
	Last time.Time
}

// MayGuess tells whether a code that was mailed may be tried at now. After as
// many wrong ones as a code has tries, each has to wait twice as long as the one
// before, and ErrTooOften says that it comes too early. ErrDayLimit says that there were so
// many today that only a clerk can help.
func (g Guesses) MayGuess(now time.Time) error {
	switch {
	case g.Many >= guessesADay:
		return ErrDayLimit
	case now.Before(g.Last.Add(g.pause())):
		return ErrTooOften
	}
	return nil
}

// pause is how long the next try waits.
func (g Guesses) pause() time.Duration {
	if g.Many < guessesWithoutPause {
		return 0
	}
	return min(longestPause, time.Minute<<(g.Many-guessesWithoutPause))
}
