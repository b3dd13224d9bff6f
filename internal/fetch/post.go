// Package fetch is the one way out of the program: what it sends to another machine goes
// through here, and never to an address of this machine or of its network.
package fetch

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"time"

	"code.dny.dev/ssrf"
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"

	"ascribe"
)

// A Sender posts to other machines.
type Sender struct {
	client *http.Client
	tries  failsafe.Executor[int]
}

// Tries is how often a post is sent at most, with a pause that doubles from the first to
// the longest.
type Tries struct {
	Most           int
	First, Longest time.Duration
}

// NewSender returns a Sender that reaches the public internet alone, at ports 80 and
// 443, but for what options allow.
func NewSender(t Tries, options ...ssrf.Option) *Sender {
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: ssrf.New(options...).Safe} // sees the address that is really dialled
	policy := retrypolicy.NewBuilder[int]().
		HandleIf(func(status int, err error) bool { return err != nil || retried(status) }).
		AbortIf(func(_ int, err error) bool {
			return errors.Is(err, ssrf.ErrProhibitedIP) || errors.Is(err, ssrf.ErrProhibitedPort)
		}).
		WithMaxAttempts(t.Most).WithBackoff(t.First, t.Longest).WithJitterFactor(.2).ReturnLastFailure().Build()
	return &Sender{
		client: &http.Client{
			Timeout:       20 * time.Second,
			Transport:     &http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: 10 * time.Second, ForceAttemptHTTP2: true, MaxIdleConnsPerHost: 1, IdleConnTimeout: 30 * time.Second},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, // who moved is to say so
		},
		tries: failsafe.With[int](policy),
	}
}

// retried reports whether the same post may be taken later.
func retried(status int) bool {
	return status >= 500 || status == http.StatusTooManyRequests || status == http.StatusRequestTimeout
}

// Post sends a body until it is taken, and returns an error that says why it was not.
func (s *Sender) Post(ctx context.Context, address string, header http.Header, body []byte) error {
	status, err := s.tries.WithContext(ctx).GetWithExecution(func(e failsafe.Execution[int]) (int, error) {
		r, err := http.NewRequestWithContext(e.Context(), http.MethodPost, address, bytes.NewReader(body))
		if err != nil {
			return 0, err
		}
		r.Header = header.Clone()
		answer, err := s.client.Do(r)
		if err != nil {
			return 0, err
		}
		defer answer.Body.Close()                                       //nolint:errcheck // what it says is not read
		_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, 64<<10)) // so that the connection can be used again
		return answer.StatusCode, nil
	})
	switch {
	case errors.Is(err, ssrf.ErrProhibitedIP) || errors.Is(err, ssrf.ErrProhibitedPort):
		return ascribe.WithHint(ascribe.Errorf(ascribe.Forbidden, "%s leads to an address or a port that is not posted to: %w", address, err), "give an address of the public internet, at port 80 or 443")
	case err != nil:
		return ascribe.WithHint(ascribe.Errorf(ascribe.Later, "posting to %s: %w", address, err), "it is tried again later")
	case status < 200 || status > 299:
		return ascribe.WithHint(ascribe.Errorf(ascribe.Later, "%s answered %d", address, status), "it is tried again later")
	}
	return nil
}
