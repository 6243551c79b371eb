package office

import "testing"

// However many files there are, a look reads some thirty of them, on average, as long
// as they look the same from outside.
func TestManyFilesAreReadLessOften(t *testing.T) {
	t.Parallel()
	const looks = 12_000
	for _, many := range []int{1, 100, 600, 1_000, 10_000} {
		f, reads := Files{many: many}, 0
		for f.same = readWhenFresh + 1; f.same <= looks; f.same++ {
			if f.due() {
				reads++
			}
		}
		if most := looks / readEvery; reads == 0 || reads > most {
			t.Errorf("%d files are read %d times in %d looks, want 1 to %d", many, reads, looks, most)
		}
		if read := reads * many / looks; read > readAtALook {
			t.Errorf("of %d files %d are read at a look, want at most %d", many, read, readAtALook)
		}
	}
}
