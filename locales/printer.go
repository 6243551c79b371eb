package locales

import (
	"errors"
	"fmt"
	"log/slog"

	cldr "github.com/go-playground/locales"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
)

// Printer says lines in one language. Many may use it at the same time.
type Printer struct {
	lang      string
	base      string // lang without script, region and variant
	region    cldr.Translator
	sentences map[string]sentence
	localizer *i18n.Localizer
	fallback  *Printer // nil for the first language
}

// Lang is the BCP 47 tag of the printer's language.
func (p *Printer) Lang() string { return p.lang }

// Say is l in the printer's language. Something missing shows as ⟦name⟧, and
// goes to the log by its name: the reader of the line can do nothing about it.
func (p *Printer) Say(l Line) string {
	text, err := p.Try(l)
	if err != nil {
		slog.Error("a sentence has gaps", "err", err)
	}
	return text
}

// Try is like [Printer.Say], but hands back what was missing.
func (p *Printer) Try(l Line) (string, error) {
	s := speech{Printer: p}
	text := s.line(l)
	return text, errors.Join(s.faults...)
}

// speech is one line being said. It collects what is missing, also in the lines
// within the line.
type speech struct {
	*Printer
	faults []error
}

// strict stops at a gap that nothing fills, where the usual one writes
// "<no value>". It has no functions, so that parsed texts are kept.
var strict = &template.TextParser{Option: "missingkey=error"}

func (s *speech) line(l Line) string {
	if l.Key == "" {
		return s.plain(l)
	}
	p := s.teller(l.Key)
	if p == nil {
		return marker(l.Key)
	}
	said := p.sentences[l.Key]
	data := s.fill(said, l)
	if !said.plural() {
		return said.with(data)
	}
	config := i18n.LocalizeConfig{MessageID: l.Key, TemplateParser: strict, PluralCount: s.count(l), TemplateData: data}
	text, err := p.localizer.Localize(&config)
	if err != nil {
		s.fault("%s: %s: %w", p.lang, l.Key, err)
		return marker(l.Key)
	}
	return text
}

// plain is the text of a line without a sentence.
func (s *speech) plain(l Line) string {
	if l.IsZero() {
		return ""
	}
	text, ok := l.Args[plainArg].(string)
	if !ok {
		s.fault("a line has arguments and no key")
	}
	return isolate(text)
}

// teller is the printer that has the sentence: a German sentence in another
// language's talk is better than none. It is nil where there is none at all.
func (s *speech) teller(key string) *Printer {
	for p := s.Printer; p != nil; p = p.fallback {
		if _, ok := p.sentences[key]; ok {
			return p
		}
		s.fault("%s: no sentence %q", p.lang, key)
	}
	return nil
}

// count is the number that chooses the plural form; nil leaves the general one.
func (s *speech) count(l Line) any {
	switch n := l.Args[countArg].(type) {
	case int:
		return n
	case Count:
		return int(n)
	}
	s.fault("%s: %s: %s is no number", s.lang, l.Key, countArg)
	return nil
}

// fill says every argument that the sentence has a gap for.
func (s *speech) fill(said sentence, l Line) map[string]string {
	if _, odd := l.Args[oddArg]; odd {
		s.fault("%s: arguments are not names and values in turn", l.Key)
	}
	if len(said.gaps) == 0 {
		return nil
	}
	data := make(map[string]string, len(said.gaps))
	for _, gap := range said.gaps {
		arg, ok := l.Args[gap]
		if !ok {
			s.fault("%s: %s: nothing for %s", s.lang, l.Key, gap)
			data[gap] = marker(gap)
			continue
		}
		data[gap] = s.value(arg)
	}
	return data
}

// value is something that knows how it is written.
type value interface{ in(s *speech) string }

func (s *speech) value(v any) string {
	switch v := v.(type) {
	case value:
		return v.in(s)
	case string:
		return isolate(v)
	case int:
		return Count(v).in(s)
	}
	s.fault("%T is no value that can be said", v)
	return marker(fmt.Sprintf("%T", v))
}

// format is one of the patterns that values are written in.
func (s *speech) format(key string, args Args) string { return s.line(Line{Key: key, Args: args}) }

func (s *speech) fault(format string, args ...any) {
	s.faults = append(s.faults, fmt.Errorf(format, args...))
}

// marker stands where something is missing, so that it is seen.
func marker(name string) string { return "⟦" + name + "⟧" }
