package understand

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// mailShape is what an address looks like in a sentence: more than one, so
// that a comma in place of a dot and spaces around the @ are seen too.
var mailShape = regexp.MustCompile(`(?i)(?:mailto:\s*)?<?([\pL\pN][\pL\pN._%+'’–-]*)\s?@\s?([\pL\pN](?:[\pL\pN–-]*[.,][\pL\pN–.-]*)*[\pL\pN–-]*)`)

// mailAddresses finds the mail addresses in a message.
func (m *message) mailAddresses() []candidate {
	var all []candidate
	if !strings.ContainsAny(m.text, "@") {
		return m.spokenAddresses()
	}
	start := max(0, strings.IndexByte(m.text, '@')-maxEmail)
	end := min(len(m.text), strings.LastIndexByte(m.text, '@')+maxEmail)
	for _, at := range mailShape.FindAllStringSubmatchIndex(m.text[start:end], -1) {
		local, domain := m.text[start+at[2]:start+at[3]], m.text[start+at[4]:start+at[5]]
		if whole, n := partedDomain(domain, m.text[start+at[5]:]); n > 0 {
			domain, at[5] = whole, at[5]+n
		}
		if v, ok := mailOf(local, domain); ok {
			from, to := m.wordsBetween(start+at[2], start+at[5])
			all = append(all, m.widen(candidate{from: from, to: to, sure: 1, bonus: 1, value: v}, fieldMail))
		}
	}
	if len(all) == 0 {
		return m.spokenAddresses()
	}
	return all
}

// partedDomain is the domain of a provider whose ending stands apart, and how many bytes of the text behind belong
// to it: "web .de", "web de".
func partedDomain(host, behind string) (domain string, n int) {
	ending := partedEnding.FindStringSubmatch(behind)
	if ending == nil || strings.ContainsAny(host, ".,") {
		return host, 0
	}
	domain = strings.ToLower(host + "." + ending[1])
	if !slices.Contains(providers, domain) {
		return host, 0
	}
	return domain, len(ending[0])
}

var partedEnding = regexp.MustCompile(`^ ?[.,]? ?([A-Za-z]{2,4})\b`)

// wordsBetween are the words that stand between two bytes of the text.
func (m *message) wordsBetween(from, to int) (first, last int) {
	first = len(m.words)
	for i, w := range m.words {
		if w.to > from && w.from < to {
			first, last = min(first, i), i+1
		}
	}
	return min(first, last), last
}

// mailOf is the address that two parts make, with the one that is rather meant
// where they look mistyped.
func mailOf(local, domain string) (MailValue, bool) {
	local = strings.ToLower(plainDashes.Replace(strings.Trim(local, ".'")))
	typed := strings.ToLower(plainDashes.Replace(strings.TrimRight(domain, ".,-")))
	address, err := Email(local + "@" + typed)
	meant, slipped := likelierDomain(typed)
	if !slipped {
		return MailValue{Address: address}, err == nil
	}
	rather, wrong := Email(local + "@" + meant)
	if wrong != nil {
		return MailValue{Address: address}, err == nil
	}
	if err != nil {
		address = local + "@" + typed
	}
	return MailValue{Address: address, Meant: rather}, true
}

var plainDashes = strings.NewReplacer("–", "-", "—", "-", "‐", "-", "‑", "-", "’", "'")

// providers are the domains that most addresses of people in Germany have.
var providers = list("gmail.com, googlemail.com, web.de, gmx.de, gmx.net, gmx.at, gmx.ch, gmx.com, gmx.info, gmx.org, t-online.de, freenet.de, hotmail.com, hotmail.de, hotmail.co.uk, " +
	"outlook.com, outlook.de, live.com, live.de, msn.com, yahoo.de, yahoo.com, yahoo.co.uk, ymail.com, icloud.com, me.com, mac.com, posteo.de, posteo.net, mailbox.org, " +
	"aol.com, aol.de, arcor.de, online.de, vodafone.de, unitybox.de, unity-mail.de, kabelmail.de, email.de, mail.de, mail.com, mail.ru, proton.me, protonmail.com, pm.me, " +
	"tutanota.com, tutanota.de, tuta.io, 1und1.de, o2online.de, o2mail.de, versanet.de, netcologne.de, alice.de, gmx.eu, web.com, gmail.co.uk, email.com, onlinehome.de, rocketmail.com, yandex.ru, ukr.net, wp.pl, o2.pl, interia.pl, onet.pl")

// slipDomains are what people type for a provider and no slip of letters explains.
var slipDomains = map[string]string{
	"gmail.de": "gmail.com", "googlemail.de": "googlemail.com", "icloud.de": "icloud.com", "gmail": "gmail.com", "gmx": "gmx.de", "web": "web.de",
	"t-online": "t-online.de", "tonline.de": "t-online.de", "telekom.de": "", "hotmail": "hotmail.com", "yahoo": "yahoo.de", "outlook": "outlook.com",
	"icloud": "icloud.com", "freenet": "freenet.de", "posteo": "posteo.de", "googlemail": "googlemail.com", "web.dee": "web.de", "webde": "web.de",
	"gmxde": "gmx.de", "gmxnet": "gmx.net", "gmailcom": "gmail.com", "web.d": "web.de", "gmx.d": "gmx.de", "wed.de": "web.de", "gmx.ed": "gmx.de", "web.ed": "web.de",
	"gmx.nt": "gmx.net", "gmx.ne": "gmx.net", "gxm.de": "gmx.de", "gxm.net": "gmx.net", "wbe.de": "web.de", "weeb.de": "web.de", "webb.de": "web.de", "gmc.de": "gmx.de",
	"gmx.dee": "gmx.de", "t-onlin.de": "t-online.de", "proton.com": "proton.me", "live.con": "live.com",
}

// slipEndings are ends of domains that no registry gives out, and what they
// are meant to be.
var slipEndings = map[string]string{"con": "com", "cm": "", "cmo": "com", "ocm": "com", "comm": "com", "coom": "com", "vom": "com", "xom": "com", "cim": "com", "nett": "net", "dee": "de", "ed": "de", "d": "de", "ner": "net", "nte": "net", "orgg": "org", "ogr": "org"}

// likelierDomain is the domain that a mistyped one is meant to be.
func likelierDomain(typed string) (string, bool) {
	domain := strings.ReplaceAll(typed, ",", ".")
	if meant, ok := slipDomains[domain]; ok && meant != "" {
		return meant, true
	}
	for _, p := range providers {
		if p == domain {
			return domain, domain != typed
		}
	}
	best, fewest := "", 3
	for _, p := range providers {
		if n := slips([]rune(domain), []rune(p)); n < fewest && n <= providerSlips(p) {
			best, fewest = p, n
		}
	}
	if best != "" {
		return best, true
	}
	host, ending, dotted := cutLast(domain, ".")
	if meant := slipEndings[ending]; dotted && meant != "" {
		return host + "." + meant, true
	}
	return domain, domain != typed
}

// providerSlips is how many slips away a provider may be; of short names too
// many others are real.
func providerSlips(domain string) int {
	host, _, _ := strings.Cut(domain, ".")
	switch {
	case len(host) < 5:
		return 0
	case len(host) < 8:
		return 1
	}
	return 2
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// spokenAddresses finds addresses that are written as they are spoken: peter
// at web punkt de, sabine(at)gmx.de.
func (m *message) spokenAddresses() []candidate {
	for _, g := range m.grammars {
		for i := range m.words {
			if g.says(i, sAtSign) == 0 {
				continue
			}
			if c, ok := g.spokenAddress(i); ok {
				return []candidate{m.widen(c, fieldMail)}
			}
		}
	}
	return nil
}

// spokenAddress is the address around the word for @ at i.
func (g *grammar) spokenAddress(i int) (candidate, bool) {
	domain, to := g.spelledOn(i + g.says(i, sAtSign))
	local, from := g.spelledBack(i)
	if to > 0 && to < len(g.m.words) && slipDomains[domain] != "" {
		if whole, n := partedDomain(domain, g.m.text[g.word(to-1).to:]); n > 0 {
			domain, to = whole, to+1
		}
	}
	if local == "" || !strings.Contains(strings.ReplaceAll(domain, ",", "."), ".") && slipDomains[domain] == "" {
		return candidate{}, false
	}
	bracketed := strings.Contains(g.word(i).gap, "(") || strings.Contains(g.word(i).gap, "[") || g.word(i).text == "@"
	if !bracketed && g.m.in.Expect != ExpectMail && g.word(i).text == "at" && !g.x.halfOfHour && !strings.Contains(domain, ".") {
		return candidate{}, false
	}
	v, ok := mailOf(local, domain)
	return candidate{from: from, to: to, sure: 0.95, bonus: 1, value: v}, ok
}

// spelledOn reads a domain from i on.
func (g *grammar) spelledOn(i int) (string, int) {
	var b strings.Builder
	for ; i < len(g.m.words); i++ {
		w := g.word(i)
		if mark := g.spelledMark(i); mark != "" && b.Len() > 0 {
			b.WriteString(mark)
			continue
		}
		joint := strings.Trim(w.gap, " )]}")
		if b.Len() > 0 && joint != "." && joint != "-" && joint != "," && !strings.HasSuffix(b.String(), ".") && !strings.HasSuffix(b.String(), "-") && !w.glued() {
			break
		}
		if b.Len() > 0 && (joint == "." || joint == "-" || joint == ",") && w.gap != joint {
			break
		}
		if b.Len() > 0 {
			b.WriteString(joint)
		}
		b.WriteString(g.m.typed(w))
	}
	return strings.ToLower(b.String()), i
}

// spelledMark is the mark that a word stands for: punkt, minus, unterstrich.
func (g *grammar) spelledMark(i int) string {
	switch {
	case g.says(i, sLowDash) > 0:
		return "_"
	case g.says(i, sDot) > 0:
		return "."
	case g.says(i, sDash) > 0 && g.word(i).kind == letters:
		return "-"
	}
	return ""
}

// spelledBack reads what stands before an @, backwards from i.
func (g *grammar) spelledBack(i int) (string, int) {
	local, joined := "", true
	for i--; i >= 0; i-- {
		w := g.word(i)
		if mark := g.spelledMark(i); mark != "" && local != "" {
			local, joined = mark+local, true
			continue
		}
		if !joined {
			break
		}
		local = g.m.typed(w) + local
		joint := strings.Trim(w.gap, " ")
		joined = w.gap == joint && (joint == "." || joint == "-" || joint == "_" || joint == "") && i > 0
		if joined {
			local = joint + local
		}
		if before := i - 1; !joined && before >= 0 && w.gap == " " && g.isSpokenPart(before) {
			joined = true
		}
		if before := i - 1; !joined && before >= 0 && g.spelledMark(before) != "" && g.says(before, sParticle) == 0 {
			joined = true
		}
	}
	return strings.ToLower(strings.TrimFunc(local, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })), i + 1
}

// isSpokenPart tells whether the word at i belongs to an address that somebody
// dictates with nothing between its parts: "sonja 1984 at gmail punkt com".
func (g *grammar) isSpokenPart(i int) bool {
	w := g.word(i)
	return g.expects(ExpectMail) && !g.m.isFiller(i) && (w.kind == digits || g.isUnknown(i) || givenNames[w.text] || surnames[w.text])
}

// typed is a word as it stands in the message.
func (m *message) typed(w word) string {
	if w.spelt != "" {
		return w.spelt
	}
	return m.text[w.from:w.to]
}
