// Package sandbox parses bytes from strangers in a child process that is
// limited in processor time, wall time and memory. A page that overruns costs
// its own reading and no other: the child is replaced and the page comes back
// with an error, so that its bytes can be kept as unparsed.
//
// The child is the program itself under a hidden command that calls [Serve]. It
// is given no environment and is told everything on standard input.
package sandbox
