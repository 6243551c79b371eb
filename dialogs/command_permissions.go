package dialogs

import (
	"fmt"
	"reflect"

	"terminbote/booking"
)

// giver says who may give a command.
type giver int

const (
	byAnybody giver = iota // a citizen about what is theirs, a clerk about anything
	byCitizen              // staff have nothing of their own
	byViewer               // and all who have a role
	byClerk                // and leads
	byLead
)

// commandRule is what holds of one kind of command.
type commandRule struct {
	command Command
	name    string // in metrics and logs: never change one
	giver   giver
}

// commandRules is every command there is, its name and who may give it.
var commandRules = []commandRule{
	{Hold{}, "hold", byAnybody},
	{Release{}, "release", byAnybody},
	{Book{}, "book", byAnybody},
	{Move{}, "move", byAnybody},
	{Cancel{}, "cancel", byAnybody},
	{Arrive{}, "arrive", byAnybody},
	{Delay{}, "delay", byAnybody},

	{Affirm{}, "affirm", byCitizen},
	{AskCode{}, "ask code", byCitizen},
	{Attach{}, "attach", byCitizen},
	{AskProof{}, "ask proof", byCitizen},
	{Prove{}, "prove", byCitizen},
	{Export{}, "export", byCitizen},
	{Erase{}, "erase", byCitizen},
	{Wait{}, "wait", byCitizen},
	{EndWait{}, "end wait", byCitizen},
	{LinkTicket{}, "link ticket", byCitizen},
	{Accept{}, "accept", byCitizen},
	{Decline{}, "decline", byCitizen},
	{Rate{}, "rate", byCitizen},
	{Comment{}, "comment", byCitizen},
	{HandOver{}, "hand over", byCitizen},
	{Relay{}, "relay", byCitizen},
	{TakeBack{}, "take back", byCitizen},

	{Close{}, "close", byClerk},
	{Reopen{}, "reopen", byClerk},
	{Open{}, "open", byClerk},
	{Withdraw{}, "withdraw", byClerk},
	{Restore{}, "restore", byClerk},
	{Next{}, "call", byClerk},
	{Uncall{}, "uncall", byClerk},
	{Unmark{}, "unmark", byClerk},
	{Finish{}, "finish", byClerk},
	{Miss{}, "miss", byClerk},
	{GiveCode{}, "give code", byClerk},
	{Ready{}, "ready", byClerk},
	{GiveTicket{}, "give ticket", byClerk},
	{CallAgain{}, "call again", byClerk},
	{Park{}, "park", byClerk},
	{TakeUp{}, "take up", byClerk},
	{SendOn{}, "send on", byClerk},
	{Alarm{}, "alarm", byViewer}, // danger asks nobody for a role

	{SetRole{}, "appoint", byLead},
	{ChangeMinutes{}, "change minutes", byLead},
	{RestoreMinutes{}, "restore minutes", byLead},
}

// ruleOfCommand finds the rule of a command by its type.
var ruleOfCommand = func() map[reflect.Type]commandRule {
	all := make(map[reflect.Type]commandRule, len(commandRules))
	for _, r := range commandRules {
		all[reflect.TypeOf(r.command)] = r
	}
	return all
}()

// Commands is one of each kind of command, without any values.
func Commands() []Command {
	all := make([]Command, len(commandRules))
	for i, r := range commandRules {
		all[i] = r.command
	}
	return all
}

// CommandName is what a kind of command is called in metrics and logs.
func CommandName(c Command) string {
	if r, ok := ruleOfCommand[reflect.TypeOf(c)]; ok {
		return r.name
	}
	return fmt.Sprintf("%T", c)
}

// May returns booking.ErrNotAllowed for a command that is not c's to give. The
// empty Colleague is a citizen.
func (c Colleague) May(command Command) error {
	r, known := ruleOfCommand[reflect.TypeOf(command)]
	staff := c.Chat != Chat{}
	allowed := known
	switch r.giver {
	case byAnybody:
		allowed = allowed && (!staff || c.Role.Allows(booking.Clerk))
	case byCitizen:
		allowed = allowed && !staff
	case byViewer:
		allowed = allowed && staff && c.Role.Allows(booking.Viewer)
	case byClerk:
		allowed = allowed && staff && c.Role.Allows(booking.Clerk)
	case byLead:
		allowed = allowed && staff && c.Role.Allows(booking.Lead)
	}
	if !allowed {
		return booking.ErrNotAllowed
	}
	return nil
}
