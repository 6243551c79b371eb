// Package simulation runs an office's days again, by the rules of booking and
// without anybody coming: recorded or invented visits against an office file,
// changed or not. It says what would have been accepted, refused and waited for.
// It has no clock and no chance but a seed: the same demand and the same file
// give the same figures.
package simulation
