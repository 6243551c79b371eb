// Package web shows people their appointment on a page of ours, to which the
// links in mails lead, and lets them cancel or move it there, wait for an
// earlier time, or answer when they are offered one. Fetching a page changes nothing, since mail
// scanners follow links; whatever changes something is asked twice, but for an
// offer, which is a question already. The pages need no scripts and remember
// nothing: every form says all that there is to be done.
package web
