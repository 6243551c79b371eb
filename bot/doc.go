// Package bot holds conversations: it recalls what a talk was about, looks up
// the facts that its step wants, lets dialogs take the turn, carries out the
// commands, remembers the new state, and renders what is to be seen in the
// person's language.
//
// It knows no network and no database. Each network has a package below this
// one, which turns its events into dialogs' and draws pages.
package bot
