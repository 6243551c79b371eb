package mattermost

// Escape and Row are what is drawn of words that anybody may have written.
var (
	Escape  = escape
	Foreign = foreign
	Row     = row
)
