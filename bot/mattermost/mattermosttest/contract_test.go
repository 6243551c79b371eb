package mattermosttest_test

import (
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mattermost/mattermost/server/public/model"
)

// contract is what the adapter relies on, and what it has to beware of. It
// holds of the double, and of a real server where the environment names one
// (docs/running.md).
var contract = map[string]func(trial){
	"a token says whose it is":                        trial.tokenSaysWhoseItIs,
	"a revoked token is refused":                      trial.revokedTokenIsRefused,
	"a ping needs no token":                           trial.pingNeedsNoToken,
	"team and channel go by their names":              trial.namesAreFound,
	"a private channel is hidden from who is outside": trial.privateChannelIsHidden,
	"membership is asked by channel and user":         trial.membershipIsAsked,
	"who left is no member":                           trial.whoLeftIsNoMember,
	"a bot posts where it is a member":                trial.botPostsWhereItIsMember,
	"a message has a longest length":                  trial.messageHasLongestLength,
	"props have a longest length":                     trial.propsHaveLongestLength,
	"everybody is called in many ways":                trial.everybodyIsCalledInManyWays,
	"a patch changes what it names":                   trial.patchChangesWhatItNames,
	"nobody patches the posts of others":              trial.nobodyPatchesOthers,
	"a post that is gone is refused like a foreign":   trial.goneIsRefused,
	"what is gone is listed among what changed":       trial.goneIsListedSince,
	"a post comes once under a pending id":            trial.pendingIDPostsOnce,
	"an answer stands in its thread":                  trial.answerStandsInThread,
	"a thread is listed with what answers":            trial.threadIsListed,
	"nobody answers what is gone":                     trial.nobodyAnswersWhatIsGone,
	"what answers is listed among what changed":       trial.answersAreListedSince,
	"an answer changes its root":                      trial.answerChangesItsRoot,
	"a bare address is looked at":                     trial.addressIsLookedAt,
	"a file stands in a direct channel":               trial.fileStandsInDirect,
	"a bot takes its thread away":                     trial.botTakesThreadAway,
	"a bot takes nothing of others away":              trial.botTakesNothingOfOthers,
	"posts are listed with their props":               trial.postsAreListed,
	"a bot cannot post ephemerally":                   trial.botCannotPostEphemerally,
	"a bot sees which commands are offered":           trial.commandsAreListed,
	"a command arrives with its token":                trial.commandArrives,
	"an answer is seen by the caller alone":           trial.answerIsForTheCaller,
	"what is not declared as JSON is text":            trial.otherTypesAreText,
	"slack's mentions are read unless asked not to":   trial.slackIsReadUnlessAsked,
	"everybody of the team can call":                  trial.everybodyCanCall,
	"nobody calls in a channel they are not in":       trial.nobodyCallsFromOutside,
	"a status other than 200 is an error":             trial.badStatusIsAnError,
	"a response_url takes five answers":               trial.responseURLTakesFive,
	"a button brings its context":                     trial.buttonBringsContext,
	"a select brings what was chosen":                 trial.selectBringsChoice,
	"a direct channel is named after the two in it":   trial.directIsNamedAfterTwo,
	"an answer changes a post in a direct channel":    trial.answerUpdatesDirectPost,
	"an empty answer to a command is seen by nobody":  trial.emptyAnswerIsUnseen,
	"what a command posts is its caller's":            trial.postedAnswerIsTheCallers,
	"an answer updates the post of a channel":         trial.answerUpdatesPost,
	"an update without props keeps them":              trial.updateKeepsProps,
	"an ephemeral message cannot be updated":          trial.ephemeralCannotBeUpdated,
	"an ephemeral text is for who pressed":            trial.ephemeralTextIsForWhoPressed,
	"who is outside cannot press":                     trial.outsideCannotPress,
	"everybody can use a button that others see":      trial.everybodyCanUseOthersButton,
	"everybody can forge a button":                    trial.everybodyCanForgeButton,
	"a dialog opens and comes back":                   trial.dialogComesBack,
	"a command opens a dialog":                        trial.commandOpensDialog,
	"what is wrong with a dialog comes back":          trial.dialogErrorsComeBack,
	"everybody can forge a dialog":                    trial.everybodyCanForgeDialog,
	"nobody submits for a channel from outside":       trial.nobodySubmitsFromOutside,
	"a trigger is the server's":                       trial.triggerIsTheServers,
	"an account is known by its id":                   trial.accountsAreKnown,
}

func TestContract(t *testing.T) {
	t.Parallel()
	t.Run("double", func(t *testing.T) {
		t.Parallel()
		for promise, holds := range contract {
			t.Run(promise, func(t *testing.T) {
				t.Parallel()
				holds(trial{t, newDouble(t)})
			})
		}
	})
	if address := os.Getenv("MATTERMOST_TEST_URL"); address != "" {
		t.Run("real", func(t *testing.T) { // one town for all, who leave and join
			w := newReal(t, address)
			for promise, holds := range contract {
				t.Run(promise, func(t *testing.T) { holds(trial{t, w}) })
			}
		})
	}
}

func (t trial) wantStatus(want int, err error) {
	t.Helper()
	if got := status(err); got != want {
		t.Fatalf("status = %d, want %d (%v)", got, want, err)
	}
}

func (t trial) tokenSaysWhoseItIs() {
	me, _, err := t.bot.GetMe(t.Context(), "")
	t.wantStatus(0, err)
	if me.Id != t.botID || !me.IsBot {
		t.Errorf("me = %s, a bot: %v; want %s", me.Id, me.IsBot, t.botID)
	}
}

func (t trial) revokedTokenIsRefused() {
	client := model.NewAPIv4Client(t.bot.URL)
	client.SetToken(t.revoked())
	_, _, err := client.GetMe(t.Context(), "")
	t.wantStatus(http.StatusUnauthorized, err)
}

func (t trial) pingNeedsNoToken() {
	said, _, err := model.NewAPIv4Client(t.bot.URL).GetPing(t.Context())
	t.wantStatus(0, err)
	if said != "OK" {
		t.Errorf("ping = %q", said)
	}
}

func (t trial) namesAreFound() {
	team, _, err := t.bot.GetTeamByName(t.Context(), t.team.name, "")
	t.wantStatus(0, err)
	channel, _, err := t.bot.GetChannelByName(t.Context(), t.staff.name, team.Id, "")
	t.wantStatus(0, err)
	again, _, err := t.bot.GetChannelByNameForTeamName(t.Context(), t.staff.name, t.team.name, "")
	t.wantStatus(0, err)
	user, _, err := t.bot.GetUserByUsername(t.Context(), t.anna.name(), "")
	t.wantStatus(0, err)
	if diff := cmp.Diff(
		[]string{t.team.id, t.staff.id, t.staff.id, t.anna.id()}, []string{team.Id, channel.Id, again.Id, user.Id},
	); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
	if channel.Type != model.ChannelTypePrivate {
		t.Errorf("channel type = %q", channel.Type)
	}
	_, _, err = t.bot.GetTeamByName(t.Context(), "no-such-team", "")
	t.wantStatus(http.StatusNotFound, err)
	_, _, err = t.bot.GetUserByUsername(t.Context(), "no-such-user", "")
	t.wantStatus(http.StatusNotFound, err)
}

func (t trial) privateChannelIsHidden() {
	_, _, err := t.bot.GetChannelByName(t.Context(), t.closed.name, t.team.id, "")
	t.wantStatus(http.StatusNotFound, err)
	_, _, err = t.bot.GetChannel(t.Context(), t.closed.id)
	t.wantStatus(http.StatusForbidden, err)
	_, _, err = t.bot.GetChannelMember(t.Context(), t.closed.id, t.otto.id(), "")
	t.wantStatus(http.StatusForbidden, err)
}

func (t trial) membershipIsAsked() {
	member, _, err := t.bot.GetChannelMember(t.Context(), t.staff.id, t.anna.id(), "")
	t.wantStatus(0, err)
	if member.UserId != t.anna.id() {
		t.Errorf("member = %s, want %s", member.UserId, t.anna.id())
	}
	_, _, err = t.bot.GetChannelMember(t.Context(), t.staff.id, t.otto.id(), "")
	t.wantStatus(http.StatusNotFound, err)
}

func (t trial) whoLeftIsNoMember() {
	t.leave(t.ben, t.staff)
	defer t.join(t.ben, t.staff)
	_, _, err := t.bot.GetChannelMember(t.Context(), t.staff.id, t.ben.id(), "")
	t.wantStatus(http.StatusNotFound, err)
}

func (t trial) accountsAreKnown() {
	user, _, err := t.bot.GetUser(t.Context(), t.anna.id(), "")
	t.wantStatus(0, err)
	if user.DeleteAt != 0 || !strings.Contains(user.Roles, model.SystemUserRoleId) || user.Username != t.anna.name() || user.Locale == "" {
		t.Errorf("anna: deleted at %d, roles %q, name %q, language %q", user.DeleteAt, user.Roles, user.Username, user.Locale)
	}
	_, _, err = t.bot.GetUser(t.Context(), model.NewId(), "")
	t.wantStatus(http.StatusNotFound, err)
}
