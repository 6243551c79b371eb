package dialogs_test

import (
	"os"
	"runtime/debug"
	"testing"
)

// The explorers make a new world with each of some hundred thousand turns and
// keep few of them: collecting the rest less often saves a third of their time.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}

// takesSeconds leaves out of a short run what takes seconds.
func takesSeconds(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("left out of a short run")
	}
}
