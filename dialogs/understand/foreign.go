package understand

import (
	"slices"
	"strings"
	"unicode"
)

// foreignLanguage is a language that the assistant knows by sight and does not
// speak.
type foreignLanguage struct {
	code    string
	script  *unicode.RangeTable // of its own among these; nil: Latin
	letters string              // that languages we speak do not have, none of them ASCII
	words   string              // folded; they are common and mean nothing in those
	alone   string              // folded; a message that is no more than one of these is in the language
}

// foreignLanguages are those that most people bring along. Of two in one
// script the first is meant, unless the other shows.
var foreignLanguages = []foreignLanguage{
	{
		code: "ru", script: unicode.Cyrillic, alone: "privet, zdravstvuyte, zdravstvujte, dobryi den, dobry den, да, нет, русский, русскии, по русски, на русском, не понимаю, я не понимаю, спасибо, russkij, ne ponimaju, ya ne ponimayu, po russki", letters: "ыэъё",
		words: "здравствуите, привет, спасибо, пожалуиста, как, где, мне, нужна, нужен, нужно, помогите, можно, что, это, говорю, говорите, по, русски, немецки, есть, или, когда, сколько, записаться, получить, здравствуйте, пожалуйста, меня, зовут, мои, моя, я, не, хочу, надо, паспорт, прописка, переехал, переехала, потерял, потеряла, на, в, у, вы, ребенок, ребенка, жена, муж, завтра, сегодня, новыи, для",
	},
	{
		code: "uk", script: unicode.Cyrillic, alone: "pryvit, dobryi den, dobrogo dnya, так, ні, українська, украінська, українською, украінською, не розумію, я не розумію, дякую", letters: "іїєґ",
		words: "загубила, загубив, дякую, дуже, потрібен, потрібна, потрібно, чи, як, де, мені, добрии, доброго, дня, коли, чому, треба, втратила, втратив, щоб, розмовляєте, украінською, будь, ласка, привіт, хто, тут, але, ви, отримати, добрий, українською, я, мене, звати, мої, моя, хочу, паспорт, прописка, переїхав, переїхала, дитина, дитини, дружина, чоловік, завтра, сьогодні, новии, для, на, у, в, не, є",
	},
	{code: "ar", script: unicode.Arabic, alone: "marhaba, salam, salam aleikum, salam alaikum, as salamu alaikum, selamun aleykum, selam aleikum, نعم, لا, العربية, عربي, عربية, شكرا, لا افهم"},
	{
		code: "tr", alone: "merhaba, merhabalar, selam, selamlar, iyi gunler, gunaydin, iyi aksamlar, evet, hayir, turkce, tuerkce, turkce lutfen, tuerkce luetfen, turkce konusuyor musunuz, anlamiyorum, anlamadim, almanca bilmiyorum, tamam, tesekkurler, tesekkur ederim", letters: "ışğİ",
		words: "icin, istiyorum, merhaba, randevu, bir, ve, nasil, lutfen, yardim, turkce, biliyor, musunuz, yapmak, almak, kimlik, kimligimi, tesekkurler, tesekkur, ederim, ben, benim, anlamiyorum, konusmuyorum, dakika, bekleyin, gunaydin, ne, nerede, kac, yeni, gerekiyor, almanca, bilmiyorum, eder, misiniz, kaybettim, " +
			"yapmaliyim, selam, iyi, gunler, evet, hayir, konusuyor, lazim, tasindim, degistirmek, yenilemek, pasaport, pasaportumu, ihtiyacim, yapmam, eve, olur, mu, degil, cok, bana, sizin, konusan, bu, hangi, zaman, belge, oturum, kayit, esim, oglum, kizim, cocuk, cocugum, adim, ev, evim, yarin, bugun, ehliyet, araba, dogum, vize, gerek, gelmek, gelebilir, miyim, mi, var, yok, biz, bizim, sonra, buraya, burada, yeniledim, bitti, suresi, doldu",
	},
	{
		code: "pl", alone: "dzien dobry, czesc, witam, dobry wieczor, tak, nie, polski, po polsku, nie rozumiem, dziekuje, prosze", letters: "łąęśćźżń",
		words: "dzien, dobry, chce, potrzebuje, prosze, dowod, wizyta, sie, jak, gdzie, czy, mowi, mowic, pan, pani, po, polsku, dziekuje, nie, rozumiem, niemiecku, jest, moge, chcialbym, chcialabym, czesc, zgubilem, zgubilam, umowic, wizyte, dla, mam, jestem, pomoc, przeprowadzilem, przeprowadzilam, zalozyc, kiedy, ile, kosztuje, paszport, osobisty, meldunek, zameldowac, nowy, moj, moja, na, imie, nazywam, dowodu, potrzebny, potrzebna, mieszkam, mieszkanie, praca, urzad, mozna, bardzo, dziecko, dzieci, corka, syn, zona, maz, tutaj, juz, jeszcze, teraz, jutro, dzisiaj, zmienic, wyrobic, odebrac, zarejestrowac, samochod, nowego, nowa, niemieckiego, prawo, jazdy, zaswiadczenie",
	},
	{
		code: "ro", alone: "buna ziua, buna, salut, buna seara, buna dimineata, romana, romaneste, nu inteleg, multumesc", letters: "ășțîâşţ",
		words: "buna, ziua, vreau, programare, nevoie, vorbesc, pentru, multumesc, unde, cand, cum, trebuie, merg, dori, rog, va, inteleg, limba, romana, germana, vorbiti, nu, buletin, pasaport, pierdut, mutat, adresa, cat, costa, este, sunt, romaneste, engleza, salut, ajutor, numesc, fiica, fiul, copil, copii, sotia, sotul, casa, apartament, masina, permis, identitate, noua, maine, azi, acum, aici, germania, putea, imi, schimbat, inregistrare, certificat",
	},
	{code: "fr", alone: "oui, non, bonjour, bonsoir, francais, en francais, je ne comprends pas, je comprends pas, je ne parle pas allemand"},
	{code: "es", alone: "hola, buenos dias, buenas tardes, espanol, en espanol, no entiendo, no comprendo, no hablo aleman"},
	{code: "it", alone: "buongiorno, buonasera, italiano, in italiano, non capisco, non ho capito, non parlo tedesco"},
	{code: "und", alone: "da, si"}, // a yes of several languages
}

// foreigner is a foreign language made ready for reading.
type foreigner struct {
	foreignLanguage
	common map[string]bool
	whole  map[string]bool
}

var foreigners = readyForeigners()

func readyForeigners() []foreigner {
	all := make([]foreigner, len(foreignLanguages))
	for i, l := range foreignLanguages {
		all[i] = foreigner{l, wordSet(l.words), wordSet(l.alone)}
	}
	return all
}

// foreign is the code of a language that a message is in and the assistant
// does not speak, and which words are in it.
func (m *message) foreign() (code string, in []bool) {
	if m.strange == nil {
		code, in = m.inForeign()
		m.strange = &foreignWords{code, in}
	}
	return m.strange.code, m.strange.in
}

// foreignWords is the language that is not spoken here, and its words.
type foreignWords struct {
	code string
	in   []bool
}

func (m *message) inForeign() (code string, in []bool) {
	if code := m.answersIn(); code != "" {
		return code, slices.Repeat([]bool{true}, len(m.words))
	}
	best := 0
	for i := range foreigners {
		l := &foreigners[i]
		is, points := l.in(m)
		if points > best && l.outweighs(points, m.homely(is)) {
			code, in, best = l.code, is, points
		}
	}
	return code, in
}

// answersIn is the foreign language that a message is a mere greeting in, a yes or a no, or
// that it names in its own words.
func (m *message) answersIn() string {
	if len(m.words) == 0 || len(m.words) > mostAlone {
		return ""
	}
	said := m.words[0].text
	for _, w := range m.words[1:] {
		said += " " + w.text
	}
	i := slices.IndexFunc(foreigners, func(l foreigner) bool { return l.whole[said] })
	if i < 0 {
		return ""
	}
	return foreigners[i].code
}

const mostAlone = 5 // words that are a whole message in another language

// Points that a word earns a language.
const (
	byScript = 2
	byLetter = 2
	byWord   = 2
)

// in tells which words are of the language, and how much speaks for it.
func (l *foreigner) in(m *message) (is []bool, points int) {
	is = make([]bool, len(m.words))
	for i, w := range m.words {
		earned := 0
		if typed := m.text[w.from:w.to]; !isASCII(typed) {
			earned = l.letterPoints(strings.ToLower(typed))
		}
		if l.common[w.text] && (l.script != nil || !isSmall(w.text) || len(w.text) > 2) {
			earned += byWord
		}
		is[i] = earned > 0
		points += earned
	}
	return is, points
}

// letterPoints is what a word earns a language by its letters.
func (l *foreigner) letterPoints(typed string) int {
	points := 0
	if l.script != nil && strings.ContainsFunc(typed, func(r rune) bool { return unicode.Is(l.script, r) }) {
		points += byScript
	}
	if l.letters != "" && strings.ContainsAny(typed, l.letters) {
		points += byLetter
	}
	return points
}

// homely is how many words are in a language that the assistant speaks.
func (m *message) homely(foreign []bool) int {
	n := 0
	for i, w := range m.words {
		if !foreign[i] && w.kind == letters && isSmall(w.text) && len(w.text) > 1 {
			n++
		}
	}
	return n
}

// outweighs tells whether a language is meant: one word or letter of it is
// not enough, as names have them too.
func (l *foreigner) outweighs(points, homely int) bool {
	if l.script != nil {
		return points >= byScript && points > 2*homely
	}
	return points >= 2*byWord && points > 2*homely
}

// foreignTalk finds the language that a message is in.
func (m *message) foreignTalk() []candidate {
	code, in := m.foreign()
	if code == "" || m.in.Expect == ExpectName && len(m.words) <= 3 && m.answersIn() == "" {
		return nil
	}
	c := candidate{sure: sureTalk, value: LanguageValue{Lang: code, Spoken: true}}
	if m.answersIn() != "" {
		c.bonus = perPiece
	}
	for i := range m.words {
		switch {
		case !in[i] && m.words[i].capital && m.words[i].kind == letters && m.ours(i):
			continue // a German word for what is wanted
		case c.to == 0:
			c.from, c.to = i, i+1
		case c.to == i && in[i]:
			c.to = i + 1
		case in[i] || m.isStrange(i):
			c.also = append(c.also, i)
		}
	}
	return []candidate{c}
}

// ours tells whether a word is one that a concern goes by.
func (m *message) ours(i int) bool {
	return len(m.reader.catalogue.words.meaning(m.words[i], false).means) > 0
}

// isStrange tells whether a word is in no language that the assistant speaks.
func (m *message) isStrange(i int) bool {
	return m.words[i].kind == letters && !isSmall(m.words[i].text) && !m.ours(i)
}
