package clocktest

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

func TestTheVariableMovesTheClock(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.November, 23, 22, 30, 0, 0, time.UTC) // half past eleven in the evening in Berlin
	for text, want := range map[string]time.Duration{
		"":             0,
		"8760h":        365 * 24 * time.Hour,
		"-90s":         -90 * time.Second,
		"23:59:50":     29*time.Minute + 50*time.Second,
		"00:00:00":     -23*time.Hour - 30*time.Minute,
		"24h 23:59:50": 24*time.Hour + 29*time.Minute + 50*time.Second,
		// In summer it is half past midnight there by then.
		"5040h 23:59:50": 210*24*time.Hour + 23*time.Hour + 29*time.Minute + 50*time.Second,
	} {
		if got, err := read(text, now); err != nil || got != want {
			t.Errorf("%q: %v ahead, %v; want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"tomorrow", "24:00:00", "8760", "8760h tomorrow"} {
		if _, err := read(text, now); err == nil || !strings.Contains(err.Error(), variable) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestWhatAProcessReads is run by the next test in a process of its own.
func TestWhatAProcessReads(t *testing.T) {
	t.Parallel()
	if want := os.Getenv(wanted); want != "" && !strings.HasPrefix(Now().UTC().Format(time.RFC3339), want) {
		t.Errorf("it is %v, want %s", Now(), want)
	}
}

const wanted = "CLOCKTEST_WANTED"

func TestAProcessSharesTheClockOfItsTest(t *testing.T) {
	t.Parallel()
	if os.Getenv(wanted) != "" {
		return
	}
	for _, moved := range []string{Environ(), variable + "=87600h"} {
		text := strings.TrimPrefix(moved, variable+"=")
		d, err := read(text, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestWhatAProcessReads$")
		cmd.Env = append(os.Environ(), moved, wanted+"="+time.Now().Add(d).UTC().Format("2006"))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", moved, err, out)
		}
	}
}
