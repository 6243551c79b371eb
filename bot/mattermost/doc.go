// Package mattermost is the desk of staff in Mattermost: they type /termin, press
// buttons and fill in forms, and see the day in a post of their channel.
//
// Mattermost's callbacks prove little. Everybody of a team can run the command,
// post a button of their own that calls us, or submit a form with a state of
// their choosing. So what is pressed or submitted is a ticket that we signed
// for one person, and every caller is looked up again among the members of the
// staff's channel. What cannot be looked up is not allowed.
//
// Answers are seen by the caller alone and stored nowhere. Mattermost lets us
// show five more of them after each command (see docs/decisions); after these
// the talk goes on without buttons until something is typed. In the channel
// between a clerk and the bot, a message that stays shows the talk instead, and
// changes with each press.
package mattermost
