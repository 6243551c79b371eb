// Package mattermosttest stands in for a Mattermost server in tests: a server
// on loopback that a bot talks to over HTTP, and people who type slash
// commands, press buttons, fill in dialogs and read what they are shown.
//
// It serves the calls of routes.go and no others, and it is strict where
// Mattermost is lenient. A field that Mattermost would silently drop, a button
// nobody could press, a message that notifies everybody: each one is a mistake
// of the bot's that fails the test. What Mattermost refuses in everyday life (a
// channel one is not in, a dialog too late, a revoked token) it refuses in
// Mattermost's words, and networks break as they do outside, when a test asks
// for it.
//
// It knows nothing of the bot that calls it. What it does as Mattermost does is
// stated by the tests of contract_test.go, which run against a real server too.
package mattermosttest
