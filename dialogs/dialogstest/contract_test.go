package dialogstest_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
)

func TestTheMemoryKeepsTheContract(t *testing.T) {
	t.Parallel()
	dialogstest.Contract(t, func(_ *testing.T, town booking.Town, _ func() time.Time, lead dialogs.Colleague) dialogstest.Keeper {
		memory := dialogstest.New(town)
		memory.Appoint(lead)
		return dialogstest.Keeper{Conversations: memory, Staff: memory, Code: memory.Code}
	})
}
