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
// A file's prefix says where it stands, and it uses only what stands before it
// (layers_test.go holds that):
//
//	state view event command facts ports   plain data
//	talk flow reading card visit free draft a turn under way, and what its steps share
//	notice_                                what people are told outside of a talk
//	ask_                                   the questions of a booking
//	answer_                                what is said to questions and small talk
//	my_ wait_ | staff_                     the citizen's flow | the clerk's flow
//	turn                                   the three functions
//
// Each step has a file named after what it asks; docs/dialogs.md and
// docs/dialogs-staff.md draw them and say in which file each stands. The order
// of the questions stands in my_questions.go and staff_questions.go. What is typed
// is read in reading.go and nowhere else.
package dialogs
