// Package telegram talks on Telegram: it receives updates by webhook or by
// polling, reads them, and draws views as one live message with buttons. All
// else is the engine's ([terminbote/bot.Engine]).
//
// It makes its calls itself and reads of updates and answers only what it uses,
// so that nothing that Telegram invents can stop it, and no text of a person
// gets into an error.
package telegram
