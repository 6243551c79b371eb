package booking

// Named is the mail addresses that a sender has named lately and that were not
// theirs before.
type Named struct {
	LastHour, Today int
	Known           bool // this one is among them, or was theirs before
}

const (
	addressesAnHour = 3
	addressesADay   = 5
)

// MayName tells whether a sender may name one more mail address; ErrAddresses
// means no.
func (n Named) MayName() error {
	if !n.Known && (n.LastHour >= addressesAnHour || n.Today >= addressesADay) {
		return ErrAddresses
	}
	return nil
}
