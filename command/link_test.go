package command

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"terminbote/bot/telegram/telegramtest"
)

func TestALinkOpensTheChatWithAConcern(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{
		"id-card":  "https://t.me/WerneBot?start=concern_id-card\n",
		"identity": "https://t.me/WerneBot?start=category_identity\n",
	} {
		file := filepath.Join(t.TempDir(), "code.png")
		code, said := run(t, nil, "link", id, "--bot", "@WerneBot", "--png", file)
		if want += file + "\n"; code != 0 || said != want {
			t.Errorf("link %s: exit code %d, said %q, want %q", id, code, said, want)
		}
		mustBeAPicture(t, file)
	}
}

func mustBeAPicture(t *testing.T, file string) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != size.Y || size.X < 300 {
		t.Errorf("the QR code is %v dots large", size)
	}
}

func TestALinkKnowsTheBotByItsToken(t *testing.T) {
	t.Parallel()
	api := telegramtest.New(t, telegramtest.Config{Username: "werne_bot"})
	code, said := run(t, []string{"TELEGRAM_TOKEN=" + api.Token, "TELEGRAM_API_URL=" + api.URL}, "link", "passport")
	if want := "https://t.me/werne_bot?start=concern_passport\npassport.png\n"; code != 0 || said != want {
		t.Errorf("exit code %d, said %q, want %q", code, said, want)
	}
}

func TestALinkThatCannotBeIsRefused(t *testing.T) {
	t.Parallel()
	code, said := run(t, nil, "link", "idcard", "--bot", "WerneBot")
	if code != 2 {
		t.Errorf("unknown concern: exit code %d, want 2", code)
	}
	mustContain(t, said, `"idcard"`, "identity\n", "  id-card\n")

	code, said = run(t, nil, "link", "id-card")
	if code != 2 {
		t.Errorf("unknown bot: exit code %d, want 2", code)
	}
	mustContain(t, said, "--bot", "TELEGRAM_TOKEN")
}

func TestALinkLeadsToWhatIsDone(t *testing.T) {
	t.Parallel()
	sample, err := os.ReadFile("../office/testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const concern = "  - id: passport\n"
	file := filepath.Join(t.TempDir(), "office.yaml")
	dated := strings.Replace(string(sample), concern, concern+"    from: 2026-06-01\n    until: 2026-11-30\n", 1)
	if err := os.WriteFile(file, []byte(dated), 0o600); err != nil {
		t.Fatal(err)
	}
	for now, want := range map[string]struct {
		code int
		says string
	}{
		"2026-05-01T08:00": {0, "passport is done from 2026-06-01 on"},
		"2026-11-30T23:00": {0, "?start=concern_passport"},
		"2026-12-01T00:00": {2, "passport is done until 2026-11-30 only"},
	} {
		code, said := run(t, nil, "link", "passport", "--bot", "WerneBot", "--office", file, "--png", filepath.Join(t.TempDir(), "x.png"), "--now", now)
		if code != want.code || !strings.Contains(said, want.says) {
			t.Errorf("at %s: exit code %d, said %q, want %+v", now, code, said, want)
		}
	}
}

func TestTheTownsHomePageGetsALinkAButtonAndAFrame(t *testing.T) {
	t.Parallel()
	code, said := run(t, nil, "link", "id-card", "--html", "--url", "https://termine.example.org")
	for _, want := range []string{
		`<a href="https://termine.example.org/anliegen/id-card">Termin buchen: Personalausweis beantragen</a>`,
		`style="display:inline-block`, `<iframe src="https://termine.example.org/chat?concern=id-card" title="Termin buchen`,
	} {
		if code != 0 || !strings.Contains(said, want) {
			t.Errorf("exit code %d, no %s in:\n%s", code, want, said)
		}
	}
	for _, address := range []string{"", "javascript:alert(1)", "termine.example.org"} {
		if code, said := run(t, nil, "link", "id-card", "--html", "--url", address); code != 2 {
			t.Errorf("%q: exit code %d, said %q", address, code, said)
		}
	}
}

func TestALinkLeadsToOneOfSeveralOffices(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "code.png")
	code, said := run(t, nil, "link", "id-card", "--at", "werne", "--bot", "WerneBot", "--png", file)
	if want := "https://t.me/WerneBot?start=office_werne__concern_id-card\n" + file + "\n"; code != 0 || said != want {
		t.Errorf("exit code %d, said %q, want %q", code, said, want)
	}
	if code, said = run(t, nil, "link", "id-card", "--at", "nowhere", "--bot", "WerneBot"); code != 2 || !strings.Contains(said, "nowhere") {
		t.Errorf("an office that is not there: exit code %d, said %q", code, said)
	}
}
