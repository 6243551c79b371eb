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
	"strings"
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
	looks string // how they looked then, without being read
	same  int    // how often in a row they have looked like that
	many  int    // how many there are

	pictures []string // that they named
}

// OpenFiles reads the office files at path, as Load does, or the sample office
// where there is no path.
func OpenFiles(path string) (*Files, error) {
	f := &Files{path: path}
	f.readFirst()
	town, err := f.load()
	if err != nil {
		return nil, err
	}
	f.current.Store(&town)
	return f, nil
}

// readFirst reads what the files hold. Where they stayed as they were meanwhile, they
// need not be read again soon.
func (f *Files) readFirst() {
	before := f.outside()
	f.known = f.digest()
	f.seen = f.known
	pictures := f.pictures
	if f.pictures = nil; f.outside() == before {
		f.pictures = pictures
		f.looks, f.same = f.outside(), readWhenFresh
	}
	f.pictures = pictures
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
	now := f.look()
	rests := now == f.seen
	f.seen = now
	return rests && now != f.known
}

// A change that leaves sizes and times as they were is seen by reading, which is
// done whenever files have looked otherwise a moment ago, and now and then: less
// often where they are many, since all files of a thousand offices are 120 MB.
const (
	readWhenFresh = 3
	readEvery     = 20
	readAtALook   = 30 // files, on average
)

// due tells whether it is time to read files that look the same.
func (f *Files) due() bool {
	return f.same <= readWhenFresh || f.same%max(readEvery, f.many/readAtALook) == 0
}

// look is what the files hold. They are read only if they look otherwise than
// before, or if it is time.
func (f *Files) look() string {
	looks := f.outside()
	if looks != f.looks {
		f.looks, f.same = looks, 0
	}
	f.same++
	if !f.due() {
		return f.seen
	}
	return f.digest()
}

// outside is how the office files, and the pictures that they named when they were
// read, look from outside: what was written again has another time.
func (f *Files) outside() string {
	if f.path == "" {
		return ""
	}
	var all strings.Builder
	paths, err := officeFiles(f.path)
	for _, path := range append(paths, f.pictures...) {
		fmt.Fprintf(&all, "%q ", path)
		if info, err := os.Stat(path); err == nil {
			fmt.Fprint(&all, info.Size(), info.ModTime().UnixNano())
		}
	}
	fmt.Fprintln(&all, err)
	return all.String()
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
		if _, kept := town.Office(o.ID); !kept {
			return fmt.Errorf("the files have no office %q any more; to give one up, or to change an id, stop the program and start it again", o.ID)
		}
	}
	return nil
}

// digest is the same as long as the files hold the same. They are read on all
// processors.
func (f *Files) digest() string {
	f.pictures = nil
	if f.path == "" {
		return ""
	}
	paths, err := officeFiles(f.path)
	f.many = len(paths)
	sums, pictures := make([][]byte, len(paths)), make([][]string, len(paths))
	atOnce(len(paths), func(n int) { sums[n], pictures[n] = digestOffice(paths[n]) })
	all := sha256.New()
	for n := range paths {
		_, _ = all.Write(sums[n]) // a hash always takes it
		f.pictures = append(f.pictures, pictures[n]...)
	}
	fmt.Fprintln(all, err)
	return hex.EncodeToString(all.Sum(nil))[:digestLength]
}

// digestOffice is the digest of an office file and the pictures that it names, which
// are returned too.
func digestOffice(path string) (digest []byte, pictures []string) {
	sum := sha256.New()
	data := digestFile(sum, path, path)
	for _, name := range picturesIn(data) {
		picture := filepath.Join(filepath.Dir(path), filepath.FromSlash(name))
		digestFile(sum, name, picture)
		pictures = append(pictures, picture)
	}
	return sum.Sum(nil), pictures
}

// digestFile adds the file at path to sum, and returns what it holds.
func digestFile(sum io.Writer, name, path string) []byte {
	data, unread := os.ReadFile(path)
	fmt.Fprintf(sum, "%q %v %d\n", name, unread, len(data))
	_, _ = sum.Write(data) // a hash always takes it
	return data
}

// pictureNamed finds the pictures that an office file names: of one that is changed
// nothing else tells.
var pictureNamed = regexp.MustCompile(`arms:\s*(?:[>|]-?\s+)?["']?([^"'#,{}\n]+\.(?i:svg|png))\b`)

// picturesIn is the pictures that an office file names. As when it is read, nothing
// beyond its folder is looked at.
func picturesIn(file []byte) (names []string) {
	for _, m := range pictureNamed.FindAllSubmatch(file, -1) {
		if name := string(m[1]); fs.ValidPath(name) {
			names = append(names, name)
		}
	}
	return names
}

const digestLength = 12
