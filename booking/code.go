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

	codesPerChat   = 5
	codesPerNumber = 3
)

// MayAskCode tells whether a chat that has asked for so many codes lately may
// ask for one to a number for which so many were asked for; ErrLimit says no.
func MayAskCode(ofChat, ofNumber int) error {
	if ofChat >= codesPerChat || ofNumber >= codesPerNumber {
		return ErrLimit
	}
	return nil
}

// MostPlaces is how many places on the waiting list one person can have.
const MostPlaces = 5
