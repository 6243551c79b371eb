package command

import (
	"runtime"
	"runtime/debug"

	"terminbote/bot"
	"terminbote/bot/mail"
	"terminbote/bot/mattermost"
	"terminbote/bot/telegram"
)

// metrics is what serve counts: which program it is, and the networks that are
// on, from the beginning.
func (s settings) metrics() *bot.Metrics {
	m := bot.NewMetrics()
	info, _ := debug.ReadBuildInfo()
	version, revision := built(release, info)
	m.Build(version, revision, runtime.Version())
	if s.hasOwnTown() {
		s.expect(m)
	}
	return m
}

// expect has the networks that are on shown from the beginning.
func (s settings) expect(m *bot.Metrics) {
	for _, network := range s.networks() {
		m.Expect(network)
	}
	if s.wantsTelegram() {
		m.Expect(telegram.Updates)
	}
	if s.wantsMattermost() {
		m.Expect(mattermost.Channels)
	}
}

// networks is the networks that are on.
func (s settings) networks() []string {
	var all []string
	if s.wantsTelegram() {
		all = append(all, telegram.Channel)
	}
	if s.SMTPURL != "" {
		all = append(all, mail.Channel)
	}
	if s.wantsMattermost() {
		all = append(all, mattermost.Channel)
	}
	return all
}

// built is the version and the revision of what was built, as far as they are
// known.
func built(release string, info *debug.BuildInfo) (version, revision string) {
	version = release
	if info == nil {
		return version, ""
	}
	if version == "" && info.Main.Version != "(devel)" {
		version = info.Main.Version
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			revision = s.Value[:min(len(s.Value), 12)]
		}
	}
	return version, revision
}
