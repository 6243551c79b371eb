package bot

import "strings"

// longestReason is how many bytes of what a network says of a setting are shown.
const longestReason = 200

// Discreet is what a network says of our settings, cut short and without those
// that are secret.
func Discreet(said string, secrets ...string) string {
	for _, secret := range secrets {
		if secret != "" {
			said = strings.ReplaceAll(said, secret, "***")
		}
	}
	return strings.ToValidUTF8(said[:min(len(said), longestReason)], "")
}
