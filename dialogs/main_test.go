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
