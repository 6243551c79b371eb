package office

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// byLibrary is a file's root as the library reads it, and whether it has nothing to say
// about it.
func byLibrary(data []byte) (root node, faults Faults) {
	r := newReader("file.yaml", data, newAlike())
	root, _ = r.root(data)
	return root, append(r.faults, r.warnings...)
}

// differs tells, with the keys that lead there, where two readings of a file differ.
// Where a key has no value nobody asks where that stands.
func differs(t *testing.T, path string, got, want *node) bool {
	t.Helper()
	if got.kind == nothing && want.kind == nothing {
		return false
	}
	if got.kind != want.kind || !placed(got.position, want.position) || got.text != want.text || len(got.items) != len(want.items) || len(got.keys) != len(want.keys) {
		t.Errorf("%s: the quick reader has %+v\nthe library %+v", path, *got, *want)
		return true
	}
	for i := range got.items {
		if differs(t, path+" -", &got.items[i], &want.items[i]) {
			return true
		}
	}
	for i := range got.keys {
		p, q := &got.keys[i], &want.keys[i]
		if p.key != q.key || p.position != q.position || q.alone {
			t.Errorf("%s: the quick reader has the key %q at %v\nthe library %q at %v", path, p.key, p.position, q.key, q.position)
			return true
		}
		if differs(t, path+" "+p.key, &p.value, &q.value) {
			return true
		}
	}
	return false
}

// placed tells whether a place is the library's, which counts spaces behind a text to
// those before it.
func placed(got, want position) bool { return got.line == want.line && got.column <= want.column }

// agree tells whether the quick reader is sure of a file; then it has to read it as the
// library does.
func agree(t *testing.T, data string) (sure bool) {
	t.Helper()
	got, sure := quickRoot([]byte(data))
	if !sure {
		return false
	}
	want, faults := byLibrary([]byte(data))
	if len(faults) > 0 {
		t.Errorf("of what the quick reader is sure of, the library says:\n%v\n%q", faults, data)
	} else if differs(t, "", &got, &want) {
		t.Logf("%q", data)
	}
	return true
}

func read(tb testing.TB, path string) string {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

func TestTheQuickReaderIsSureOfOfficeFiles(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"werne.yaml", "testdata/town/north.yaml", "testdata/town/south.yaml"} {
		if !agree(t, read(t, path)) {
			t.Errorf("%s is left to the library", path)
		}
	}
}

// quickForms are forms of YAML that people write in office files, and others that they
// hardly mean.
var quickForms = []string{
	"a: b", "a: b\r\nc: d\r\n", "\ufeffa: b\n", "a: b c, d", "a:\n  b: c\n\n  # remark\n  d: e # remark\nf: g",
	"a:\n- b\n- c: d\n  e: f\n", "a:\n  - b\n  - c: d\n    e:\n      - f\n", "a: |\n  b\n    c\n  d", "a: [b]\n  c",
	"a: [b,\n  c, {d: e,\n f: g}]\n", "a: {b: [c d, e], f: {g: h}}   # remark", "a: [\n  b,\n  # c\n  d\n]\n", "a: [b\n]",
	"a: 'b''c'", "a: 'b # c'", "a: \"b: c\"  # d", "a: >-\n  b\n  c\nd: |\n  e\n  f\n\ng: 1", "a: > # remark\n  b\n  # c\nd: e",
	"a: true\nb: True\nc: yes\nd: null\ne: No\nf: nullx\ng: ~", "a: 37,50 €", "a: b - c", "a:\nb:\n  c: d", "a: ~b", "a: b: c",
	"a: 1\nb: 0\nc: 010\nd: 0x1f\ne: 1_000\nf: 1.5\ng: 1e3\nh: +1\ni: 08:00\nj: 08:00-12:00\nk: 2026-11-24\nl: 02389 71-333",
	"a: ä # ö\nb: {c: ö, d: [ß, ü]}", "a: b\u00a0c", "a: (b)", "a: b#c", "a: [b#c, d e]", "a: http://b.c/d?e=f#g", "a: b & c",
	"a: [b: c]", "a: {b}", "a: {b, c: d}", "a: {}", "a: []", "a: [b, ]", "a: 'b\n  c'", "a: b\n  c", "a: &b c", "a: *b", "a: !!str b",
	"a: \"\\u00e4\"", "? a", "---\na: b", "a: b\n---\nc: d", "a: b\n c: d", "a:\n  b: c\n d: e", "a: #b", "a: b #c", "a: @b", "- a",
	"a: >2\n    b", "a: >+\n  b\n", "\ta: b", "a:\tb", "\"a\": b", "a b: c", "a: b\na: c", "a: {b: c, b: d}", "1: 2", "true: b",
	"null: b", "a: -1", "a: .5", "a: .inf", "a: [[b], [c]]", "a: {b: }", "a: \"b\" c", "a: % b", "a: -", "a: - b", "a:\n  -\n  - b",
	"a:\n  - - b\n  - c", "a: |\n b\n\n c\n", "a: >\n\n b", "a: |\n b \n c", "a: |\n b\n# c\nd: e", "a: |", "a: |\nb: c",
	"a: {b: [08:00-12:00], c: d:e}", "a: {b: http://c/d, e: [http://f]}", "a: b \nc: d ",
	"a: b\u0085c", "a: b\u2028c", "a: b\u2029c", "a: b\ufeffc", "a: \"b\u2029c\"", "a: |\n  b\u2029c\n",
}

func TestTheQuickReaderReadsAsTheLibraryDoes(t *testing.T) {
	t.Parallel()
	sure := 0
	for _, form := range quickForms {
		if agree(t, form) || agree(t, form+"\n") {
			sure++
		}
	}
	if sure < len(quickForms)/3 {
		t.Errorf("the quick reader is sure of %d of %d forms", sure, len(quickForms))
	}
}

// Only a key as office files have it is read quickly: letters, digits, _ and -, from a
// letter or _ on, and no quotes around it. Of any other the library has the word.
func TestOnlyPlainKeysAreReadQuickly(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]bool{
		"a": true, "Z": true, "_": true, "a1": true, "a-b_c": true, "max_quantity": true, "a-": true,
		"1": false, "1a": false, "-a": false, "a b": false, "a.b": false, "a:b": false, "a'b": false, "a\"b": false, "a?": false, "a,b": false, "a[0]": false,
		"a&b": false, "a#b": false, "a%": false, "a@b": false, "aä": false, "ä": false, ".a": false, "'a'": false, "\"a\"": false, "true": false, "null": false,
	} {
		if sure := agree(t, key+": b\n"); sure != want {
			t.Errorf("the key %s is read quickly: %v", key, sure)
		}
		if sure := agree(t, "a: {"+key+": b}\n"); sure != want {
			t.Errorf("the key %s in braces is read quickly: %v", key, sure)
		}
	}
}

// slip makes one of the slips that people make while they write a file.
func slip(chance *rand.Rand, file string) string {
	at := chance.IntN(len(file))
	const marks = ":#'\"[]{},-|>&*!%@`?\n \t~.0aä€\u00a0\\"
	letters := []rune(marks)
	mark := string(letters[chance.IntN(len(letters))])
	end := min(len(file), at+1+chance.IntN(12))
	switch chance.IntN(6) {
	case 0:
		return file[:at] + mark + file[at:]
	case 1:
		return file[:at] + file[at+1:]
	case 2:
		return file[:at] + mark + file[at+1:]
	case 3:
		return file[:at] + file[end:]
	case 4:
		return file[:end] + file[at:]
	}
	from := chance.IntN(len(file))
	return file[:at] + file[from:min(len(file), from+1+chance.IntN(40))] + file[at:]
}

// Whatever people do to a file, the two readers do not differ.
func TestTheQuickReaderReadsSlipsAsTheLibraryDoes(t *testing.T) {
	t.Parallel()
	parts := strings.Split(read(t, "testdata/small.yaml"), "\n\n")
	chance := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same slips each time
	const rounds = 2000
	sure := 0
	for range rounds {
		file := parts[chance.IntN(len(parts))] + "\n"
		for range 1 + chance.IntN(3) {
			file = slip(chance, file)
		}
		if agree(t, file) {
			sure++
		}
		if t.Failed() {
			return
		}
	}
	if sure < rounds/10 {
		t.Errorf("the quick reader is sure of %d of %d files with slips", sure, rounds)
	}
}

// FuzzQuick looks for more of them.
func FuzzQuick(f *testing.F) {
	for _, form := range append(quickForms, strings.Split(read(f, "testdata/small.yaml"), "\n\n")...) {
		f.Add(form)
	}
	f.Fuzz(func(t *testing.T, data string) { agree(t, data+"\n") })
}
