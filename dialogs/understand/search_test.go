package understand

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func ids(hits []Hit) []string {
	all := []string{}
	for _, h := range hits {
		all = append(all, h.ID)
	}
	return all
}

func TestSearchFindsWhatPeopleMean(t *testing.T) {
	t.Parallel()
	x := NewIndex(concerns)
	for _, tt := range []struct{ query, want string }{
		{"Personalausweis", "id-card"},
		{"personalausweiss", "id-card"},
		{"persnalausweis", "id-card"},
		{"Personalausweise", "id-card"},
		{"personal ausweis", "id-card"},
		{"perso", "id-card"},
		{"personal", "id-card"},
		{"Ausweis", "id-card"},
		{"ausweiss", "id-card"},
		{"ich möchte einen neuen personalausweis beantragen", "id-card"},
		{"Ich bräuchte bitte einen neuen Perso!", "id-card"},
		{"identity card", "id-card"},
		{"ID card", "id-card"},
		{"I'd like a new ID", "id-card"},
		{"I’d like a passport", "passport"},
		{"vorläufiger Personalausweis", "temporary-id-card"},
		{"personalausweis vorlaeufig", "temporary-id-card"},
		{"Reisepass", "passport"},
		{"reisepas", "passport"},
		{"Reisepaß", "passport"},
		{"reise pass", "passport"},
		{"Raisepass", "passport"},
		{"Pass beantragen", "passport"},
		{"I need a new passport", "passport"},
		{"pasport", "passport"},
		{"Reisepass für mein Kind", "passport"},
		{"vorläufiger reisepass", "temporary-passport"},
		{"temporary passport", "temporary-passport"},
		{"notpass", "temporary-passport"},
		{"Pässe für die Familie", "family-documents"},
		{"perso verloren", "lost-id-card"},
		{"Ausweis verloren", "lost-id-card"},
		{"mein reisepass wurde gestohlen", "lost-passport"},
		{"lost passport", "lost-passport"},
		{"pin vergessen", "eid-pin"},
		{"eID-Karte", "eid-card"},
		{"anmeldung", "register"},
		{"annmeldung", "register"},
		{"ummelden", "register"},
		{"Wohnung ummelden", "register"},
		{"ich bin umgezogen", "register"},
		{"umzug", "register"},
		{"wohnsitz anmelden", "register"},
		{"I am moving", "register"},
		{"ins Ausland abmelden", "deregister"},
		{"Abmeldung", "deregister"},
		{"name ändern", "personal-data"},
		{"Namensaenderung", "personal-data"},
		{"auskunftsperre", "block-information"},
		{"meldebescheinigung", "registration-certificate"},
		{"Meldebscheinigung", "registration-certificate"},
		{"lebensbescheinigung", "life-certificate"},
		{"Führungszeugnis", "conduct"},
		{"fuehrungszeugnis", "conduct"},
		{"fuhrungszeugnis", "conduct"},
		{"fürungszeugnis", "conduct"},
		{"fürungszeugniss", "conduct"},
		{"führungs zeugnis", "conduct"},
		{"führungszeug", "conduct"},
		{"polizeiliches fuehrungszeugnis", "conduct"},
		{"erweitertes führungszeugnis", "conduct-extended"},
		{"Führungszeugnis erweitert", "conduct-extended"},
		{"zeugnis beglaubigen lassen", "copies-5"},
		{"beglaubigte kopien", "copies-5"},
		{"unterschrift beglaubigen", "signature"},
		{"führerschein umtauschen", "licence-exchange"},
		{"Führerschein", "licence-exchange"},
		{"fuherschein", "licence-exchange"},
		{"exchange my driving license", "licence-exchange"},
		{"internationaler führerschein", "licence-international"},
		{"auto abmelden", "car-deregister"},
		{"fahrzeugschein adresse", "address-in-car-papers"},
		{"Bewohnerparkausweis", "resident-parking"},
		{"anwohnerparken", "resident-parking"},
		{"parken", "resident-parking"},
		{"Parkausweis Behinderung", "disabled-parking"},
		{"schwerbehindert", "disabled-parking"},
		{"angelschein", "fishing"},
		{"fischerei", "fishing"},
		{"Jugendfischereischein", "fishing-youth"},
		{"fundbüro", "lost-property"},
		{"sperrmüll", "bulky-waste"},
		{"sperrmuell karte", "bulky-waste"},
		{"spermüll", "bulky-waste"},
		{"gewerbe", "trade"},
		{"Gewerbe anmelden", "trade"},
		{"ich will mich selbständig machen", "trade"},
		{"Personalausweis abholen", "pick-up"},
		{"abholung reisepass", "pick-up"},
		{"führerschein abholen", "licence-pick-up"},
		{"PERSONALAUSWEIS!!! 🙏", "id-card"},
		{"Führungs\u00adzeugnis", "conduct"},
	} {
		hits := ids(x.Search(tt.query, 5))
		got := ""
		if len(hits) > 0 {
			got = hits[0]
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Search(%q) = %v, first (-want +got):\n%s", tt.query, hits, diff)
		}
	}
}

func TestSearchShowsWhatMayBeMeantToo(t *testing.T) {
	t.Parallel()
	x := NewIndex(concerns)
	for query, want := range map[string][]string{
		"führ":           {"conduct", "licence-exchange"},
		"ausweis":        {"id-card", "temporary-id-card", "resident-parking"},
		"adresse ändern": {"address-in-documents", "address-in-car-papers"},
		"passport":       {"passport", "temporary-passport", "pick-up"},
		"abmelden":       {"deregister", "car-deregister"},
		"beglaubigung":   {"copies-5", "copies-20", "signature"},
	} {
		found := map[string]bool{}
		hits := ids(x.Search(query, 20))
		for _, id := range hits {
			found[id] = true
		}
		for _, id := range want {
			if !found[id] {
				t.Errorf("Search(%q): want %s, got %v", query, id, hits)
			}
		}
	}
}

func TestNonsenseFindsNothing(t *testing.T) {
	t.Parallel()
	x := NewIndex(concerns)
	for _, query := range []string{
		"", " ", "asdfgh", "qwertz", "xyz", "🎉🎉🎉", "?", "1", "24.11.", "hallo", "guten Tag", "danke", "weiter", "zurück",
		"ich möchte bitte einen", "I would like to", "lorem ipsum dolor sit amet", "Pizza bestellen", "wie wird das wetter",
		"Hund", "Blumenkohl", "Wohngeld", "Hundesteuer", "Öffnungszeiten", "Anna Muster", "anna@muster", "SELECT * FROM appointments", "مرحبا", "привет", "你好", "bla bla bla",
		strings.Repeat("a", 10000), strings.Repeat("ä😀", 5000), strings.Repeat("blubb ", 2000),
	} {
		if diff := cmp.Diff([]string{}, ids(x.Search(query, 5))); diff != "" {
			t.Errorf("Search(%.40q) (-want +got):\n%s", query, diff)
		}
	}
}

func TestAStoryIsHeardToItsEnd(t *testing.T) {
	t.Parallel()
	x := NewIndex(concerns)
	const (
		neighbour = "Guten Tag, gestern hat mich meine Nachbarin angerufen und erzählt, dass man sich vor dem Sommer kümmern muss, " +
			"sonst gibt es an der Grenze großen Ärger mit der Polizei, deswegen brauche ich "
		station = "Hello, last week somebody told me at the station that we should really take care of this before summer, " +
			"because otherwise the police at the border could make trouble, so I need a "
		weather = "Am Samstag war das Wetter schön, der Nachbar hat gegrillt, es gab Kuchen und Kaffee, nachher haben alle gesungen, " +
			"und auf dem Heimweg hat es leider stark geregnet."
	)
	for _, tt := range []struct{ query, want string }{
		{neighbour + "einen Personalausweis", "id-card"},
		{neighbour + "einen personalausweiss", "id-card"},
		{neighbour + "einen vorläufigen Reisepass", "temporary-passport"},
		{station + "passport", "passport"},
		{weather + " " + neighbour + "einen Reisepass", "passport"},
		{weather, ""},
	} {
		got := ""
		if hits := x.Search(tt.query, 5); len(hits) > 0 {
			got = hits[0].ID
		}
		if got != tt.want {
			t.Errorf("%q: want %q first, got %v", tt.query, tt.want, x.Search(tt.query, 5))
		}
	}
}

func TestSearchKeepsToTheLimit(t *testing.T) {
	t.Parallel()
	x := NewIndex(concerns)
	for limit, want := range map[int]int{-1: 0, 0: 0, 1: 1, 3: 3} {
		if got := len(x.Search("ausweis", limit)); got != want {
			t.Errorf("limit %d: want %d hits, got %d", limit, want, got)
		}
	}
	if got := NewIndex(nil).Search("ausweis", 5); len(got) != 0 {
		t.Errorf("nothing to find: want no hits, got %v", got)
	}
}

func TestWordOrderDoesNotMatter(t *testing.T) {
	t.Parallel()
	x := NewIndex(concerns)
	want := x.Search("adresse in fahrzeugpapieren ändern", 5)
	got := x.Search("ändern fahrzeugpapieren adresse", 5)
	if diff := cmp.Diff(ids(want), ids(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// One slip in a long word must not lose what was looked for.
func TestAnySingleSlipIsForgiven(t *testing.T) {
	t.Parallel()
	x := NewIndex(concerns)
	random := rand.New(rand.NewPCG(1, 2))
	for _, word := range []string{"personalausweis", "reisepass", "führungszeugnis", "sperrmüll", "meldebescheinigung", "auskunftssperre"} {
		want := x.Search(word, 1)[0].ID
		for range 200 {
			typed := mistype(word, random)
			if got := ids(x.Search(typed, 3)); len(got) == 0 || got[0] != want {
				t.Errorf("Search(%q): want %s first, got %v", typed, want, got)
			}
		}
	}
}

func mistype(word string, random *rand.Rand) string {
	r := []rune(word)
	i := 1 + random.IntN(len(r)-2)
	switch random.IntN(4) {
	case 0:
		return string(r[:i]) + string(r[i+1:])
	case 1:
		return string(r[:i]) + string('a'+random.Int32N(26)) + string(r[i:])
	case 2:
		r[i] = 'a' + random.Int32N(26)
	case 3:
		r[i], r[i+1] = r[i+1], r[i]
	}
	return string(r)
}

func BenchmarkSearch(b *testing.B) {
	x := NewIndex(concerns)
	for _, query := range []string{"personalausweiss", "ich möchte einen neuen personalausweis beantragen", strings.Repeat("qwertz uiop ", 80)} {
		b.Run(query[:12], func(b *testing.B) {
			for b.Loop() {
				x.Search(query, 5)
			}
		})
	}
}

func TestWhoSaysNothingYetIsNotSearchedFor(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"ich hätte gerne einen Termin bitte": true, "I would like to make an appointment": true, "einen Termin": true,
		"Reisepass": false, "einen Termin für den Reisepass": false, "xyz": false, "": false, "???": false, "😀": false, "12": false,
		strings.Repeat("x", 900): false,
	} {
		if got := Idle(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
