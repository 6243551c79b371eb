// Package bot holds conversations: it recalls what a talk was about, looks up
// the facts that its step wants, lets dialogs take the turn, carries out the
// commands, remembers the new state, and renders what is to be seen in the
// person's language.
//
// Its Engine does for every chat network what is the same for all: it receives
// updates, has each answered once and in its chat's order, and draws what was
// not drawn. It knows no network and no database. Each network has a package
// below this one, which reads its updates and draws pages.
package bot
