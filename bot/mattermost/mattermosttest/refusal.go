package mattermosttest

import (
	"fmt"
	"net/http"

	"github.com/mattermost/mattermost/server/public/model"
)

// refusal is an answer other than what was asked for. A blamed one is a mistake
// in the bot itself, which Check reports; the others are what a bot has to live
// with.
type refusal struct {
	status  int
	id      string // Mattermost's name for it
	message string
	blame   bool
}

func (r *refusal) Error() string { return r.message }

// Unwrap lets a test ask for the status with errors.As.
func (r *refusal) Unwrap() error { return r.appError() }

// appError is the refusal as the server sends it.
func (r *refusal) appError() *model.AppError {
	return &model.AppError{Id: r.id, Message: r.message, StatusCode: r.status, RequestId: model.NewId()}
}

func refuse(status int, id, message string) *refusal {
	return &refusal{status: status, id: id, message: message}
}

// blame refuses what no correct bot does, though Mattermost may let it pass.
func blame(format string, args ...any) *refusal {
	return &refusal{
		status: http.StatusBadRequest, id: "strict", message: "strict: " + fmt.Sprintf(format, args...), blame: true,
	}
}

// What Mattermost says.
func noSession() *refusal {
	return refuse(http.StatusUnauthorized, "api.context.session_expired.app_error", "Invalid or expired session, please login again.")
}

func notAllowed() *refusal {
	return refuse(http.StatusForbidden, "api.context.permissions.app_error", "You do not have the appropriate permissions.")
}

func notFound(id, what string) *refusal {
	return refuse(http.StatusNotFound, id, "Unable to find the existing "+what+".")
}
