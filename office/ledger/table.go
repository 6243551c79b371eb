package ledger

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// table is the records of a CSV file, one after the other.
type table struct {
	reader *csv.Reader
	read   int64 // up to which byte
	above  int   // lines before the first that was read
}

func newTable(text string, o Options) *table {
	comma, skipped := separator(text, o)
	r := csv.NewReader(strings.NewReader(asTexts(text[skipped:], comma)))
	r.Comma = comma
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = comma != '\t' // a tab is a space, too, and an empty cell must stay one
	return &table{reader: r, above: strings.Count(text[:skipped], "\n")}
}

// asTexts makes plain values of those that programs write as ="0815", so that
// spreadsheets take them for texts.
func asTexts(text string, comma rune) string {
	formula := regexp.MustCompile(`(?m)(^|` + regexp.QuoteMeta(string(comma)) + `)="([^"\r\n]+)"`)
	return formula.ReplaceAllString(text, `${1}"${2}"`)
}

func (t *table) next() (record, error) {
	for {
		cells, err := t.reader.Read()
		size := t.reader.InputOffset() - t.read
		t.read += size
		if err != nil {
			return record{}, t.explain(err)
		}
		line, _ := t.reader.FieldPos(0)
		line += t.above
		if size > longestLine {
			return record{}, fault{line: line, says: fmt.Sprintf("longer than %d KB; is a quotation mark missing?", longestLine>>10)}
		}
		if strings.TrimSpace(strings.Join(cells, "")) != "" {
			return record{line, cells}, nil
		}
	}
}

func (t *table) explain(err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return err
	}
	f := fault{line: parse.StartLine + t.above, says: `a quotation mark out of place: a value with one in it is written "so ""to say"""`}
	if parse.Line > parse.StartLine {
		f.says = fmt.Sprintf("a value in quotation marks that begins here goes on to line %d and does not end there properly", parse.Line+t.above)
	}
	return f
}

// separators are what may separate values, the most usual first.
const separators = ";,\t|"

// separator is what separates the values: what a first line like sep=; says,
// which is skipped then, or by what a line at the top names most columns.
func separator(text string, o Options) (comma rune, skipped int) {
	first, _, _ := strings.Cut(text, "\n")
	if said, ok := strings.CutPrefix(strings.TrimSpace(first), "sep="); ok && utf8.RuneCountInString(strings.TrimSpace(said)) <= 1 {
		comma, _ = utf8.DecodeRuneInString(said + "\t") // trimmed, a tab is nothing
		return comma, min(len(first)+1, len(text))
	}
	lines := strings.SplitN(text, "\n", titles+1)
	lines = lines[:min(titles, len(lines))]
	var most int
	for _, r := range separators {
		for _, line := range lines {
			cells := strings.Split(line, string(r))
			if score := o.named(cells)*len(text) + len(cells); score > most {
				comma, most = r, score
			}
		}
	}
	return comma, 0
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
// byte order mark, or UTF-16, which Excel calls Unicode, or Windows-1252, in
// which Excel writes CSV here.
func decode(content []byte) (string, error) {
	content, marked := bytes.CutPrefix(content, []byte("\ufeff"))
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xfe")):
		return fromUTF16(content[2:], binary.LittleEndian), nil
	case bytes.HasPrefix(content, []byte("\xfe\xff")):
		return fromUTF16(content[2:], binary.BigEndian), nil
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
	if bytes.IndexByte(content, '\n') < 0 && bytes.IndexByte(content, '\r') >= 0 {
		return fromMacintosh(content), nil
	}
	return fromWindows1252(content)
}

// fromMacintosh reads what Excel on a Mac calls “CSV (Macintosh)”: it is known by
// its line ends, and its umlauts are other letters to Windows.
func fromMacintosh(content []byte) string {
	var b strings.Builder
	for _, c := range content {
		if c < 0x80 {
			b.WriteByte(c)
			continue
		}
		b.WriteRune(macRoman[c-0x80])
	}
	return b.String()
}

// macRoman is the upper half of the Macintosh's characters.
var macRoman = []rune("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")

func fromUTF16(content []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(content)/2)
	for i := range units {
		units[i] = order.Uint16(content[2*i:])
	}
	return string(utf16.Decode(units))
}

// multibyte counts the characters of several bytes, and the bytes that are no
// UTF-8, and tells the first of them.
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
