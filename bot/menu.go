package bot

import (
	"strings"

	"terminbote/dialogs"
	"terminbote/locales"
)

// MenuEntry is one line of the menu that a network shows beside the field for
// messages.
type MenuEntry struct {
	Name string `json:"command"`
	Does string `json:"description"`
}

// Menu is the commands that a network offers, in one language.
func Menu(p *locales.Printer) []MenuEntry {
	command := func(name, does locales.Line) MenuEntry { return MenuEntry{Name: p.Say(name), Does: p.Say(does)} }
	return []MenuEntry{
		command(locales.Plain("start"), locales.Say("telegram.start")),
		command(locales.Say("telegram.appointments.command"), locales.Say("telegram.appointments")),
		command(locales.Say("telegram.here.command"), locales.Say("telegram.here")),
		command(locales.Say("telegram.waiting.command"), locales.Say("telegram.waiting")),
		command(locales.Say("telegram.language.command"), locales.Say("telegram.language")),
		command(locales.Say("telegram.help.command"), locales.Say("telegram.help")),
		command(locales.Say("telegram.privacy.command"), locales.Say("telegram.privacy")),
		command(locales.Say("telegram.data.command"), locales.Say("telegram.data")),
		command(locales.Say("telegram.erase.command"), locales.Say("telegram.erase")),
	}
}

// commands is what the commands ask for. Each language has its own words; all of
// them are understood everywhere.
var commands = map[string]string{
	"termine": "appointments", "appointments": "appointments",
	"hilfe": "help", "help": "help",
	"sprache": "language", "language": "language",
	"datenschutz": "privacy", "privacy": "privacy",
	"binda": "here", "here": "here",
	"daten": "data", "data": "data",
	"loeschen": "erase", "erase": "erase",
	"ende": "assistant", "end": "assistant",
	"mensch": "person", "person": "person",
	"warteliste": "waiting", "waitlist": "waiting",
}

// ReadText reads what somebody wrote: one of the commands, or words.
func ReadText(text string) dialogs.Event {
	name, rest, _ := strings.Cut(text, " ")
	command, ok := strings.CutPrefix(name, "/")
	if !ok {
		return dialogs.Said{Text: text}
	}
	command, _, _ = strings.Cut(command, "@")
	if command == "start" {
		return dialogs.Started{Payload: strings.TrimSpace(rest)}
	}
	if what, known := commands[strings.ToLower(command)]; known {
		return dialogs.Asked{For: what}
	}
	return dialogs.Said{Text: command}
}
