// Package dialogs is what the assistant says and understands. A conversation
// is a state machine made of three pure functions:
//
//	Needs(state, event)       which facts are wanted
//	Turn(state, facts, event) what happens: the next state, and commands
//	Show(state, facts)        what is seen
//
// It decides nothing that the rules of booking decide, draws nothing, stores
// nothing and sends nothing. What it wants looked up or done goes through the
// ports of ports.go, which storage fulfils. Results of commands come back as
// events, so that "that time was just taken" is an ordinary turn.
//
// Each step of the talk has a file of its own, named after what it asks.
package dialogs
