// Package telegram talks on Telegram: it receives updates by webhook or by
// polling, answers each of them once, and draws views as one live message with
// buttons.
//
// Updates are acknowledged once they are durably in the inbox; workers answer
// each chat's updates in order. The library's own receiving is not used: it
// acknowledges before anything is handled and stops for good at an update that
// it cannot decode. It serves for models and for sending.
package telegram
