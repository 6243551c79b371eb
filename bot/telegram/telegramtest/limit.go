package telegramtest

import (
	"time"
)

// Limits are how fast a bot may show things before it gets 429.
type Limits struct {
	Overall float64 // calls a second
	PerChat float64 // calls a second in one chat
	Burst   int     // how many calls a chat may be ahead; at least 1
}

// RealLimits are Telegram's: about 30 calls a second in all, one a second in a
// chat with short bursts.
var RealLimits = Limits{Overall: 30, PerChat: 1, Burst: 5}

// bucket is a token bucket; its zero value is full.
type bucket struct {
	used float64
	at   time.Time
}

// wait says how long a call has to wait for its token.
func (b *bucket) wait(now time.Time, rate, size float64) time.Duration {
	b.used = max(0, b.used-now.Sub(b.at).Seconds()*rate)
	b.at = now
	if over := b.used + 1 - size; over > 1e-9 {
		return time.Duration(over / rate * float64(time.Second))
	}
	return 0
}

var limited = map[string]bool{
	"sendMessage": true, "sendDocument": true, "editMessageText": true, "editMessageReplyMarkup": true,
}

// limit refuses calls that come too fast.
func (c *call) limit() *refusal {
	limits := c.config.Limits
	if !limited[c.method] || limits == (Limits{}) {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	now, chat := c.now(), c.chats[c.int("chat_id")]
	if limits.PerChat > 0 && chat != nil {
		if wait := chat.bucket.wait(now, limits.PerChat, float64(max(1, limits.Burst))); wait > 0 {
			return tooMany(wait)
		}
	}
	if limits.Overall > 0 {
		if wait := c.limiter.wait(now, limits.Overall, limits.Overall); wait > 0 {
			return tooMany(wait)
		}
	}
	c.limiter.used++
	if chat != nil {
		chat.bucket.used++
	}
	return nil
}
