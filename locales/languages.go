package locales

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sync"

	cldr "github.com/go-playground/locales"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/en_GB"
	"github.com/goccy/go-yaml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// first is the language for people who ask for one that is not there, and the one
// that has every sentence.
const first = "de"

// regions hold a language's names of days and months and its way to write
// numbers. The order of a date's parts stands in the language's file.
var regions = map[string]func() cldr.Translator{
	"de": de.New,
	"en": en_GB.New,
}

//go:embed *.yaml
var files embed.FS

// library is every language there is.
type library struct {
	printers map[string]*Printer
	tags     []language.Tag // the first language first
	matcher  language.Matcher
}

var all = sync.OnceValue(func() *library {
	l, err := read(files)
	if err != nil {
		panic(fmt.Errorf("locales: %w", err)) // the files are part of the program
	}
	return l
})

// read reads the languages' files, such as de.yaml.
func read(files fs.FS) (*library, error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, err
	}
	l := &library{printers: map[string]*Printer{}}
	for _, entry := range entries {
		text, err := fs.ReadFile(files, entry.Name())
		if err != nil {
			return nil, err
		}
		p, err := newPrinter(entry.Name(), text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", entry.Name(), err)
		}
		l.printers[p.lang] = p
	}
	for _, lang := range l.langs() {
		if lang != first {
			l.printers[lang].fallback = l.printers[first]
		}
		l.tags = append(l.tags, language.MustParse(lang))
	}
	l.matcher = language.NewMatcher(l.tags)
	return l, nil
}

// langs is every language with a file, the first one first.
func (l *library) langs() []string {
	langs := slices.Sorted(maps.Keys(l.printers))
	langs = slices.DeleteFunc(langs, func(lang string) bool { return lang == first })
	return append([]string{first}, langs...)
}

// complete tells whether lang has every sentence that the first language has.
func (l *library) complete(lang string) bool {
	for key := range l.printers[first].sentences {
		if _, ok := l.printers[lang].sentences[key]; !ok {
			return false
		}
	}
	return true
}

// newPrinter reads one language's file, named after its tag.
func newPrinter(name string, text []byte) (*Printer, error) {
	file, err := i18n.ParseMessageFileBytes(text, name, map[string]i18n.UnmarshalFunc{"yaml": unmarshal})
	if err != nil {
		return nil, err
	}
	base, _ := file.Tag.Base()
	region, ok := regions[base.String()]
	if !ok {
		return nil, fmt.Errorf("no region says how %s writes dates", base)
	}
	p := &Printer{lang: file.Tag.String(), base: base.String(), region: region(), sentences: map[string]sentence{}}
	for _, message := range file.Messages {
		if p.sentences[message.ID], err = newSentence(message); err != nil {
			return nil, err
		}
	}
	bundle := i18n.NewBundle(file.Tag)
	if err := bundle.AddMessages(file.Tag, file.Messages...); err != nil {
		return nil, err
	}
	p.localizer = i18n.NewLocalizer(bundle, p.lang)
	return p, nil
}

func unmarshal(text []byte, into any) error { return yaml.Unmarshal(text, into) }

// Languages are those that have every sentence, German first.
func Languages() []string { return slices.Clone(languages()) }

var languages = sync.OnceValue(func() []string {
	return slices.DeleteFunc(all().langs(), func(lang string) bool { return !all().complete(lang) })
})

// Name is what the speakers of lang call it.
func Name(lang string) string { return For(lang).Say(Line{Key: "format.language"}) }

// Match is the language that best serves a person who asks for tags, the dearest
// first: BCP 47 tags as phones and browsers send them.
func Match(tags ...string) string {
	_, i := language.MatchStrings(all().matcher, tags...)
	return all().tags[i].String()
}

// For is the printer for lang, or for the language that comes closest to it.
func For(lang string) *Printer {
	if p, ok := all().printers[lang]; ok {
		return p
	}
	return all().printers[Match(lang)]
}
