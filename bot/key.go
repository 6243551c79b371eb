package bot

import (
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs"
)

const (
	// longestData is how many bytes a key carries: the fewest that a network
	// allows (https://core.telegram.org/bots/api#inlinekeyboardbutton).
	longestData = 64
	// base is that of the revisions on keys, where room is scarce.
	base = 36
	// underNotice marks what keys under a notice carry: its ID and the choice.
	underNotice = "!"
	// toPart begins the choice that leads to another part of a long list.
	toPart = "part "
)

// keyData is what a key carries: the revision that offers it, or the notice it
// stands under, and the choice: "revision:choice".
func keyData(p Page, choice string) string {
	d := strconv.FormatInt(int64(p.Revision), base) + ":" + choice
	if p.Notice != 0 {
		d = underNotice + strconv.FormatInt(int64(p.Notice), base) + ":" + choice
	}
	return d[:min(len(d), longestData)]
}

// ReadKey reads what a pressed key carries: a choice, or which part of a long
// list is wanted. One that is none of ours is like one that is out of date.
func ReadKey(data string) (dialogs.Event, int) {
	from, choice, _ := strings.Cut(data, ":")
	if notice, ok := strings.CutPrefix(from, underNotice); ok {
		n, _ := strconv.ParseInt(notice, base, 64)
		return dialogs.Responded{Notice: booking.NoticeID(n), Choice: choice}, 0
	}
	if part, ok := strings.CutPrefix(choice, toPart); ok {
		if n, err := strconv.Atoi(part); err == nil && n > 0 {
			return nil, n
		}
	}
	n, err := strconv.ParseInt(from, base, 0)
	if err != nil {
		n = -1
	}
	return dialogs.Tapped{Choice: choice, Revision: int(n)}, 0
}
