package office

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sync"
	"sync/atomic"

	"terminbote/booking"
)

// Files is the office files of a running program. They are read again as a
// whole or not at all: as long as something is wrong with them, the town stays as
// it was.
type Files struct {
	path    string // empty: the sample
	current atomic.Pointer[booking.Town]

	mu    sync.Mutex
	known string // what the files held when they were read last, with success or without
	seen  string // what they held when they were looked at last
}

// OpenFiles reads the office files at path, as Load does, or the sample office
// where there is no path.
func OpenFiles(path string) (*Files, error) {
	f := &Files{path: path}
	f.known = f.digest()
	f.seen = f.known
	town, err := f.load()
	if err != nil {
		return nil, err
	}
	f.current.Store(&town)
	return f, nil
}

func (f *Files) load() (booking.Town, error) {
	town := booking.Town{}
	if f.path == "" {
		town = Sample()
	} else {
		loaded, err := Load(f.path)
		if err != nil {
			return booking.Town{}, err
		}
		town = loaded
	}
	return booking.NewTown(town.Offices...), nil
}

// Current is the town by the files as they were read last without a fault.
func (f *Files) Current() booking.Town { return *f.current.Load() }

// Changed tells whether the files hold something else than when they were read,
// and have come to rest: it has to be asked twice, since an editor may be in the
// middle of writing.
func (f *Files) Changed() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	now := f.digest()
	rests := now == f.seen
	f.seen = now
	return rests && now != f.known
}

// Read reads the files again. The town changes if nothing is wrong with them and
// accept has no objection to it.
func (f *Files) Read(accept func(booking.Town) error) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.known = f.digest()
	f.seen = f.known
	town, err := f.load()
	if err == nil {
		err = f.keepsOffices(town)
	}
	if err == nil {
		err = accept(town)
	}
	if err != nil {
		return err
	}
	f.current.Store(&town)
	return nil
}

// Digest names what the files held when they were read last.
func (f *Files) Digest() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.known
}

// keepsOffices refuses files that lack an office: its appointments would be
// nobody's, in the middle of the day.
func (f *Files) keepsOffices(town booking.Town) error {
	for _, o := range f.Current().Offices {
		if !slices.ContainsFunc(town.Offices, func(x *booking.Office) bool { return x.ID == o.ID }) {
			return fmt.Errorf("the files have no office %q any more; to give one up, or to change an id, stop the program and start it again", o.ID)
		}
	}
	return nil
}

// digest is the same as long as the files hold the same.
func (f *Files) digest() string {
	if f.path == "" {
		return ""
	}
	sum := sha256.New()
	paths, err := officeFiles(f.path)
	for _, p := range paths {
		data, unread := os.ReadFile(p)
		fmt.Fprintf(sum, "%q %v %d\n", p, unread, len(data))
		sum.Write(data)
		digestPictures(sum, p, data)
	}
	fmt.Fprintln(sum, err)
	return hex.EncodeToString(sum.Sum(nil))[:digestLength]
}

// pictureNamed finds the pictures that an office file names: of one that is changed
// nothing else tells.
var pictureNamed = regexp.MustCompile(`arms:\s*(?:[>|]-?\s+)?["']?([^"'#,{}\n]+\.(?i:svg|png))\b`)

// digestPictures adds the pictures to sum that the office file at path names.
func digestPictures(sum io.Writer, path string, file []byte) {
	for _, m := range pictureNamed.FindAllSubmatch(file, -1) {
		name := string(m[1])
		if !fs.ValidPath(name) {
			continue // as when it is read, nothing beyond this folder is looked at
		}
		data, unread := os.ReadFile(filepath.Join(filepath.Dir(path), filepath.FromSlash(name)))
		fmt.Fprintf(sum, "%q %v %d\n", name, unread, len(data))
		_, _ = sum.Write(data) // a hash always takes it
	}
}

const digestLength = 12
