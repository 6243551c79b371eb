package dialogs

import (
	"maps"
	"runtime"
	"sync"
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

// called is a town like the sample whose residents call one concern by words of their own.
func called(words ...string) booking.Town {
	town := office.Sample()
	c := &town.Offices[0].Concerns[0]
	c.Synonyms = maps.Clone(c.Synonyms)
	c.Synonyms["de"] = append([]string{"Ausweis"}, words...)
	return booking.NewTown(town.Offices...)
}

func TestTownsThatSayTheSameShareWhatIsMadeOfIt(t *testing.T) {
	t.Parallel()
	var all Directories
	selm, unna := all.Of(called()), all.Of(called())
	own := all.Of(called("Grützenzettel"))
	if selm.ready() != unna.ready() {
		t.Error("two towns that say the same have a reader each")
	}
	if selm.ready() == own.ready() {
		t.Error("a town with words of its own shares its reader")
	}
	finds := func(d *Directory) int {
		return len(Facts{Directory: d, Town: called()}.found("Grützenzettel", "de"))
	}
	if finds(own) == 0 {
		t.Error("a town's own word is not understood")
	}
	if finds(selm) > 0 {
		t.Error("a town's own word is understood in another")
	}
}

// Many towns are written to for the first time at once, and each is told the same.
func TestWhatTownsShareIsMadeOnce(t *testing.T) {
	t.Parallel()
	var all Directories
	var readers [8]*ready
	var done sync.WaitGroup
	for n := range readers {
		d := all.Of(called())
		done.Go(func() { readers[n] = d.ready() })
	}
	done.Wait()
	for n, r := range readers {
		if r != readers[0] || r.reader == nil {
			t.Errorf("the reader of town %d is another one", n)
		}
	}
}

// Words that no town uses any more are forgotten.
func TestWhatNoTownSaysAnyMoreIsForgotten(t *testing.T) {
	t.Parallel()
	var all Directories
	before := all.Of(called())
	before.ready()
	runtime.KeepAlive(before)
	before = nil
	for range 3 {
		runtime.GC()
	}
	now := all.Of(called("Grützenzettel"))
	now.ready()
	if n := len(all.made); n != 1 {
		t.Errorf("words of %d readings are kept, want 1", n)
	}
	runtime.KeepAlive(now)
}
