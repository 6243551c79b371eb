package ledger

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// What a file may hold, so that one that is none of ours fills no memory.
const (
	largestFile  = 32 << 20
	longestLine  = 64 << 10 // a line, and all lines of one appointment together
	mostRecords  = 100_000
	excelOpening = "PK\x03\x04"
)

// table is the records of a CSV file, one after the other.
type table struct {
	reader *csv.Reader
	read   int64 // up to which byte
}

// record is the values of one line, or of several where a value in
// quotation marks has line breaks.
type record struct {
	line  int // where it begins
	cells []string
}

// openTable reads all of file, whichever of the usual encodings and separators
// it has.
func openTable(file io.Reader) (*table, error) {
	content, err := io.ReadAll(io.LimitReader(file, largestFile+1))
	if err != nil {
		return nil, err
	}
	if len(content) > largestFile {
		return nil, fmt.Errorf("the file is larger than %d MB; split it", largestFile>>20)
	}
	text, err := decode(content)
	if err == nil {
		err = checkLines(text)
	}
	if err != nil {
		return nil, err
	}
	return newTable(text), nil
}

func newTable(text string) *table {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = separator(text)
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = true
	return &table{reader: r}
}

// next is the next record that holds anything; io.EOF ends them. A fault comes
// with its line, and the records after it can be read.
func (t *table) next() (record, error) {
	for {
		cells, err := t.reader.Read()
		size := t.reader.InputOffset() - t.read
		t.read += size
		if err != nil {
			return record{}, explain(err)
		}
		line, _ := t.reader.FieldPos(0)
		if size > longestLine {
			return record{}, fault{line: line, says: fmt.Sprintf("longer than %d KB; is a quotation mark missing?", longestLine>>10)}
		}
		if strings.TrimSpace(strings.Join(cells, "")) != "" {
			return record{line, cells}, nil
		}
	}
}

func explain(err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return err
	}
	f := fault{line: parse.StartLine, says: `a quotation mark out of place: a value with one in it is written "so ""to say"""`}
	if parse.Line > parse.StartLine {
		f.says = fmt.Sprintf("a value in quotation marks that begins here goes on to line %d and does not end there properly", parse.Line)
	}
	return f
}

// separator is what separates the names of the columns.
func separator(text string) rune {
	header, _, _ := strings.Cut(strings.TrimLeft(text, "\r\n"), "\n")
	if strings.Count(header, ";") > strings.Count(header, ",") {
		return ';'
	}
	return ','
}

func checkLines(text string) error {
	line := 0
	for part := range strings.Lines(text) {
		line++
		if len(part) > longestLine {
			return fmt.Errorf("line %d is longer than %d KB", line, longestLine>>10)
		}
	}
	return nil
}

// decode brings content into UTF-8: it is that already, with or without a
// byte order mark, or Windows-1252, in which Excel writes here.
func decode(content []byte) (string, error) {
	content, marked := bytes.CutPrefix(content, []byte("\ufeff"))
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xfe")), bytes.HasPrefix(content, []byte("\xfe\xff")):
		return "", errors.New("the file is in UTF-16; save it as “CSV UTF-8”")
	case bytes.HasPrefix(content, []byte(excelOpening)):
		return "", errors.New("this is a spreadsheet; save it as CSV first")
	case bytes.IndexByte(content, 0) >= 0:
		return "", errors.New("this is not a text file")
	case utf8.Valid(content):
		return string(content), nil
	}
	// A text in Windows-1252 has next to nothing in it that looks like UTF-8.
	well, first, ill := multibyte(content)
	if marked || well > ill {
		return "", fmt.Errorf("line %d is not in UTF-8, though the file is; save it as “CSV UTF-8”", lineOf(content, first))
	}
	return fromWindows1252(content)
}

// multibyte counts the characters of several bytes, and the bytes that are no
// UTF-8, of which it tells the first.
func multibyte(content []byte) (well, first, ill int) {
	for i := 0; i < len(content); {
		r, size := utf8.DecodeRune(content[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			if ill == 0 {
				first = i
			}
			ill++
		case size > 1:
			well++
		}
		i += size
	}
	return well, first, ill
}

func lineOf(content []byte, at int) int { return 1 + bytes.Count(content[:at], []byte("\n")) }

// from0x80 is the characters by which Windows-1252 differs from Latin-1, that
// is from Unicode's first 256: those of 0x80 to 0x9f. A space stands for none.
var from0x80 = []rune("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ")

func fromWindows1252(content []byte) (string, error) {
	var b strings.Builder
	b.Grow(len(content) + len(content)/8)
	for i, c := range content {
		r := rune(c)
		if c >= 0x80 && c < 0xa0 {
			r = from0x80[c-0x80]
		}
		if r == ' ' && c != ' ' {
			return "", fmt.Errorf("line %d is neither in UTF-8 nor in Windows-1252; save the file as “CSV UTF-8”", lineOf(content, i))
		}
		b.WriteRune(r)
	}
	return b.String(), nil
}
