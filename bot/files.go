package bot

import (
	"terminbote/dialogs"
	"terminbote/locales"
)

// files are the files that the results of a turn bring along.
func files(lang string, done []dialogs.Result) []File {
	var all []File
	for _, d := range done {
		if len(d.Data) > 0 {
			name := locales.For(lang).Say(locales.Say("data.file"))
			all = append(all, File{Name: name, Type: "application/json", Content: d.Data})
		}
	}
	return all
}
