package mattermost

// Escape and Row are what is drawn of words that anybody may have written.
var (
	Escape  = escape
	Figures = figures
	Foreign = foreign
	Row     = row
)
