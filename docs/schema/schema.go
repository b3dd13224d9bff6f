// Package schema holds the JSON Schemas of the formats that leave the program, for
// those who serve them. Each schema's $id is "urn:ascribe:schema:NAME:VERSION".
package schema

import (
	"embed"
	"io/fs"
)

//go:embed *.schema.json
var files embed.FS

// Files returns the schemas as files, NAME.schema.json each.
func Files() fs.FS { return files }
