package terminal

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"testing"
)

// Of a line its first 16 KiB are taken in, to the byte and however large the pieces
// are in which it comes, and the next line is whole.
func TestALineIsTakenInUpToItsLength(t *testing.T) {
	t.Parallel()
	const longest = 16 * 1024
	for _, pieces := range []int{16, 1000, 4096, 100_000} {
		for _, length := range []int{0, 1, longest - 1, longest, longest + 1, 3 * longest} {
			line := strings.Repeat("x", length)
			in := bufio.NewReaderSize(strings.NewReader(line+"\nnext"), pieces)
			got, err := readLine(in)
			if want := line[:min(length, longest)]; got != want || err != nil {
				t.Errorf("of %d bytes in pieces of %d: %d, %v", length, pieces, len(got), err)
			}
			if got, err := readLine(in); got != "next" || err != nil {
				t.Errorf("after %d bytes in pieces of %d: %q, %v", length, pieces, got, err)
			}
			if _, err := readLine(in); !errors.Is(err, io.EOF) {
				t.Errorf("at the end: %v", err)
			}
		}
	}
}
