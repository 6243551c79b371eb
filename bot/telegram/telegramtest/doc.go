// Package telegramtest stands in for the Telegram Bot API in tests and in
// rehearsals: a server on loopback that a bot talks to over HTTP, and people
// who write to the bot, press its buttons and read what it says.
//
// It is strict where Telegram is lenient. A parameter that Telegram would
// silently drop, a value of the wrong type or beyond a limit, a press that
// nobody answers: each one is a mistake of the bot's that fails the test. What
// Telegram refuses in everyday life (a press too old, a blocked bot, a message
// that is not modified, too many requests) it refuses in Telegram's words, and
// networks break as they do outside, when a test asks for it.
//
// It knows the methods of rules.txt and nothing of the bot that calls them:
// what a screen means is the test's business.
package telegramtest
