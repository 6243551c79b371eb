package office

import (
	"reflect"
	"slices"
	"strings"

	"terminbote/booking"
)

// text is a text in all of the file's languages.
type text struct{ value[booking.Text] }

func (x *text) read(r *reader, n *node, _ reflect.StructTag) {
	in := booking.Text{}
	if r.byLanguage(n, say("a text by language, such as {de: …, en: …}"), func(lang string, n *node) {
		if s, ok := r.string(n, say("a text")); ok {
			in[lang] = s
		}
	}) {
		x.take(n, r.alike.text(in))
	}
}

func (x *text) schema(reflect.StructTag) map[string]any {
	return byLanguageSchema((*line).schema(nil, ""))
}

// links is a web page by language.
type links struct{ value[booking.Text] }

func (x *links) read(r *reader, n *node, _ reflect.StructTag) {
	in := booking.Text{}
	if r.byLanguage(n, say("a web address by language"), func(lang string, n *node) {
		if s, ok := r.url(n); ok {
			in[lang] = s
		}
	}) {
		x.take(n, in)
	}
}

func (x *links) schema(reflect.StructTag) map[string]any { return byLanguageSchema(linkSchema()) }

// synonyms is what people call a concern, by language.
type synonyms struct{ value[map[string][]string] }

func (x *synonyms) read(r *reader, n *node, _ reflect.StructTag) {
	in := map[string][]string{}
	if r.byLanguage(n, say("words by language, such as {de: [Perso], en: [ID]}"), func(lang string, n *node) {
		items := r.sequence(n)
		in[lang] = make([]string, 0, len(items))
		for i := range items {
			if s, ok := r.string(&items[i], say("a word")); ok {
				in[lang] = append(in[lang], s)
			}
		}
	}) {
		x.take(n, r.alike.synonyms(in))
	}
}

func (x *synonyms) schema(reflect.StructTag) map[string]any {
	return byLanguageSchema(map[string]any{
		"type": "array", "minItems": 1, "items": (*line).schema(nil, ""),
	})
}

// byLanguage reads a mapping from languages to something.
func (r *reader) byLanguage(n *node, expected message, each func(lang string, n *node)) bool {
	entries, ok := r.mapping(n, expected)
	if !ok {
		return false
	}
	for i := range entries {
		e := &entries[i]
		if e.value.kind == nothing {
			r.add(e.position, "%s has no value; expected a text in that language", quote(e.key))
			continue
		}
		each(r.alike.string(e.key), &e.value)
	}
	r.translated = append(r.translated, translated{n.position, entries})
	return true
}

func byLanguageSchema(of map[string]any) map[string]any {
	return map[string]any{
		"type": "object", "minProperties": 1, "additionalProperties": of,
		"propertyNames": (*language).schema(nil, ""),
	}
}

// checkTranslations reports texts that lack one of the file's languages or
// stand in another.
func (r *reader) checkTranslations(languages []language) {
	known := map[string]bool{}
	for _, l := range languages {
		if l.set {
			known[l.v] = true
		}
	}
	if len(known) == 0 {
		return
	}
	all := words(known)
	list := strings.Join(all, ", ")
	for _, t := range r.translated {
		for _, lang := range all {
			if !slices.ContainsFunc(t.in, func(p pair) bool { return p.key == lang }) {
				r.add(t.position, "the translation into %q is missing; expected a text in each of %s", lang, list)
			}
		}
		for _, p := range t.in {
			if !known[p.key] {
				r.add(p.position, "%s is none of the file's languages; expected %s", quote(p.key), list)
			}
		}
	}
}
