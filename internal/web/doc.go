// Package web serves the pages of the desk: where people read the record. Pages
// are made on the server, need no script, ask nothing of any other host, and have
// a twin in JSON where the record has a format for it.
package web
